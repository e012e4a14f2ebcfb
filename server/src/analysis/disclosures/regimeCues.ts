import {
  eachOf,
  entry,
  number,
  oneOf,
  optional,
  readCatalogue,
  record,
  someOf,
  text,
  wordList,
} from '../catalogue/read';
import catalogue from '../catalogue/regimes.yaml';
import { regimeIds } from './catalogue';
import type { Condition } from './condition';
import { compile } from './evaluate';
import { parseExpression } from './expression';
import type { Unit } from './reading';
import type { RegimeId } from './types';

const cues = readCatalogue(
  catalogue,
  record({
    /** Scores from which a regime is active or possible. */
    active: number,
    possible: number,
    /** What a denied cue adds. */
    denied: number,
    /** A possible regime is left out where this one is active. */
    asked: someOf(regimeIds, oneOf(...regimeIds)),
    /** What a draft says that speaks of the place where a law holds. */
    place: someOf(regimeIds, text),
    /** The score from which a regime is possible in a draft that does not. */
    withoutPlace: number,
    /** What a draft says where a law does not reach its company. */
    ruledOut: someOf(regimeIds, wordList),
    regimes: eachOf(
      regimeIds,
      entry({
        strong: optional(wordList),
        medium: optional(wordList),
        weak: optional(wordList),
      }),
    ),
  }),
);

/** How cues add up. */
export const thresholds: Pick<typeof cues, 'active' | 'possible' | 'denied' | 'asked' | 'withoutPlace'> = cues;
const weights = { strong: 5, medium: 3, weak: 1 } as const;

interface ScoredCue {
  readonly condition: Condition;
  readonly weight: number;
}

let compiled: ReadonlyMap<RegimeId, readonly ScoredCue[]> | undefined;
let ruledOut: ReadonlyMap<RegimeId, readonly Condition[]> | undefined;
let places: ReadonlyMap<RegimeId, Condition> | undefined;
let deniedRegime: Condition | undefined;

/** What in a text shows each regime, and how much. Its phrases are known from the first call on; it must come before a draft is read. */
export function regimeCues(): ReadonlyMap<RegimeId, readonly ScoredCue[]> {
  deniedRegime ??= compile(parseExpression('regime-denied'));
  rulingOut();
  placesNamed();
  compiled ??= new Map(
    regimeIds.map((id) => [
      id,
      (['strong', 'medium', 'weak'] as const).flatMap((strength) =>
        (cues.regimes[id]?.[strength] ?? []).map((cue) => ({
          condition: compile(parseExpression(cue)),
          weight: weights[strength],
        })),
      ),
    ]),
  );
  return compiled;
}

/** What in a text says that a regime does not reach its company. */
export function rulingOut(): ReadonlyMap<RegimeId, readonly Condition[]> {
  ruledOut ??= new Map(
    Object.entries(cues.ruledOut).map(([id, texts]) => [
      id as RegimeId,
      texts.map((text) => compile(parseExpression(text))),
    ]),
  );
  return ruledOut;
}

/** What in a text speaks of the place where a regime holds. */
export function placesNamed(): ReadonlyMap<RegimeId, Condition> {
  places ??= new Map(Object.entries(cues.place).map(([id, text]) => [id as RegimeId, compile(parseExpression(text))]));
  return places;
}

/** Whether a unit says that a regime does not apply. */
export const isRegimeDenied = (unit: Unit): boolean => (deniedRegime?.spans(unit).length ?? 0) > 0;
