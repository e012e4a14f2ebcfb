import { readClauses } from '../language/clauses';
import type { Sentence } from '../language/types';
import { clauseStatements } from './clauseStatements';
import type { Draft } from './draft';

/** What a question asks about: "Do we sell your data?", "Do you share my information with anyone?" (the reader asks the company). */
export function questionDrafts(sentence: Sentence, ownNames: readonly string[]): Draft[] {
  const readerAsks =
    sentence.tokens.some((token) => token.lower === 'my' || token.lower === 'me') ||
    /^(?:do|does|will|are|can) you\b/i.test(sentence.block.text.slice(sentence.start, sentence.end));
  return readClauses(sentence)
    .filter((clause) => clause.group.form === 'finite')
    .flatMap((clause) => {
      const subject = clause.subject;
      const asked = readerAsks && subject && sentence.tokens[subject.first]?.lower === 'you';
      const drafts = clauseStatements({ ...clause, embedding: 'main', ...(asked && { subject: undefined }) }, ownNames);
      return drafts.length > 0 || !asked ? drafts : askedOfCompany({ ...clause, embedding: 'main' }, ownNames);
    });
}

function askedOfCompany(clause: Parameters<typeof clauseStatements>[0], ownNames: readonly string[]): Draft[] {
  const tokens = clause.sentence.tokens.map((token) =>
    token.lower === 'you' ? { ...token, lower: 'we', lemma: 'we' } : token,
  );
  const terms = clause.sentence.terms.map((term) =>
    term.ids.includes('data_subject') && tokens[term.first]?.lower === 'we' ? { ...term, ids: ['first_party'] } : term,
  );
  return clauseStatements({ ...clause, sentence: { ...clause.sentence, tokens, terms } }, ownNames);
}

/** "Yes" or "No" where a sentence opens with it as an answer. */
export function answerOf(sentence: Sentence): 'yes' | 'no' | undefined {
  const first = sentence.tokens[0]?.lower;
  const next = sentence.tokens[1]?.lower;
  if (first !== 'yes' && first !== 'no' && first !== 'never' && first !== 'nope') return undefined;
  if (
    next !== undefined &&
    next !== '.' &&
    next !== ',' &&
    next !== '!' &&
    next !== ';' &&
    next !== '-' &&
    next !== '\u2014' &&
    next !== '\u2013' &&
    next !== ':'
  )
    return undefined;
  return first === 'yes' ? 'yes' : 'no';
}
