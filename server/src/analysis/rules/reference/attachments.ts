import { readCatalogue, wordLists } from '../../catalogue/read';
import catalogue from '../../catalogue/references.yaml';
import { wordsOf } from '../../document/place';
import type { Block, Place } from '../../document/types';
import type { Policy } from '../../policy';
import { throughBlocks } from '../../practices/throughout';
import type { Report } from '../types';

const { attachments, laws, attachedTo } = readCatalogue(catalogue, wordLists('attachments', 'laws', 'attachedTo'));
const LABEL = `(?:${attachments.join('|')}) (?:[A-H]|[IVX]{1,4}|\\d{1,2})(?![\\p{L}\\d])`;
const MENTION = new RegExp(`(?<![\\p{L}-])${LABEL}`, 'gu');
const TITLE = new RegExp(`^\\W{0,3}${LABEL}`, 'iu');
/** "Annex II to the standard contractual clauses", "Schedule 1 of the Data Protection Act": of another text. */
const ELSEWHERE = new RegExp(`\\b(?:${laws.join('|')}|${attachedTo.join('|')})\\b`, 'i');
/** In UTF-16 units: a law stands right behind or before the label. */
const NEAR = 120;

/** "Set out in Schedule A": an annex, a schedule or an exhibit that the draft names and does not have. */
export function* unknownAttachments(policy: Policy): Iterable<Report> {
  const mentioned = attachmentsMentioned(policy);
  if (mentioned.length === 0) return;
  const known = new Set(attachmentsTitled(policy));
  const told = new Set<string>();
  for (const place of mentioned) {
    const label = wordsOf(place).toLowerCase();
    if (known.has(label) || told.has(label)) continue;
    told.add(label);
    yield {
      place,
      message: `“${wordsOf(place)}” is no part of this draft: no heading begins so. Attach it, link to it, or say it here.`,
    };
  }
}

const attachmentsMentioned = throughBlocks((block) => (block.kind === 'heading' ? [] : mentionsIn(block)));

function mentionsIn(block: Block): Place[] {
  const { text, inline } = block;
  return [...text.matchAll(MENTION)].flatMap(({ index, 0: words }) => {
    const end = index + words.length;
    const isLinked = inline.some((span) => span.kind === 'link' && span.start < end && span.end > index);
    const around = text.slice(Math.max(0, index - NEAR), end + NEAR);
    return isLinked || TITLE.test(text) || ELSEWHERE.test(around) ? [] : [{ block, start: index, end }];
  });
}

/** Of headings, and of lines that begin so. */
const attachmentsTitled = throughBlocks(({ text }) => {
  const label = TITLE.exec(text)?.[0].replace(/^\W+/, '').toLowerCase();
  return label === undefined ? [] : [label];
});
