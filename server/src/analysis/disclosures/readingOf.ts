import type { ReadingWithMemo } from './evaluate';
import { prepareFacts } from './facts';
import { prepareHomes } from './homes';
import { type Readable, readUnits } from './reading';
import { prepareRecognisers } from './recognisers';
import { prepareRegimes } from './regimes';
import { prepareStates } from './states';

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

/** Every phrase must be known before a draft is read. */
function prepare(): void {
  prepareRecognisers();
  prepareFacts();
  prepareRegimes();
  prepareStates();
  prepareHomes();
}
