import type { PolicyDocument } from '../document/types';
import { firstPerson } from '../language/grammar';
import type { Sentence } from '../language/types';
import { productIn } from './qualifiers';
import { sentencesIn } from './sentences';
import { throughRegions } from './throughout';

/** What opens the name of a product that the draft is about, beside "our" and "my". */
const pointing: ReadonlySet<string> = new Set(['the', 'this']);
/** In tokens: "our free mobile app". */
const LONGEST = 3;

const named = throughRegions((region) => sentencesIn(region).flatMap(productsOf));

/** "our app", "the browser extension" */
function productsOf(sentence: Sentence): string[] {
  const { tokens } = sentence;
  return tokens.flatMap(({ lower }, at) => {
    if (!pointing.has(lower) && !firstPerson.has(lower)) return [];
    for (let last = at + 1; last <= at + LONGEST && tokens[last]?.kind === 'word'; last++) {
      const product = productIn(sentence, last, last);
      // "the websites that you visit" are others'
      const isOthers = tokens[last]?.lower !== tokens[last]?.lemma && !firstPerson.has(lower);
      if (product) return isOthers ? [] : [product];
    }
    return [];
  });
}

/**
 * The product that the draft is about where it speaks of one only ("the app" in an app's policy): what the product does not
 * do, nobody does there. Undefined where it speaks of several, or of none.
 */
export function soleProduct(draft: { readonly document: PolicyDocument }): string | undefined {
  const [first, ...others] = new Set(named(draft));
  return others.length === 0 ? first : undefined;
}
