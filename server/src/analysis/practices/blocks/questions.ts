import cuesCatalogue from '../../catalogue/ontology/cues.yaml';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import { readClauses } from '../../language/clauses';
import { tokenize } from '../../language/tokens';
import type { Clause, Sentence, Token } from '../../language/types';
import { clauseStatements } from '../clauses/clauseStatements';
import type { Draft } from '../draft';

/** What a question asks about: "Do we sell your data?", "Do you share my information with anyone?" (the reader asks the company). */
export function questionDrafts(sentence: Sentence, ownNames: readonly string[]): Draft[] {
  const readerAsks =
    sentence.tokens.some((token) => token.lower === 'my' || token.lower === 'me') ||
    /^(?:do|does|will|are|can) you\b/i.test(sentence.block.text.slice(sentence.start, sentence.end));
  return readClauses(sentence)
    .map((clause) => turned(clause))
    .filter((clause) => clause.group.form === 'finite')
    .flatMap((clause) => {
      const subject = clause.subject;
      const asked = readerAsks && subject && sentence.tokens[subject.first]?.lower === 'you';
      const drafts = clauseStatements({ ...clause, embedding: 'main', ...(asked && { subject: undefined }) }, ownNames);
      return drafts.length > 0 || !asked ? drafts : askedOfCompany({ ...clause, embedding: 'main' }, ownNames);
    });
}

/** "Is my data shared with anyone?": the verb stands before what is shared. */
function turned(clause: Clause): Clause {
  const { group, subject, sentence } = clause;
  if (
    group.form !== 'participle' ||
    subject?.first !== 0 ||
    !/^(?:is|are|was|were)$/.test(sentence.tokens[0]?.lower ?? '')
  )
    return clause;
  const inner = { first: 1, last: subject.last };
  return inner.last < 1
    ? clause
    : { ...clause, group: { ...group, form: 'finite' }, passive: true, embedding: 'main', subject: inner };
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

const answers = readCatalogue(cuesCatalogue, part('answers', wordLists('yes', 'no')));
const byWords = new Map(
  (['no', 'yes'] as const).flatMap((answer) =>
    answers[answer].map((words): [string, 'yes' | 'no'] => [
      tokenize(words)
        .map(({ lower }) => lower)
        .join(' '),
      answer,
    ]),
  ),
);

/** "Yes", "A: No", "Absolutely not": the words before the first mark are an answer and nothing else. */
export function answerOf(sentence: Sentence): 'yes' | 'no' | undefined {
  const { tokens } = sentence;
  const labelled = /^(?:a|answer)$/.test(tokens[0]?.lower ?? '') && /^[:.)]$/.test(tokens[1]?.lower ?? '') ? 2 : 0;
  let end = labelled;
  while (end < tokens.length && end < labelled + 6 && (tokens[end] as Token).kind === 'word') end++;
  if (end < tokens.length && (tokens[end] as Token).kind === 'word') return undefined;
  return byWords.get(
    tokens
      .slice(labelled, end)
      .map(({ lower }) => lower)
      .join(' '),
  );
}
