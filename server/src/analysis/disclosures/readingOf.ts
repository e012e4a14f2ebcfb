import type { ReadingWithMemo } from './evaluate';
import { prepareFacts } from './facts';
import { prepareHomes } from './homes';
import { type Readable, readUnits } from './reading';
import { prepareRecognisers } from './recognisers';
import { prepareRegimes } from './regimes';
import { prepareStates } from './states';
import { spansIfFilled } from './vocabulary';

const readings = new WeakMap<object, ReadingWithMemo>();

/** The reading of a draft, shared by everything that looks at its wording. */
export function readingOf(policy: Readable): ReadingWithMemo {
  let reading = readings.get(policy.sentences);
  if (!reading) {
    prepare();
    reading = { ...readUnits(policy), memo: new Map() };
    readings.set(policy.sentences, reading);
  }
  return reading;
}

const filledReadings = new WeakMap<object, ReadingWithMemo | null>();

/** The reading that the draft would have with its placeholders filled in; undefined where it has none. */
export function readingIfFilled(policy: Readable): ReadingWithMemo | undefined {
  let reading = filledReadings.get(policy.sentences);
  if (reading === undefined) {
    const open = policy.sentences.some(({ tokens }) => tokens.some(({ lower }) => lower === '['));
    prepare();
    reading = open ? { ...readUnits(policy, spansIfFilled), memo: new Map() } : null;
    filledReadings.set(policy.sentences, reading);
  }
  return reading ?? undefined;
}

/** Every phrase must be known before a draft is read. */
function prepare(): void {
  prepareRecognisers();
  prepareFacts();
  prepareRegimes();
  prepareStates();
  prepareHomes();
}
