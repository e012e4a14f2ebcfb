import { determiners, possessives } from '../../../language/grammar';
import type { Sentence, Token } from '../../../language/types';
import type { Claim } from '../pairs/claims';
import { unreadComplements } from './complements';
import type { Guard } from './guard';
import { isSweeping, isSweepingBeside } from './sweeping';

/**
 * The denied claim where it means what its bare words mean, or all that is not known of it are phrases that tell where
 * ("from your device", "on the sync server"): what is said with the same phrases breaks it all the same.
 */
export function comparable(claim: Claim): readonly Claim[] {
  if (isSweeping(claim)) return [claim];
  const phrases = unreadComplements(claim.statement);
  if (phrases.length === 0 || phrases.some(({ isElsewhere }) => isElsewhere)) return [];
  const known = new Set(phrases.flatMap(({ words }) => words));
  return isSweepingBeside(claim, known) ? [{ ...claim, narrowedTo: phrases.map(({ words }) => words) }] : [];
}

/** "No data is stored on the sync server": broken where data is stored on the sync server. */
export const narrowedAlike: Guard = {
  name: 'said of the same part',
  holds: ({ statement }, { narrowedTo }) =>
    narrowedTo === undefined || narrowedTo.every((phrase) => holds(statement.evidence.sentence, phrase)),
};

function holds({ tokens }: Sentence, phrase: readonly Token[]): boolean {
  const searched = content(phrase);
  const words = content(tokens);
  return words.some((_, i) => searched.every((lemma, k) => words[i + k] === lemma));
}

/** Without articles and the like: "on the server", "on our server". */
const content = (tokens: readonly Token[]): readonly string[] =>
  tokens
    .filter(({ lower, kind }) => kind === 'word' && !determiners.has(lower) && !possessives.has(lower))
    .map(({ lemma }) => lemma);
