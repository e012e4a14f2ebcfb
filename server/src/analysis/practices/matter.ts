import catalogue from '../catalogue/language/headings.yaml';
import { part, readCatalogue, wordSet } from '../catalogue/read';
import { romanValue } from '../document/plainLines';
import type { Block, Place, Section } from '../document/types';
import { kept } from '../kept';
import type { Sentence } from '../language/types';
import { sentencesOf } from './sentences';

const general = readCatalogue(catalogue, part('general', wordSet));
/** In words: a longer heading is a sentence of its own, which says more than what its section is about. */
const LONGEST_TITLE = 8;

/**
 * The heading that makes what stands below it a matter of its own: it names a part of the service ("Newsletter", "Chat
 * with our support", "Acme Maps"), a tool ("Google Analytics") or an occasion ("Job applications"), or another section has the same ("How we share your data", told
 * of visitors and of suppliers), the nearest first.
 * Undefined where the headings speak of privacy in general, of data, of people and of recipients: what is said there
 * is said of the whole.
 */
export function matterOf(section: Section, ownNames: readonly string[]): Place | undefined {
  for (let at: Section | undefined = section; at; at = at.parent) {
    if (at.level <= 1 && !at.parent && at.children.length > 0) return undefined;
    if (at.heading && (at.repeated || namesPart(at)(ownNames)))
      return { block: at.heading, start: 0, end: at.heading.text.length };
  }
  return undefined;
}

const namesPart = kept((section: Section) =>
  kept((ownNames: readonly string[]) => {
    const sentences = section.heading ? sentencesOf(section.heading) : [];
    const [sentence] = sentences;
    return sentence !== undefined && sentences.length === 1 && readsAsPart(sentence, ownNames);
  }),
);

/** "Text messages: your number is not passed on": the label of a paragraph that names a part of the service. */
export function matterOfLabel(block: Block, ownNames: readonly string[]): Place | undefined {
  const { runIn, kind } = block;
  return runIn && kind === 'paragraph' && labelsPart(block)(ownNames) ? { block, ...runIn } : undefined;
}

const labelsPart = kept((block: Block) =>
  kept((ownNames: readonly string[]) => {
    const [label, next] = sentencesOf(block);
    return (
      label !== undefined &&
      next !== undefined &&
      label.end <= next.start &&
      isLabel(block, label) &&
      readsAsPart(label, ownNames)
    );
  }),
);

const isLabel = ({ runIn }: Block, { end }: Sentence): boolean => runIn !== undefined && end <= runIn.end + 1;

function readsAsPart(sentence: Sentence, ownNames: readonly string[]): boolean {
  const title = sentence.block.text.slice(sentence.start, sentence.end);
  if (/\bprivacy\b/i.test(title)) return false;
  // "What do we record when you use our chat?": a long title says of what it speaks behind "when"
  const occasion = sentence.tokens.findIndex(({ lower }) => lower === 'when' || lower === 'if' || lower === 'while');
  const isLong = sentence.question || sentence.tokens.length > LONGEST_TITLE;
  if (isLong && occasion <= 0) return false;
  const own = new Set(ownNames.flatMap((name) => name.toLowerCase().split(/\s+/)));
  return sentence.tokens.some((token, i) => {
    if ((isLong && i < occasion) || token.kind !== 'word' || !/\p{L}{2}/u.test(token.lower)) return false;
    if (romanValue(token.lower) > 0) return false;
    const term = sentence.terms.find(({ first, last }) => first <= i && i <= last);
    if (term?.kind === 'company') return !own.has(token.lower);
    if (term?.kind === 'data' || term?.kind === 'entity') return false;
    return !general.has(token.lower) && !general.has(token.lemma) && !own.has(token.lower);
  });
}

/** Whether a place stands below the heading, or in the labelled paragraph, that makes a matter of its own. */
export function isWithin(place: Place, matter: Place): boolean {
  if (place.block === matter.block) return true;
  for (let at: Section | undefined = place.block.section; at; at = at.parent)
    if (at.heading === matter.block) return true;
  return false;
}
