import type { Block } from '../../document/types';
import { type Gap, known, near, spanOf } from './gaps';

const domains = new Set(known.domains);

const ADDRESS =
  /(?<![\p{L}\p{N}._-])(?:[\w.+-]{1,64}@|(?:https?:\/\/)?(?:www\.)?)((?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,10})(?![\w-])/giu;

/** "privacy@example.com", "https://www.yourdomain.com"; not where an address is meant as an example. */
export function* addresses({ text, inline, cell }: Block): Iterable<Gap> {
  if (cell && EXAMPLES.test(cell.table.rows[0]?.[cell.column]?.text ?? '')) return;
  if (!text.includes('.') && inline.length === 0) return;
  for (const match of text.matchAll(ADDRESS)) {
    const gap = spanOf(match);
    if (isExampleDomain(match[1]) && !isMailbox(match[0]) && !near(text, gap, known.examples)) yield gap;
  }
  for (const span of inline) {
    const host =
      span.kind === 'link'
        ? /^(?:https?:\/\/|mailto:[^@]{1,64}@)(?:www\.)?([^/?#:]+)/i.exec(span.target ?? '')?.[1]
        : undefined;
    if (host && isExampleDomain(host) && span.end > span.start && !isMailbox(span.target?.slice(MAILTO) ?? ''))
      yield { start: span.start, end: span.end, domain: host };
  }
}

/** Length of "mailto:". */
const MAILTO = 7;
/** A column of examples. */
const EXAMPLES = /\bexamples?\b/i;

/** A name of somebody's own at a domain that also stands for one: "lanternboxstudio@email.com". */
const isMailbox = (address: string): boolean =>
  /@e?-?mail\.com$/i.test(address) && !known.mailboxes.some((word) => address.toLowerCase().startsWith(word));

function isExampleDomain(domain: string): boolean {
  const lower = domain.toLowerCase().replace(/^www\./, '');
  return domains.has(lower) || lower.endsWith('.example.com') || /\.(?:example|invalid)$/.test(lower);
}
