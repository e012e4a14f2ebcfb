import { adversatives, conjunctions, connectives, determiners, isAdverb, partitives, possessives } from './grammar';
import { nounLemma } from './lemmas';
import type { Clause, Token, VerbGroup } from './types';
import { wordOf as word } from './words';

/**
 * "We collect your name, and your address is kept …": what stands before the conjunction belongs to the verb before it,
 * as long as the words behind it agree with the passive verb ("your name, and your address are kept" is a series).
 * Token index where the words that can be the passive's subject begin.
 */
export function behindFinishedClause(
  tokens: readonly Token[],
  group: VerbGroup,
  { from, end }: { readonly from: number; readonly end: number },
  clauses: readonly Clause[],
): number {
  const earlier = clauses.findLast(({ group: { verb } }) => verb === from - 1);
  if (group.form !== 'finite' || earlier?.embedding !== 'main' || earlier.group.form !== 'finite') return from;
  if (describesNoun(tokens, earlier)) return from;
  const joints = tokens.flatMap((_, i) => (i > from && i < end && joins(tokens, i) ? [i] : []));
  const agreeing = joints.filter((joint) => agrees(tokens.slice(joint + 1, end + 1), group, tokens));
  const joint = agreeing.findLast((i) => word(tokens[i - 1]) === ',') ?? agreeing.at(-1);
  return joint === undefined ? from : joint + 1;
}

/** "the name you enter and your photos are stored": the noun before the clause is what is spoken of. */
function describesNoun(tokens: readonly Token[], { subject }: Clause): boolean {
  const before = subject && tokens[subject.first - 1];
  return (
    before?.kind === 'word' &&
    !isAdverb(before) &&
    ![conjunctions, adversatives, connectives].some((words) => words.has(before.lower))
  );
}

/** A conjunction before a noun phrase that tells where it begins. */
const joins = (tokens: readonly Token[], at: number): boolean =>
  (word(tokens[at]) === 'and' || adversatives.has(word(tokens[at]))) && opensNounPhrase(tokens[at + 1]);

const opensNounPhrase = (token: Token | undefined): boolean =>
  token !== undefined &&
  (determiners.has(token.lower) ||
    possessives.has(token.lower) ||
    partitives.has(token.lower) ||
    token.lower === 'nothing');

/** A singular phrase is not what "are" speaks of; "will be" says neither. */
function agrees(phrase: readonly Token[], { first, verb }: VerbGroup, tokens: readonly Token[]): boolean {
  if (!tokens.slice(first, verb).some(({ lower }) => plural.has(lower))) return true;
  return phrase.some(({ lower }) => lower === 'and' || lower === 'data' || nounLemma(lower) !== lower);
}

/** Forms of auxiliaries that no singular noun has. */
const plural: ReadonlySet<string> = new Set(['are', 'were', 'have']);

/**
 * "We don't sell it, share it with others, or keep it": what joins the last verb of a series to which a bare verb behind a
 * comma belongs; undefined where it is in none.
 */
export function endOfSeries(tokens: readonly Token[], { first, verb }: VerbGroup): 'or' | 'and' | undefined {
  if (first !== verb || word(tokens[first - 1]) !== ',' || tokens[verb]?.verb?.form !== 'base') return undefined;
  for (let i = verb + 1; i < tokens.length - 1; i++) {
    const lower = word(tokens[i]);
    if (lower === ';' || lower === ':' || adversatives.has(lower)) return undefined;
    const isVerb = tokens[i + 1]?.verb?.form === 'base';
    if ((lower === 'or' || lower === 'nor') && isVerb) return 'or';
    if (lower === 'and' && isVerb) return 'and';
  }
  return undefined;
}
