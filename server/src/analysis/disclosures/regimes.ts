import catalogue from '../catalogue/regimes.yaml';
import type { PolicyDocument } from '../document/types';
import { regimeIds } from './catalogue';
import { declaredRegimes } from './declaredRegimes';
import { type Condition, compile } from './evaluate';
import { parseExpression } from './expression';
import { unitsMeeting } from './matches';
import type { Reading, Unit } from './reading';
import { readingOf } from './readingOf';
import type { ActiveRegime, RegimeId } from './types';

interface Cues {
  readonly strong?: readonly string[];
  readonly medium?: readonly string[];
  readonly weak?: readonly string[];
}

interface RegimeCues {
  /** Scores from which a regime is active or possible. */
  readonly active: number;
  readonly possible: number;
  /** What a denied cue adds. */
  readonly denied: number;
  /** A possible regime is left out where this one is active. */
  readonly asked: Readonly<Partial<Record<RegimeId, RegimeId>>>;
  readonly regimes: Readonly<Record<RegimeId, Cues>>;
}

export interface RegimeOptions {
  readonly regimes?: readonly RegimeId[];
  readonly project?: { readonly regimes?: readonly RegimeId[]; readonly facts?: Readonly<Record<string, boolean>> };
}

const cues = catalogue as RegimeCues;
const weights = { strong: 5, medium: 3, weak: 1 } as const;
const always: ActiveRegime = { id: 'general', source: 'always', state: 'active' };

interface ScoredCue {
  readonly condition: Condition;
  readonly weight: number;
}

let compiled: ReadonlyMap<RegimeId, readonly ScoredCue[]> | undefined;
let deniedRegime: Condition | undefined;

/** Makes the phrases of all cues known; must run before a draft is read. */
export function prepareRegimes(): ReadonlyMap<RegimeId, readonly ScoredCue[]> {
  deniedRegime ??= compile(parseExpression('regime-denied'));
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

/**
 * Which regimes a draft is checked against, by the first source that speaks: the caller's option, a comment in the
 * draft, its front matter, the project file, what the text itself shows.
 */
export function readRegimes(document: PolicyDocument, options: RegimeOptions): ActiveRegime[] {
  if (options.regimes) return options.regimes.map((id) => ({ id, source: 'option', state: 'active' }));
  const declared = declaredRegimes(document);
  const [source, ids] = declared
    ? [declared.source, declared.regimes]
    : (['project', options.project?.regimes] as const);
  if (ids)
    return [always, ...ids.filter((id) => id !== 'general').map((id) => ({ id, source, state: 'active' }) as const)];
  return [always, ...shownRegimes(readingOf({ document }))];
}

function shownRegimes(reading: Reading): ActiveRegime[] {
  const shown: ActiveRegime[] = [];
  for (const [id, scored] of prepareRegimes()) {
    let score = 0;
    for (const { condition, weight } of scored) score += scoreOf(condition, weight, reading);
    const state = score >= cues.active ? 'active' : score >= cues.possible ? 'possible' : undefined;
    if (state) shown.push({ id, source: 'text', state });
  }
  const isActive = (id: RegimeId | undefined): boolean => shown.some((one) => one.id === id && one.state === 'active');
  return shown.filter(({ id, state }) => state === 'active' || !isActive(cues.asked[id]));
}

/** A cue counts once, however often it occurs; where every occurrence is denied it counts against the regime. */
function scoreOf(condition: Condition, weight: number, reading: Reading): number {
  let denied = false;
  for (const unit of unitsMeeting(condition, reading)) {
    if (!isDenied(unit)) return weight;
    denied = true;
  }
  return denied ? cues.denied : 0;
}

const isDenied = (unit: Unit): boolean => (deniedRegime?.spans(unit).length ?? 0) > 0;
