import type { Clause, TermMatch, Token, TokenSpan } from '../../language/types';
import { actionOf } from '../clauses/actions';
import { furnishing } from '../clauses/constructions';
import { isOnDevice } from '../readersDevice';
import type { SlotName, Slots } from './slots';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What has been read of the words right of a verb so far, and the slot that is open. */
export class SlotState {
  readonly tokens: readonly Token[];
  readonly termAt: ReadonlyMap<number, TermMatch>;
  readonly slots: Writable<Slots>;
  slot: SlotName;
  /** The slot of nouns to which "such as" returns. */
  nominal: SlotName;
  /** A recipient stood right behind the verb: "provide vendors with your name". */
  dative = false;
  purposeFrom = -1;
  /** What stood before each open parenthesis. */
  readonly outside: { readonly slot: SlotName; readonly nominal: SlotName }[] = [];
  /** What the nouns behind "including" or "such as" go on from. */
  reopenedFrom: SlotName | undefined;
  /** Behind "requesting": what is asked for is not what is sent. */
  wanted = false;
  /** Tokens of the object that nothing has read. */
  readonly free: number[] = [];
  /** The slot that was open at each token. */
  readonly slotAt: (SlotName | undefined)[] = [];
  /** What is set against the object, or kept apart from it. */
  readonly aside: TokenSpan[] = [];
  /** Where "the following" stood. */
  announced: SlotName | undefined;

  constructor(
    readonly clause: Clause,
    readonly from: number,
    readonly to: number,
    readonly start: SlotName,
  ) {
    this.tokens = clause.sentence.tokens;
    this.termAt = new Map(clause.sentence.terms.map((term) => [term.first, term]));
    this.slot = start;
    this.nominal = start === 'other' ? 'object' : start;
    this.slots = {
      data: [],
      unnamed: [],
      recipients: [],
      sources: [],
      agents: [],
      purposes: [],
      channels: [],
      conditions: [],
      exceptions: [],
      anaphors: [],
      onDevice: isOnDevice(this.tokens, from, to),
      restricted: false,
      limited: false,
      exclusive: false,
      denied: false,
    };
  }
}

export function enter(state: SlotState, slot: SlotName, at: number): void {
  if (slot === 'purpose' && state.purposeFrom < 0) state.purposeFrom = at;
  state.slot = slot;
  if (slot === 'object' || slot === 'recipient' || slot === 'source') state.nominal = slot;
}

/** "phone number", "details regarding the device type": a member of the enumeration. */
export function namesData(state: SlotState, at: number): boolean {
  for (let i = at; i < Math.min(at + 5, state.to); i++) {
    const term = state.termAt.get(i);
    if (term) return term.kind === 'data';
    const { kind, verb } = state.tokens[i] as Token;
    if (kind === 'punctuation' || (verb && verb.form !== 'gerund')) return false;
  }
  return false;
}

/** "provide vendors with your name": only such verbs have the data behind "with". */
export function gives(state: SlotState): boolean {
  const { base } = state.clause;
  return base === '' || actionOf(state.clause) === 'share' || furnishing.has(base);
}
