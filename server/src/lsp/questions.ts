import type { Command } from 'vscode-languageserver';
import { questionsFor } from '../analysis/disclosures/questions';
import type { Finding } from '../analysis/finding';
import type { ProjectConfiguration } from '../config/types';
import type { Outcome } from './checks';
import type { QuestionsView } from './protocol';

const ANSWER_QUESTIONS = 'policyLinter.answerQuestions';

/** What to ask the author of a checked draft. */
export function questionsOf(
  { analysis }: Outcome,
  project: ProjectConfiguration | undefined,
): QuestionsView | undefined {
  if (!analysis) return undefined;
  const questions = questionsFor(analysis).map((question) => ({
    ...question,
    answer: project?.facts.get(question.fact)?.value,
  }));
  return { questions };
}

/** Offered where disclosures are in question and some wait for facts that only the author knows. */
export function answerQuestions({ analysis, draft }: Outcome, findings: readonly Finding[]): Command | undefined {
  if (!findings.some(({ rule }) => rule.startsWith('disclosure/'))) return undefined;
  const open = analysis?.checklist.some(({ required, status }) => required === 'unknown' && status === 'missing');
  if (!open) return undefined;
  return { title: 'Answer a few questions about what applies …', command: ANSWER_QUESTIONS, arguments: [draft.uri] };
}
