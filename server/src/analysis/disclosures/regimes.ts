import type { Place, PolicyDocument } from '../document/types';
import { kept } from '../kept';
import type { Condition } from './condition';
import { declaredRegimes } from './declaredRegimes';
import { isMet, unitsMeeting } from './matches';
import type { Reading } from './reading';
import { readingOf } from './readingOf';
import { isRegimeDenied, placesNamed, regimeCues, rulingOut, thresholds } from './regimeCues';
import type { ActiveRegime, RegimeId } from './types';

export interface RegimeOptions {
  readonly regimes?: readonly RegimeId[];
  readonly project?: { readonly regimes?: readonly RegimeId[]; readonly facts?: Readonly<Record<string, boolean>> };
}

const always: ActiveRegime = { id: 'general', source: 'always', state: 'active' };

/**
 * Which regimes a draft is checked against, by the first source that speaks: the caller's option, a comment in the
 * draft, its front matter, the project file, what the text itself shows.
 */
export function readRegimes(document: PolicyDocument, options: RegimeOptions): readonly ActiveRegime[] {
  const last = lastRegimes(document.draft);
  const regimes = regimesOf(document, options);
  const isSame =
    regimes.length === last.regimes.length &&
    regimes.every(({ id, source, state }, i) => {
      const before = last.regimes[i];
      return id === before.id && source === before.source && state === before.state;
    });
  if (!isSame) last.regimes = regimes;
  return last.regimes;
}

/** The same object as long as they are the same. */
const lastRegimes = kept((_draft: object): { regimes: readonly ActiveRegime[] } => ({ regimes: [] }));

function regimesOf(document: PolicyDocument, options: RegimeOptions): ActiveRegime[] {
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
  for (const [id, scored] of regimeCues()) {
    let score = 0;
    for (const { condition, weight } of scored) score += scoreOf(condition, weight, reading);
    const state = stateOf(id, score, reading);
    if (
      state &&
      !rulingOut()
        .get(id)
        ?.some((condition) => isMet(condition, reading))
    )
      shown.push({ id, source: 'text', state });
  }
  const isActive = (id: RegimeId | undefined): boolean => shown.some((one) => one.id === id && one.state === 'active');
  return shown.filter(({ id, state }) => state === 'active' || !isActive(thresholds.asked[id]));
}

/** What several laws call by the same name shows none of them where the draft never speaks of the place. */
function stateOf(id: RegimeId, score: number, reading: Reading): ActiveRegime['state'] | undefined {
  if (score < thresholds.possible) return undefined;
  const place = placesNamed().get(id);
  if (place && !isMet(place, reading)) return score >= thresholds.withoutPlace ? 'possible' : undefined;
  return score >= thresholds.active ? 'active' : 'possible';
}

/** The first words of a draft that speak for a regime, the clearest kind of sign before others. */
export function whatShows(id: RegimeId, reading: Reading): Place | undefined {
  for (const { condition } of regimeCues().get(id) ?? []) {
    for (const unit of unitsMeeting(condition, reading)) {
      if (isRegimeDenied(unit)) continue;
      const { block, start, end } = unit.own.line.sentence;
      return { block, start, end };
    }
  }
  return undefined;
}

/** A cue counts once, however often it occurs; where every occurrence is denied it counts against the regime. */
function scoreOf(condition: Condition, weight: number, reading: Reading): number {
  let denied = false;
  for (const unit of unitsMeeting(condition, reading)) {
    if (!isRegimeDenied(unit)) return weight;
    denied = true;
  }
  return denied ? thresholds.denied : 0;
}
