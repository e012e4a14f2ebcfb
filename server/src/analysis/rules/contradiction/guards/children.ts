import catalogue from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordSet } from '../../../catalogue/read';
import { negators } from '../../../language/grammar';
import type { Token } from '../../../language/types';
import type { Statement } from '../../../practices/types';
import { isReaders } from '../pairs/claims';

const children = readCatalogue(catalogue, part('children', wordSet));

/**
 * Whether a sentence itself speaks of children, whatever its heading says. Who is named first decides: "to make sure that we
 * gather nothing from children, or to see what to do with data of children".
 */
export function isAboutChildren({ evidence: { sentence } }: Statement): boolean {
  const first = sentence.tokens.findIndex((_, at, tokens) => isChild(tokens, at));
  return first >= 0 && !isLeftOut(sentence.tokens, first);
}

/** "No area of our site is directed at children, but it asks for your age": of others. */
export const isAboutOthersThanChildren = (statement: Statement): boolean =>
  statement.evidence.sentence.tokens.some((_, at, tokens) => isChild(tokens, at)) && !isAboutChildren(statement);

const isChild = (tokens: readonly Token[], at: number): boolean => children.has(tokens[at]?.lemma ?? '');

/** "whether you have children", "work with children", "to make sure that we gather nothing from children". */
const isLeftOut = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some(({ verb, lower }) => verb?.base === 'have' || lower === 'with') ||
  tokens.slice(Math.max(0, at - FAR), at).some(({ lower }) => lower === 'no' || negators.has(lower));

/** In tokens: "do not gather personally identifiable information from children". */
const FAR = 8;

/** "your name, your address, the ages of children": a list of what readers tell, in which children come up. */
export const namesChildrenLater = ({ data: [first], evidence: { sentence } }: Statement): boolean =>
  first !== undefined &&
  first.place.block === sentence.block &&
  isReaders(first.place) &&
  sentence.tokens.every((token, at, tokens) => !isChild(tokens, at) || token.start > first.place.end);

/** "your child's name", "the parent's e-mail address": what parents are asked is not collected from their children. */
export const isAskedOfParents = ({ evidence: { sentence } }: Statement): boolean =>
  sentence.tokens.some(
    ({ lemma }, i, tokens) =>
      lemma === 'parent' || lemma === 'guardian' || (lemma === 'child' && tokens[i - 1]?.lower === 'your'),
  );
