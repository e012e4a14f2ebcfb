import { checkDisclosures } from './disclosures/checklist';
import { readRegimes } from './disclosures/regimes';
import type { ActiveRegime, ChecklistItem, RegimeId } from './disclosures/types';
import { parseDocument } from './document/parse';
import type { Block, DocumentFormat } from './document/types';
import { readSentences } from './language/sentences';
import type { Sentence } from './language/types';
import type { Policy } from './policy';
import { readDefinitions } from './practices/definitions';
import { readOwnNames } from './practices/ownNames';
import { readRetention } from './practices/retention';
import { readStatements } from './practices/statements';
import { ontologyMatcher } from './practices/terms';
import { runRules } from './rules/run';
import type { Finding, Severity } from './rules/types';
import type { ProjectSuppression } from './suppression/types';

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
}

/** Reads a draft and reports what a careful reviewer would raise. Pure: same text and options, same findings in the same order. */
export function analyze(text: string, options: AnalysisOptions): Analysis {
  const policy = readPolicy(text, options);
  const { findings, failedRules } = runRules(policy, options);
  return { policy, regimes: policy.regimes, findings, checklist: policy.checklist, failedRules };
}

/** Text to blocks to sentences to statements, then what the regimes ask for. */
function readPolicy(text: string, options: AnalysisOptions): Policy {
  const document = parseDocument(text, options.format);
  const matcher = ontologyMatcher();
  const byBlock = new Map<Block, readonly Sentence[]>();
  for (const block of document.blocks) byBlock.set(block, readSentences(block, matcher));
  const sentencesOf = (block: Block): readonly Sentence[] => byBlock.get(block) ?? [];
  const sentences = [...byBlock.values()].flat();
  const ownNames = readOwnNames(document, sentences);
  const read = {
    document,
    sentences,
    statements: readStatements(document, sentencesOf, ownNames),
    retention: readRetention(sentences, document),
    definitions: readDefinitions(sentences),
    ownNames,
  };
  const regimes = readRegimes(document, sentences, options);
  return { ...read, regimes, checklist: checkDisclosures(read, regimes, options) };
}
