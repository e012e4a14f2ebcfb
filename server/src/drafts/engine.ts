import type { Reading } from '../analysis/analyze';
import type { RegimeId } from '../analysis/disclosures/types';
import type { DocumentFormat } from '../analysis/document/types';
import type { DocumentLink, SetDocument } from '../analysis/policy';
import type { Recognition } from '../analysis/policyRecognition';
import type { RuleEntry } from '../analysis/rules/list';
import type { Analysis } from '../analysis/types';
import { analysisOptions } from '../config/analysisOptions';
import type { ProjectConfiguration, Vocabulary } from '../config/types';

/** The analysis as editor and command line tool use it. */
export interface Engine {
  /** Why a document is not checked, for people; undefined when it is a policy. */
  whyNotChecked(draft: { text: string; format: DocumentFormat; path: string }): string | undefined;
  /** Why not even a draft that is a policy beyond doubt is checked; undefined where it is. */
  whyTooLarge(text: string): string | undefined;
  /** Why a draft that was to be checked in any case was not, although that is no failure; undefined where it was. */
  whyUnread(analysis: Pick<Analysis, 'findings'>): string | undefined;
  /** What the draft says; the reading of the version before spares what an edit left alone, and is used up by that. */
  read(text: string, format: DocumentFormat, settings: CheckSettings, earlier?: Reading): Reading;
  /** What is to be said of it, as one of several documents or alone. */
  judge(
    reading: Reading,
    others: readonly SetDocument[],
    format: DocumentFormat,
    settings: CheckSettings,
    missingFiles?: readonly string[],
  ): Analysis;
  linksOf(analysis: Pick<Analysis, 'policy'>): readonly DocumentLink[];
  readonly rules: readonly RuleEntry[];
  readonly vocabulary: Vocabulary;
}

export interface CheckSettings {
  readonly project?: ProjectConfiguration;
  /** YYYY-MM-DD. */
  readonly today?: string;
  /** Exactly these regimes. */
  readonly regimes?: readonly RegimeId[];
  /** The draft's address: the project file may speak of it by its path. */
  readonly uri?: string;
}

const reasons: Readonly<Record<Exclude<NonNullable<Recognition['reason']>, 'tooLarge'>, string>> = {
  notAPolicy: 'not a privacy policy',
  notEnglish: 'not in English',
  empty: 'empty',
};

/** What the analysis reports of a draft that it cannot read, and nothing else. */
const UNREAD = 'wording/other-language';

const inMillions = (characters: number): string => `${(characters / 1e6).toFixed(1)} million`;

let engine: Promise<Engine> | undefined;

/** Loads the analysis with its catalogues on first use, so that a server that sees no policy starts fast and stays small. */
export function loadEngine(): Promise<Engine> {
  engine ??= load();
  return engine;
}

async function load(): Promise<Engine> {
  const [
    { read },
    { inSet },
    { readDocumentLinks },
    { largestDraft, recognisePolicy },
    { listRules },
    { factLabels },
    terms,
  ] = await Promise.all([
    import('../analysis/analyze'),
    import('../analysis/policySet'),
    import('../analysis/documentSets/links'),
    import('../analysis/policyRecognition'),
    import('../analysis/rules/list'),
    import('../analysis/disclosures/facts'),
    import('../analysis/catalogue/ontology/terms'),
  ]);
  const rules = listRules();
  const whyTooLarge = ({ length }: string): string | undefined =>
    length > largestDraft
      ? `too large: ${inMillions(length)} characters, and at most ${inMillions(largestDraft)} are checked`
      : undefined;
  return {
    whyTooLarge,
    whyNotChecked: ({ text, format, path }) => {
      const { isPolicy, reason = 'notAPolicy' } = recognisePolicy(text, format, path);
      if (isPolicy) return undefined;
      return reason === 'tooLarge' ? whyTooLarge(text) : reasons[reason];
    },
    whyUnread: ({ findings }) => (findings.some(({ rule }) => rule === UNREAD) ? reasons.notEnglish : undefined),
    read: (text, format, settings, earlier) => read(text, analysisOptions(format, settings.project, settings), earlier),
    judge: (reading, others, format, settings, missingFiles) =>
      inSet(reading, others, { ...analysisOptions(format, settings.project, settings), missingFiles }),
    linksOf: ({ policy }) => readDocumentLinks(policy),
    rules,
    vocabulary: {
      ruleIds: new Set(rules.map((rule) => rule.id)),
      ruleFamilies: new Set(rules.map((rule) => rule.id.replace(/\/.*/s, ''))),
      ruleAliases: aliasesOf(rules),
      facts: new Set(factLabels.keys()),
      dataTypes: new Set(terms.dataEntries.map(({ id }) => id)),
      roles: new Set(terms.entityEntries.map(({ id }) => id)),
    },
  };
}

function aliasesOf(rules: readonly RuleEntry[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, aliases = [] } of rules) {
    for (const alias of aliases) found.set(alias, [...(found.get(alias) ?? []), id]);
  }
  return found;
}
