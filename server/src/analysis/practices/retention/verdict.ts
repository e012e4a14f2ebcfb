import type { RetentionClass } from '../types';
import type { PeriodExpression } from './periods';

/** How a class is judged where nothing weakens it. */
const VERDICTS: Readonly<Record<RetentionClass, string>> = {
  fixed: 'specific',
  fixed_bounded: 'specific',
  event: 'event-bound',
  event_plus: 'specific',
  criteria_specific: 'criteria acceptable',
  none_kept: 'specific',
  weakened: 'weakened fixed',
  vague_necessity: 'vague',
  vague_reasonable: 'vague',
  vague_business: 'vague',
  vague_law: 'vague',
  indefinite: 'vague (indefinite)',
  discretion: 'vague (discretion)',
  absent: 'absent (deferred)',
  none: 'not retention',
};

/** The more a class tells the reader, the earlier it stands: the best words of a sentence decide. */
const PRIORITY: readonly (readonly RetentionClass[])[] = [
  ['fixed', 'event_plus'],
  ['fixed_bounded'],
  ['event'],
  ['criteria_specific'],
  ['none_kept'],
  ['indefinite'],
  ['discretion'],
  ['vague_necessity', 'vague_reasonable', 'vague_business', 'vague_law'],
];

const rank = ({ class: name }: PeriodExpression): number => PRIORITY.findIndex((classes) => classes.includes(name));

export const isVagueClass = (name: RetentionClass): boolean =>
  name.startsWith('vague_') || name === 'indefinite' || name === 'discretion';

/** Takes back an end that was named before: "or as needed", "and for a reasonable time thereafter". */
const OPENS_THE_END = new Set<RetentionClass>([
  'vague_necessity',
  'vague_reasonable',
  'vague_business',
  'discretion',
  'indefinite',
]);

export interface Judgement {
  readonly class: RetentionClass;
  readonly verdict: string;
  /** The expression that a finding underlines. */
  readonly decisive: PeriodExpression;
}

/** "may not be removed from our backups for a limited time": what is not done at once is done later. */
const limitBehind = (
  indefinite: PeriodExpression,
  periods: readonly PeriodExpression[],
): PeriodExpression | undefined =>
  periods.find(({ class: name, first }) => name === 'vague_reasonable' && first > indefinite.last);

/** The class of a sentence (or a part of it) that holds these expressions. */
export function judge(periods: readonly PeriodExpression[], joined: (later: PeriodExpression) => boolean): Judgement {
  const first = [...periods].sort((a, b) => rank(a) - rank(b))[0];
  const best = first.class === 'indefinite' ? (limitBehind(first, periods) ?? first) : first;
  // "as long as the accreditation body asks us to, currently five years": the criterion decides, the number tells it.
  const criterion = periods.find(({ class: name }) => name === 'criteria_specific');
  if (best.current && criterion) return { class: 'criteria_specific', verdict: 'specific', decisive: criterion };
  if (best.review) return { class: 'fixed', verdict: 'not a period', decisive: best };
  const upper = periods.find(({ iso, bound }) => iso && bound === 'upper');
  if (best.kind === 'duration') {
    const weakened =
      best.weakened ||
      periods.some(
        (period) => period !== best && period.first > best.last && OPENS_THE_END.has(period.class) && joined(period),
      );
    if (best.bound === 'lower' && !upper) return { class: best.class, verdict: 'minimum only', decisive: best };
    return { class: best.class, verdict: weakened ? 'weakened fixed' : 'specific', decisive: best };
  }
  if (best.class === 'event') {
    const tail = periods.find(
      (period) => period.first > best.last && OPENS_THE_END.has(period.class) && joined(period),
    );
    if (tail) return { class: 'event', verdict: 'vague', decisive: tail };
  }
  return { class: best.class, verdict: VERDICTS[best.class], decisive: best };
}

export const verdictOf = (name: RetentionClass): string => VERDICTS[name];
