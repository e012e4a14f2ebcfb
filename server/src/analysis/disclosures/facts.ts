import catalogue from '../catalogue/disclosures/facts.yaml';
import { entry, listOf, number, oneOf, optional, readCatalogue, text, wordList } from '../catalogue/read';
import { hoursOf } from '../language/durations';
import type { Policy } from '../policy';
import { type Action, actions, type Statement } from '../practices/types';
import type { Trigger } from './catalogue';
import type { Condition } from './condition';
import { compile } from './evaluate';
import { parseExpression } from './expression';
import { isMet } from './matches';
import type { Reading } from './reading';

const entries = new Map(
  readCatalogue(
    catalogue,
    listOf(
      entry({
        id: text,
        /** What holds if the fact does. */
        label: text,
        cues: optional(wordList),
        statements: optional(
          entry({
            action: listOf(oneOf(...actions)),
          }),
        ),
        retentionOverMonths: optional(number),
      }),
    ),
  ).map((entry) => [entry.id, entry]),
);

/** Names of the facts that a project file may state, with what each says. */
export const factLabels: ReadonlyMap<string, string> = new Map([...entries].map(([id, { label }]) => [id, label]));

/** Facts that no draft can show: where nobody states them, what depends on them is not asked for. */
export function isAuthorsOnly(fact: string): boolean {
  const entry = entries.get(fact);
  return entry !== undefined && !entry.cues && !entry.statements && entry.retentionOverMonths === undefined;
}

let compiled: ReadonlyMap<string, readonly Condition[]> | undefined;

/** Makes the phrases of all cues known; must run before a draft is read. */
export function prepareFacts(): ReadonlyMap<string, readonly Condition[]> {
  compiled ??= new Map(
    [...entries.values()].map(({ id, cues }) => [id, (cues ?? []).map((cue) => compile(parseExpression(cue)))]),
  );
  return compiled;
}

const HOURS_IN_MONTH = 730;

/** Answers whether facts hold in one draft: what the author states, else what the draft shows. */
export class Facts {
  private readonly known = new Map<string, boolean | undefined>();

  constructor(
    private readonly policy: Pick<Policy, 'statements' | 'retention'>,
    private readonly reading: Reading,
    private readonly stated: Readonly<Record<string, boolean>> = {},
  ) {}

  /** Whether a trigger is met; undefined where only the author knows. */
  meets(trigger: Trigger): boolean | undefined {
    if (trigger === 'always') return true;
    if (trigger.any) return some(trigger.any.map((name) => this.named(name)));
    return every((trigger.all ?? []).map((name) => this.named(name)));
  }

  private named(name: string): boolean | undefined {
    const negated = name.startsWith('not ');
    const value = this.holds(negated ? name.slice(4) : name);
    return negated && value !== undefined ? !value : value;
  }

  private holds(id: string): boolean | undefined {
    if (this.stated[id] !== undefined) return this.stated[id];
    if (!this.known.has(id)) this.known.set(id, this.shown(id));
    return this.known.get(id);
  }

  private shown(id: string): boolean | undefined {
    const entry = entries.get(id);
    if (!entry || isAuthorsOnly(id)) return undefined;
    if (entry.statements && this.policy.statements.some((statement) => affirms(statement, entry.statements?.action))) {
      return true;
    }
    const hours = (entry.retentionOverMonths ?? 0) * HOURS_IN_MONTH;
    if (hours > 0) {
      return this.policy.retention.some(({ durations }) => durations.some((duration) => hoursOf(duration) > hours));
    }
    return (
      prepareFacts()
        .get(id)
        ?.some((cue) => isMet(cue, this.reading)) ?? false
    );
  }
}

function affirms(statement: Statement, actions: readonly Action[] = []): boolean {
  return (
    actions.includes(statement.action) &&
    statement.polarity === 'affirmed' &&
    statement.actor === 'first_party' &&
    statement.confidence === 'high' &&
    statement.modality !== 'future'
  );
}

const some = (values: readonly (boolean | undefined)[]): boolean | undefined =>
  values.includes(true) ? true : values.includes(undefined) ? undefined : false;
const every = (values: readonly (boolean | undefined)[]): boolean | undefined =>
  values.includes(false) ? false : values.includes(undefined) ? undefined : true;
