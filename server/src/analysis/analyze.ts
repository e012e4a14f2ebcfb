import { checkDisclosures } from './disclosures/checklist';
import { readRegimes } from './disclosures/regimes';
import { parseDocument } from './document/parse';
import type { PolicyDocument } from './document/types';
import { Collection, isSameList, kept } from './kept';
import { forgetClauses } from './language/clauses';
import type { Policy } from './policy';
import { definitionsIn } from './practices/names/definitions';
import { readOwnNames } from './practices/names/ownNames';
import { keyOf, readWith } from './practices/names/terms';
import { retentionIn } from './practices/retention/retention';
import { sentencesIn } from './practices/sentences';
import { readStatements } from './practices/statements';
import type { Statement } from './practices/types';
import { runRules } from './rules/run';
import type { Analysis, AnalysisOptions } from './types';

/**
 * Reads a draft and reports what a careful reviewer would raise. Pure: same text and options, same findings in the same
 * order. With the analysis of the version before, only what an edit touched is read again, to the same result; the
 * earlier analysis is used up by that, since its blocks move to where they stand now.
 */
export function analyze(text: string, options: AnalysisOptions, earlier?: Reading): Analysis {
  return judged(read(text, options, earlier), options);
}

/** A draft that was read and not yet judged. */
export type Reading = Pick<Analysis, 'policy' | 'regimes' | 'checklist'>;

/** The first part of `analyze`. */
export function read(text: string, options: AnalysisOptions, earlier?: Reading): Reading {
  const isSameVocabulary = earlier && (vocabularyOf.get(earlier.policy.document) ?? '') === keyOf(options.ownTerms);
  const policy = readPolicy(text, options, isSameVocabulary ? earlier.policy : undefined);
  return { policy, regimes: policy.regimes, checklist: policy.checklist };
}

/** The second part of `analyze`. */
export const judged = (reading: Reading, options: AnalysisOptions): Analysis => ({
  ...reading,
  ...runRules(reading.policy, options),
});

/** What is read from the regions of a draft, joined; each list stays the same object as long as it holds the same. */
const listsOf = kept((_draft: object) => ({
  sentences: new Collection(sentencesIn),
  statements: new Collection((statements: readonly Statement[]) => statements),
  retention: new Collection(retentionIn),
  definitions: new Collection(definitionsIn),
}));
/** The terms of one's own with which a draft was read. */
const vocabularyOf = new WeakMap<PolicyDocument, string>();

/** Text to blocks to sentences to statements, then what the regimes ask for. */
function readPolicy(text: string, options: AnalysisOptions, earlier?: Policy): Policy {
  const document = parseDocument(text, options.format, earlier?.document);
  readWith(options.ownTerms, document.blocks);
  const { regions } = document;
  const names = readOwnNames(document);
  const ownNames = earlier && isSameList(earlier.ownNames, names) ? earlier.ownNames : names;
  const lists = listsOf(document.draft);
  const read = {
    document,
    sentences: lists.sentences.of(regions),
    statements: lists.statements.of(readStatements(document, ownNames)),
    retention: lists.retention.of(regions),
    definitions: lists.definitions.of(regions),
    ownNames,
  };
  forgetClauses();
  const regimes = readRegimes(document, options);
  const missing = options.missingFiles && { missingFiles: options.missingFiles };
  const policy = { ...read, regimes, checklist: checkDisclosures(read, regimes, options), ...missing };
  vocabularyOf.set(document, keyOf(options.ownTerms));
  return policy;
}
