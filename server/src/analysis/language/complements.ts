import {
  assurances,
  assuringVerbs,
  believingVerbs,
  complementTakers,
  demandVerbs,
  denyingAdjectives,
  modals,
  wishingVerbs,
} from './grammar';
import type { Clause, Embedding, Token, VerbGroup } from './types';

import { wordOf as word } from './words';

/**
 * What becomes of a clause that another one holds as its object: "if you believe that your child has …" supposes it, "we
 * cannot guarantee that … is never disclosed" does not say it. Undefined where it stands on its own.
 */
export function heldEmbedding(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  group: VerbGroup,
  subject: Clause['subject'],
): Embedding | undefined {
  const governor = clauses.findLast(({ embedding }) => embedding !== 'relative');
  if (!governor || !subject) return undefined;
  const held = opensComplement(tokens, clauses, governor.group.verb + 1, subject.first);
  if (!held) return undefined;
  // "there is no guarantee that data may not be accessed"
  if (governor.base === 'be' && assuresNothing(tokens, governor.group.verb)) return 'muted';
  if ((wishingVerbs.has(governor.base) && !governor.passive) || (held === 'that' && demandVerbs.has(governor.base)))
    return 'muted';
  // "if you wish to write to us or think your child has …"
  if (believingVerbs.has(governor.base) && governor.parent?.embedding === 'antecedent') return 'antecedent';
  // "… and you believe that we process your data"
  if (believingVerbs.has(governor.base) && governor.subject && /^you$/.test(word(tokens[governor.subject.last])))
    return 'antecedent';
  if (governor.embedding === 'antecedent')
    return held === 'that' || believingVerbs.has(governor.base) ? 'antecedent' : undefined;
  if (!assuringVerbs.has(governor.base) && !/^(?:sure|certain)$/.test(word(tokens[governor.group.verb + 1])))
    return undefined;
  if (governor.negated || governor.modality === 'cannot' || isBeyondUs(tokens, governor)) return 'muted';
  // "measures to ensure that data is not disclosed to those who …" say what the measures are for
  const unable = denyingAdjectives.has(word(tokens[group.verb + 1]));
  const only = tokens.slice(group.first, group.verb).some(({ lower }) => lower === 'only');
  return (group.negated || unable || only) && (governor.embedding === 'infinitive' || governor.embedding === 'gerund')
    ? 'muted'
    : undefined;
}

/** "it is impossible for us to promise" */
const isBeyondUs = (tokens: readonly Token[], { group: { first } }: Clause): boolean =>
  tokens.slice(Math.max(0, first - REACH), first).some(({ lower }) => denyingAdjectives.has(lower));
/** In tokens: "impossible for our small team to". */
const REACH = 6;

const assuresNothing = (tokens: readonly Token[], verb: number): boolean =>
  word(tokens[verb + 1]) === 'no' && assurances.has(word(tokens[verb + 2])) && word(tokens[verb + 3]) === 'that';

/** "… that it be removed": what somebody wants. */
export function isWished(tokens: readonly Token[], group: VerbGroup, subject: Clause['subject']): boolean {
  if (!subject || !group.passive) return false;
  if (!tokens.slice(group.first, group.verb).some(({ lower }) => lower === 'be')) return false;
  // "under no circumstances will your name be sold": the modal verb may stand before the subject
  return !tokens
    .slice(Math.max(0, subject.first - 1), group.verb)
    .some(({ lower }) => lower === 'to' || modals.has(lower));
}

/** "believe that …", "assure you that …", "ensure …": how the words between a verb and a subject open its object. */
function opensComplement(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  from: number,
  subject: number,
): 'that' | 'bare' | undefined {
  // "if you become aware that a child …"
  if (subject <= from + 1 && word(tokens[from + 1]) === 'that' && complementTakers.has(word(tokens[from])))
    return 'that';
  if (subject === from) return 'bare';
  // "to request, once a year, that we …"
  if (word(tokens[from]) === ',' && subject > from) {
    for (let i = from + 1; i < subject && i < from + 8; i++)
      if (word(tokens[i]) === ',') return word(tokens[i + 1]) === 'that' ? 'that' : undefined;
    return undefined;
  }
  // the noun phrase may reach back over the verb that holds it: "measures to ensure that your data is not …"
  for (let i = from; i < (subject < from ? from + 4 : Math.min(subject + 1, from + 4)); i++) {
    if (word(tokens[i]) === 'that') {
      // "if you open a page that uses our app, we …"
      const pronoun = clauses.some((clause) => clause.embedding === 'relative' && clause.subject?.first === i);
      return pronoun ? undefined : 'that';
    }
    if (word(tokens[i]) === ',') return undefined;
  }
  return subject < from ? 'bare' : undefined;
}

/** "A cookie is a file that is sent to your browser and is stored there": both verbs belong to "that". */
export function continuesDefinition(clauses: readonly Clause[], group: VerbGroup, subject: Clause['subject']): boolean {
  const previous = clauses.at(-1);
  if (subject || !group.passive || previous?.embedding !== 'relative') return false;
  const main = clauses.findLast(({ embedding }) => embedding === 'main');
  return main?.base === 'be' && !main.passive && main.group.verb < previous.group.verb;
}

/** "code that uses cookies to collect …": the relative clause that holds the infinitive. */
export function relativeUser(
  tokens: readonly Token[],
  group: VerbGroup,
  previous: Clause | undefined,
): Clause | undefined {
  if (group.form !== 'infinitive' || previous?.embedding !== 'relative' || previous.base !== 'use') return undefined;
  const pronoun = previous.subject && word(tokens[previous.subject.first]);
  return !previous.passive && (pronoun === 'that' || pronoun === 'which' || pronoun === 'who') ? previous : undefined;
}
