import { firstPerson } from '../../language/grammar';
import type { Clause } from '../../language/types';
import { deviceNamedBehindOn } from '../readersDevice';
import type { Action } from '../types';
import { actionOfVerb } from './actions';
import { taking } from './constructions';

/**
 * "We collect data on your phone": the company takes it from there. What is "saved on your phone", "collected locally" or
 * "collected and stored on your phone" stays there, for all that is said.
 */
export function takesFromDevice(clause: Clause, action: Action): boolean {
  const { base, passive, negated, subject, group, right, to } = clause;
  const { tokens } = clause.sentence;
  if (action !== 'collect' || passive || negated || !taking.has(base)) return false;
  if (!firstPerson.has(tokens[subject?.last ?? -1]?.lower ?? '')) return false;
  const on = deviceNamedBehindOn(tokens, right, to);
  return (
    on !== undefined &&
    tokens.slice(group.first, on).every(({ verb }) => {
      const done = verb && actionOfVerb(verb.base);
      return done === undefined || done === 'collect';
    })
  );
}
