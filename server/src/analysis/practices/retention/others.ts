import type { Clause, Sentence, Token } from '../../language/types';
import { words } from './wording';

const dataNouns = words('dataNouns');
const pronouns = words('pronouns');
const others = words('others');
const intransitive = words('delete.intransitive');

const concernsData = ({ tokens, terms }: Sentence, from: number, to: number): boolean =>
  terms.some(({ kind, first, last }) => kind === 'data' && first >= from && last < to) ||
  tokens
    .slice(from, to)
    .some(({ lemma, lower }) => dataNouns.has(lemma) || dataNouns.has(lower) || pronouns.has(lower));

/** "The Service Provider", "the Developer": a defined term for the company itself. */
const isDefinedTerm = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens[first].lower === 'the' &&
  last > first &&
  tokens.slice(first + 1, last + 1).every(({ capitalised }) => capitalised) &&
  !tokens[last].lower.endsWith('s');

/** Somebody else keeps it: the reader or a recipient, named as the subject of an active verb. */
export function isOthers(sentence: Sentence, clause: Clause): boolean {
  const subject =
    clause.subject ??
    (clause.embedding === 'infinitive' || clause.embedding === 'muted' ? clause.parent?.subject : undefined);
  if (!subject || clause.passive) return false;
  if (intransitive.has(clause.base) && clause.base !== 'expire')
    return !concernsData(sentence, Math.min(subject.first, Math.max(0, clause.group.first - 6)), clause.group.first);
  const head = sentence.tokens.slice(subject.first, subject.last + 1).map((token) => token.lower);
  if (head.includes('we') || head.includes('us')) return false;
  // "Northwind, its affiliates or its service providers": the first is the company itself.
  if (head.includes('its') && sentence.tokens[subject.first].capitalised) return false;
  if (head[head.length - 1] === 'you' || head[0] === 'you') return true;
  if (isDefinedTerm(sentence.tokens, subject.first, subject.last)) return false;
  if (sentence.tokens.slice(subject.first, subject.last + 1).some(({ lemma }) => others.has(lemma))) return true;
  return sentence.terms.some(
    (term) =>
      (term.kind === 'company' || (term.kind === 'entity' && !term.ids.includes('first_party'))) &&
      term.first >= subject.first &&
      term.last <= subject.last,
  );
}

/** "may be stored by other users or third parties": somebody else keeps it, named behind a passive. */
export function isByOthers(tokens: readonly Token[], { passive, group }: Clause): boolean {
  // "recorded, archived and republished by anyone": said of all of them
  const by = tokens.findIndex(({ lower }, i) => i > group.verb && lower === 'by');
  if (!passive || by < 0 || by > group.verb + (/^(?:and|or|,)$/.test(tokens[group.verb + 1].lower) ? 4 : 1))
    return false;
  const agent = tokens.slice(by + 1, by + 15);
  const stop = agent.findIndex(({ lower }) => /^(?:we|us|our|for|until|as|that|who|which|;)$/.test(lower));
  const named = stop < 0 ? agent : agent.slice(0, stop);
  const own = stop >= 0 && /^(?:we|us|our)$/.test(agent[stop].lower);
  return !own && named.some(({ lower }) => /^(?:others?|anyone|anybody|everyone)$/.test(lower));
}
