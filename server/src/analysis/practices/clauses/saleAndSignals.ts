import { wordsOf } from '../../document/place';
import type { Clause } from '../../language/types';
import { type Draft, draft } from '../draft';
import { signalIn } from '../qualifiers';
import { leftNouns } from '../slots/leftNouns';
import { readSlots } from '../slots/slotReader';
import type { Actor } from './actors';
import { conceding, ignoring, responding } from './constructions';

/** "may be considered a sale under California law": the statutory sense is conceded. */
export function concededSale(clause: Clause): Draft | undefined {
  if (clause.negated || clause.embedding !== 'main') return undefined;
  if (!conceding.has(clause.base)) return undefined;
  const { tokens } = clause.sentence;
  const right = tokens.slice(clause.right, clause.to);
  const at = right.findIndex((token) => token.lower === 'sale' || token.lower === 'selling' || token.lower === 'sales');
  if (
    at < 0 ||
    at > 6 ||
    right
      .slice(0, at)
      .some((token) => token.lower === 'of' || token.lower === 'not' || token.lower === 'for' || token.lower === 'on')
  )
    return undefined;
  const left = leftNouns(clause);
  const slots = readSlots(clause);
  const statutory =
    right.some(
      (token) =>
        token.lower === 'law' ||
        token.lower === 'laws' ||
        token.lower === 'ccpa' ||
        token.lower === 'cpra' ||
        token.lower === 'california',
    ) || clause.sentence.scareQuoted.has(clause.right + at);
  if (!statutory || (clause.base === 'be' && clause.modality !== 'may')) return undefined;
  const made = draft(clause, { ...slots, data: left.data }, { action: 'sell', data: left.data });
  made.sense = 'statutory';
  return made;
}

/** "we do not respond to Do Not Track": what is done about a browser's signal. */
export function honouredSignal(clause: Clause, actors: readonly Actor[]): Draft | undefined {
  const ignored = ignoring.has(clause.base);
  if (!ignored && !responding.has(clause.base)) return undefined;
  const { tokens } = clause.sentence;
  // "if your browser sends a signal, we honour it"
  const pronoun = /^(?:it|this|them|that|these)$/.test(tokens[clause.right]?.lower ?? '');
  const { subject, passive } = clause;
  const named =
    passive && subject ? tokens.slice(subject.first, subject.last + 1) : tokens.slice(clause.right, clause.to);
  const signal = signalIn(pronoun ? tokens : named);
  const slots = readSlots(clause);
  // "Do Not Track signals are not supported": by whom goes without saying
  const byOthers = slots.agents.some(({ ids }) => !ids.includes('first_party'));
  const actor = passive ? { id: 'first_party' } : actors[0];
  if (!signal || actor?.id !== 'first_party' || (passive && byOthers)) return undefined;
  const made = draft(clause, slots, { actor, action: 'honourSignal', negated: clause.negated !== ignored });
  // "if your browser sends the signal" is no condition of its own
  const conditions = pronoun
    ? []
    : made.conditions.filter(({ place }) => !/\b(?:signal|browser|header|detect)/i.test(wordsOf(place)));
  return { ...made, purposes: [], conditions, signal };
}
