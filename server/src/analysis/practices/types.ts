import type { Place } from '../document/types';
import type { Sentence } from '../language/types';

/** Ids of `catalogue/ontology`. */
export type EntityId = string;
export type DataTypeId = string;

export const actions = [
  'collect',
  'use',
  'store',
  'retain',
  'delete',
  'share',
  'sell',
  /** Statutory sharing for cross-context behavioural advertising, Cal. Civ. Code 1798.140(ah). */
  'ccpaShare',
  /** Lets someone else collect ("we allow advertisers to collect…"): the recipient ends up with the data. */
  'allow',
  /** Sets cookies or similar technology on the reader's device. */
  'place',
  /** Responds to a browser signal such as Do Not Track or Global Privacy Control; `data` is empty, `signal` is set. */
  'honourSignal',
] as const;

export type Action = (typeof actions)[number];

export type Polarity = 'affirmed' | 'denied';

export type EvidenceKind = 'prose' | 'list' | 'table' | 'questionAndAnswer' | 'heading';

/** A data type, recipient or purpose with the words that name it. */
export interface Mention {
  readonly id: string;
  readonly place: Place;
}

export interface RecipientMention extends Mention {
  /** Company name as written, where the recipient is named. */
  readonly name?: string;
}

export interface PurposeMention extends Mention {
  /** Whose purpose it is: "for their own marketing" is `third_party`. */
  readonly party: 'any' | 'first_party' | 'third_party';
}

export type ConditionKind = 'consent' | 'userAction' | 'legal' | 'necessity' | 'time' | 'other';

export interface Condition {
  readonly kind: ConditionKind;
  readonly place: Place;
}

export type ExceptionKind =
  | 'consent'
  | 'userAction'
  | 'legal'
  | 'necessity'
  | 'recipient'
  | 'purpose'
  | 'data'
  | 'crossReference'
  | 'other';

/** What a statement leaves out: "except …", "unless …", "other than …", or a next sentence "This does not include …". */
export interface Exception {
  readonly kind: ExceptionKind;
  /** Ontology ids of the data, recipients or purposes named in it. */
  readonly ids: readonly string[];
  readonly place: Place;
}

export type SubjectScope = 'any' | 'child' | 'applicant' | 'employee' | 'business' | 'visitor';

export interface RegionScope {
  readonly id: 'any' | 'california' | 'us' | 'eea' | 'uk' | 'brazil' | 'canada' | 'australia' | 'other';
  /** A region read from a heading is no narrowing where the general text covers those residents too. */
  readonly origin: 'none' | 'sentence' | 'heading';
}

/** Restricts the data without changing its type. */
interface DataScope {
  /** Aggregated, anonymous or de-identified. */
  readonly aggregate?: boolean;
  /** Processed on the reader's device only. */
  readonly onDevice?: boolean;
  /** Taken by the company from the reader's device: "we collect data on your phone". */
  readonly fromDevice?: boolean;
  /** "information through our ads program that identifies you": the object is limited in a way that the ontology does not know. */
  readonly restricted?: boolean;
  /** Restricted by nothing but "directly": others may do for the company what it does not do itself. */
  readonly ownHand?: boolean;
}

/** One row of what the draft says it does. */
export interface Statement {
  readonly actor: EntityId;
  /** The actor as named, where it is a company or a product. */
  readonly actorName?: string;
  readonly action: Action;
  readonly polarity: Polarity;
  readonly data: readonly Mention[];
  readonly recipients: readonly RecipientMention[];
  readonly purposes: readonly PurposeMention[];
  readonly conditions: readonly Condition[];
  readonly exceptions: readonly Exception[];
  readonly subject: SubjectScope;
  readonly region: RegionScope;
  /** "mobile app", "browser extension", "free version"; read from sentence or heading. */
  readonly product?: string;
  /** The heading of the section where that speaks of one part of the service, tool or occasion only ("Newsletter"). */
  readonly matter?: Place;
  /** By what means: "cookies", "web beacons", "our ads program". */
  readonly channel?: string;
  /** From whom the data comes, where the sentence says so. */
  readonly source?: EntityId;
  readonly dataScope: DataScope;
  readonly modality: 'asserts' | 'may' | 'knowingly' | 'currently' | 'cannot' | 'future';
  /** "only in the following cases": everything else is denied. */
  readonly exclusive: boolean;
  readonly sense: 'ordinary' | 'statutory' | 'forMoney' | 'forValue' | 'hedged';
  /** "We never ask for your date of birth": a denial of asking alone; what comes unasked may still be kept. */
  readonly asked?: true;
  /** Global Privacy Control or Do Not Track, for `honourSignal`. */
  readonly signal?: 'dnt' | 'gpc' | 'any';
  readonly evidence: Evidence;
  /** How sure the pattern is; only `high` feeds contradictions. */
  readonly confidence: 'high' | 'low';
}

export interface Evidence {
  /** The words that make the statement: the clause, list item or cell. */
  readonly place: Place;
  /** The sentence, list item or table cell from which it was read. */
  readonly sentence: Sentence;
  /** The list lead or table header that gives verb and polarity, where it is not the sentence itself. */
  readonly lead?: Place;
  readonly kind: EvidenceKind;
}

export type RetentionClass =
  | 'fixed'
  | 'fixed_bounded'
  | 'event'
  | 'event_plus'
  | 'criteria_specific'
  | 'none_kept'
  | 'weakened'
  | 'vague_necessity'
  | 'vague_reasonable'
  | 'vague_business'
  | 'vague_law'
  | 'indefinite'
  | 'discretion'
  | 'absent'
  | 'none';

/** How long something is kept, or when it is deleted. The classes stand in `catalogue/retention.yaml`. */
export interface RetentionStatement {
  readonly class: RetentionClass;
  readonly verdict: string;
  /** ISO 8601. */
  readonly durations: readonly string[];
  /** Words that start the clock ("after you close your account"). */
  readonly startEvent?: Place;
  readonly data: readonly Mention[];
  /** What is kept, where the ontology knows no type for it ("photos"). */
  readonly object?: Place;
  /** The words that say how long: what a finding underlines. */
  readonly words: Place;
  /** The whole phrase around them ("only for as long as necessary for our purposes"): what a fix replaces. */
  readonly phrase?: Place;
  /** Says that data is kept, without a word on how long ("we may keep a record of your request"). */
  readonly unstated?: true;
  /** Speaks of backups or copies, or of what is left after deletion. */
  readonly residual?: true;
  /** "up to 30 days", "not beyond your membership"; "at least a year". */
  readonly bound?: 'upper' | 'lower';
  /** "about 30 days": as good as exact. */
  readonly approximate?: true;
  /** "immediately", "at once". */
  readonly atOnce?: true;
  readonly polarity: Polarity;
  readonly action: 'keep' | 'delete';
  readonly sentence: Sentence;
  readonly kind: EvidenceKind;
}

/** A term that the draft itself defines ("collectively, External Parties"; "Personal Information does not include…"). */
export interface LocalDefinition {
  readonly term: string;
  readonly place: Place;
  /** Ontology ids that the definition puts under the term, or takes out of it. */
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
}
