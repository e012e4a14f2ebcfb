import { checkDisclosures } from './disclosures/checklist';
import { readRegimes } from './disclosures/regimes';
import type { ActiveRegime, ChecklistItem, RegimeId } from './disclosures/types';
import { parseDocument } from './document/parse';
import type { DocumentFormat, PolicyDocument } from './document/types';
import { Collection, isSameList, kept } from './kept';
import { forgetClauses } from './language/clauses';
import type { Policy } from './policy';
import { definitionsIn } from './practices/definitions';
import { readOwnNames } from './practices/ownNames';
import { retentionIn } from './practices/retention';
import { sentencesIn } from './practices/sentences';
import { readStatements } from './practices/statements';
import { keyOf, type OwnTerms, readWith } from './practices/terms';
import type { Statement } from './practices/types';
import { runRules } from './rules/run';
import type { Finding, Severity } from './rules/types';
import type { ProjectSuppression, ProjectSuppressionUse } from './suppression/types';

export interface AnalysisOptions {
  readonly format: DocumentFormat;
  /** Today's date, YYYY-MM-DD; rules about dates are silent without it. */
  readonly today?: string;
  /** Exactly these regimes, whatever the text says (`--regime`). */
  readonly regimes?: readonly RegimeId[];
  /** Regimes and facts from the project file; weaker than the draft's own directives and front matter. */
  readonly project?: { readonly regimes?: readonly RegimeId[]; readonly facts?: Readonly<Record<string, boolean>> };
  /** Severity by rule id or family, from the project file. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Terms and companies from the project file. */
  readonly ownTerms?: OwnTerms;
  /** Targets, as written, of links to files that are not there. */
  readonly missingFiles?: readonly string[];
  /** What the project file suppresses in this draft. */
  readonly suppressions?: readonly ProjectSuppression[];
}

export interface Analysis {
  readonly policy: Policy;
  readonly regimes: readonly ActiveRegime[];
  readonly findings: readonly Finding[];
  readonly checklist: readonly ChecklistItem[];
  /** Rules that threw: switched off for this run, the rest reported all the same. */
  readonly failedRules: readonly { readonly rule: string; readonly error: string }[];
  /** What became of the project file's suppressions that hold for this draft. */
  readonly projectSuppressions?: readonly ProjectSuppressionUse[];
}

/**
 * Reads a draft and reports what a careful reviewer would raise. Pure: same text and options, same findings in the same
 * order. With the analysis of the version before, only what an edit touched is read again, to the same result; the
 * earlier analysis is used up by that, since its blocks move to where they stand now.
 */
export function analyze(text: string, options: AnalysisOptions, earlier?: Analysis): Analysis {
  const isSameVocabulary = earlier && (vocabularyOf.get(earlier.policy.document) ?? '') === keyOf(options.ownTerms);
  const policy = readPolicy(text, options, isSameVocabulary ? earlier.policy : undefined);
  return { policy, regimes: policy.regimes, checklist: policy.checklist, ...runRules(policy, options) };
}

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
