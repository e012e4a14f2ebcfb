import catalogue from '../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import type { Block, Place } from '../../document/types';
import { kept } from '../../kept';
import type { Sentence } from '../../language/types';
import { sentencesOf } from '../../practices/sentences';
import { throughSentences } from '../../practices/throughout';
import type { Report, Rule } from '../types';
import { quote } from './pairs/wording';

const { onlyConsent, otherBasis, alternatives, purposes } = readCatalogue(
  catalogue,
  part('legalBasis', wordLists('onlyConsent', 'otherBasis', 'alternatives', 'purposes')),
);

/**
 * A purpose is pursued "only with your consent", and elsewhere on legitimate interests.
 * One basis per purpose must be told (GDPR Art. 13(1)(c)); swapping them misleads (EDPB Guidelines 05/2020, para 122).
 */
export const legalBasis: Rule = {
  id: 'contradiction/legal-basis',
  title: '“Only with your consent”, but on legitimate interests elsewhere, for one purpose',
  severity: 'information',
  citations: [
    { text: 'GDPR Art. 6(1) and 13(1)(c)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'EDPB Guidelines 05/2020, paras 121 to 123' },
  ],
  *check({ policy }): Iterable<Report> {
    const consenting = restingOnConsent(policy);
    if (consenting.length === 0) return;
    const others = otherBases(policy);
    for (const sentence of consenting) {
      const purposes = purposesOf(sentence);
      const found = others.filter(
        (other) =>
          other.block !== sentence.block &&
          other.purposes.some((id) => purposes.includes(id)) &&
          sameMeans(sentence, other.sentences),
      );
      const [first] = found;
      if (!first) continue;
      yield {
        place: wholeOf(sentence),
        message: `${quote(wholeOf(sentence))} here, but the same purpose rests on legitimate interests${under(first.block, sentence.block)}. Name one basis for it.`,
        related: [...new Set(found)]
          .slice(0, 6)
          .map(({ basis }) => ({ place: basis, message: 'Another basis for the same purpose.' })),
      };
    }
  },
};

/** A place that names another basis, with the purposes that it is named for. */
interface Basis {
  readonly block: Block;
  readonly basis: Place;
  readonly purposes: readonly string[];
  readonly sentences: readonly Sentence[];
}

/** Purposes that a reader takes for one and the same wherever they are named. */
const DISTINCT: ReadonlySet<string> = new Set(purposes);

const textOf = kept((sentence: Sentence) => ` ${sentence.tokens.map(({ lower }) => lower).join(' ')} `);
const holds = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(` ${phrase} `));
const wholeOf = ({ block, start, end }: Sentence): Place => ({ block, start, end });

const purposesOf = ({ terms }: Sentence): string[] =>
  terms.flatMap(({ kind, ids }) => (kind === 'purpose' ? ids.filter((id) => DISTINCT.has(id)) : []));

const restingOnConsent = throughSentences((sentence) => (restsOnConsentAlone(sentence) ? [sentence] : []));

const restsOnConsentAlone = kept((sentence: Sentence): boolean => {
  if (sentence.question || purposesOf(sentence).length === 0) return false;
  const text = textOf(sentence);
  return holds(text, onlyConsent) && !holds(text, alternatives) && !holds(text, otherBasis);
});

/** E-mail may need consent where post does not: means that one of the two names must stand in the other. */
function sameMeans(sentence: Sentence, others: readonly Sentence[]): boolean {
  const named = means(textOf(sentence));
  const theirs = others.flatMap((other) => means(textOf(other)));
  return named.length === 0 || theirs.length === 0 || named.some((word) => theirs.includes(word));
}

const means = (text: string): string[] =>
  ['email', 'sms', 'phone', 'post', 'push'].filter((word) => text.replace(/e-mail/g, 'email').includes(` ${word}`));

const otherBases = throughSentences((sentence): Basis[] => {
  const text = textOf(sentence);
  if (!holds(text, otherBasis) || holds(text, alternatives)) return [];
  const row = rowOf(sentence.block).flatMap(sentencesOf);
  const all = row.length > 0 ? row : [sentence];
  if (all.some((each) => textOf(each).includes(' consent '))) return [];
  return [{ block: sentence.block, basis: basisIn(sentence), purposes: all.flatMap(purposesOf), sentences: all }];
});

/** The cells of a table's row. */
const rowOf = ({ cell }: Block): Block[] =>
  cell ? (cell.table.rows[cell.row] ?? []).filter((other) => other !== undefined) : [];

/** The words "legitimate interests". */
function basisIn(sentence: Sentence): Place {
  const at = sentence.tokens.findIndex(({ lower }) => lower === 'legitimate');
  const first = sentence.tokens[at];
  const last = sentence.tokens.slice(at).find(({ lower }) => lower.startsWith('interest'));
  return first && last ? { block: sentence.block, start: first.start, end: last.end } : wholeOf(sentence);
}

function under(block: Block, other: Block): string {
  const title = block.section.title.trim();
  return title !== '' && block.section !== other.section ? ` under “${title}”` : '';
}
