import type { Clause, Sentence, VerbGroup } from '../../language/types';

/** The sentence as one clause without a verb: its words fill the lead's open slot. */
export function verblessClause(sentence: Sentence): Clause {
  const group: VerbGroup = {
    first: 0,
    verb: 0,
    base: '',
    form: 'finite',
    passive: false,
    negated: false,
    modality: 'asserts',
  };
  return {
    sentence,
    group,
    base: '',
    passive: false,
    negated: false,
    modality: 'asserts',
    embedding: 'main',
    from: 0,
    to: sentence.tokens.length,
    right: 0,
    adversative: false,
  };
}
