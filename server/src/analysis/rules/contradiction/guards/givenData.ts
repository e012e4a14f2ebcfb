import catalogue from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists } from '../../../catalogue/read';
import { isAdverb, modals, negators } from '../../../language/grammar';
import type { Sentence, Token } from '../../../language/types';
import { sentencesOf } from '../../../practices/sentences';
import type { Claim } from '../pairs/claims';
import { isAuxiliary } from './complements';

const { handedIn, had, handedTo, heldAbout, unasked } = readCatalogue(
  catalogue,
  part('relatives', wordLists('handedIn', 'had', 'handedTo', 'heldAbout', 'unasked')),
);
const given: ReadonlySet<string> = new Set(handedIn);
const held: ReadonlySet<string> = new Set(had);
const toUs = handedTo.map((words) => words.split(' '));
const aboutYou = heldAbout.map((words) => words.split(' '));

/** Data that is named by how the company came by it: "the information (that) you give us", "data we collect about you". */
interface Acquired {
  /** Index of the token behind the words. */
  readonly end: number;
  /** Handed over by the reader, not only had by the company. */
  readonly byReader: boolean;
}

/**
 * What stands from a token on behind a word for data in general, where it leaves that word as wide as it is: all that
 * readers give, or all that is collected. Undefined where something else stands there, or where more is said ("through
 * the contact form", "when you call").
 */
export function acquired(tokens: readonly Token[], after: number): Acquired | undefined {
  const who = /^(?:that|which)$/.test(tokens[after]?.lower ?? '') ? after + 1 : after;
  const byReader = tokens[who]?.lower === 'you';
  if (!byReader && !/^(?:we|it)$/.test(tokens[who]?.lower ?? '')) return undefined;
  let at = who + 1;
  while (at < tokens.length && isAside(tokens[at] as Token)) at++;
  const deed = tokens[at]?.verb?.base ?? '';
  if (!(byReader ? given : held).has(deed)) return undefined;
  at++;
  if (isVoluntary(tokens[at])) at++;
  const tail = (byReader ? toUs : aboutYou)
    .filter((words) => words.every((word, i) => tokens[at + i]?.lower === word))
    .sort((a, b) => b.length - a.length)[0];
  const end = at + (tail?.length ?? 0);
  // "the data you provide to Acme": to somebody else
  if (byReader && end === at && tokens[end]?.lower === (deed === 'share' ? 'with' : 'to')) return undefined;
  return closes(tokens[end]) ? { end, byReader } : undefined;
}

/** "may have", "voluntarily" */
const isAside = (token: Token): boolean => isAuxiliary(token) || modals.has(token.lower) || isVoluntary(token);

const isVoluntary = (token: Token | undefined): boolean =>
  token !== undefined && isAdverb(token) && !negators.has(token.lower);

/** What is denied of the data, to whom it does not go, or the end follows. */
const closes = (token: Token | undefined): boolean =>
  token === undefined ||
  /^[.,;:!)]$/.test(token.lower) ||
  token.lower === 'with' ||
  token.lower === 'to' ||
  negators.has(token.lower) ||
  modals.has(token.lower) ||
  isAuxiliary(token);

/** "The information you give us is not shared": what is recorded without the reader's doing is not spoken of. */
export const isUnspoken = (said: Claim, denied: Claim, isA: (id: string, wider: string) => boolean): boolean =>
  isHandedIn(denied) &&
  (unasked.some((id) => isA(said.data.id, id)) ||
    (said.statement.source !== undefined && said.statement.source !== 'data_subject'));

function isHandedIn({ data: { place } }: Claim): boolean {
  const sentence = sentencesOf(place.block).find(
    (each: Sentence) => place.start >= each.start && place.end <= each.end,
  );
  if (!sentence) return false;
  const after = sentence.tokens.findIndex(({ start }) => start >= place.end);
  return after >= 0 && acquired(sentence.tokens, after)?.byReader === true;
}
