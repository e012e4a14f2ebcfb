import { determiners, isAdverb } from '../../language/grammar';
import type { Clause, Sentence, Token } from '../../language/types';
import { afterLabel } from './labels';
import { isByOthers, isOthers } from './others';
import { nounsOfRetention } from './retentionNouns';
import { phrases, words } from './wording';

/** A verb or noun that says that data is kept or deleted. */
export interface RetentionPredicate {
  readonly action: 'keep' | 'delete';
  /** Token index of the verb or noun. */
  readonly at: number;
  /** `strong` speaks of retention by itself, `plain` with any words on how long, `weak` only with a stretch of time. */
  readonly strength: 'strong' | 'plain' | 'weak';
  readonly negated: boolean;
  readonly nominal: boolean;
  readonly clause?: Clause;
}

const strongKeep = words('keep.strong');
const plainKeep = words('keep.plain');
const weakKeep = words('keep.weak');
const deleteVerbs = words('delete.verbs');
const intransitive = words('delete.intransitive');
const asides = phrases('asides');
const notData = words('notData');
const adjectives = words('adjectives');
const dataNouns = words('dataNouns');
const keepingSo = words('keepingSo');
const remains = words('remains');
const states = words('states');
const rightsItems = words('rightsItems');
const notSubjects = words('notSubjects');
const governors = words('governors');
const canWords = new Set(['can', 'ca', 'could']);
const STOPS = new Set([';', ':', ',', '.', 'but', 'and', 'however', 'unless']);

/**
 * Token indexes of what is wished, demanded or left to the reader: from the cue to where the company speaks of itself
 * again.
 */
export function asideTokens(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { first } of asides.all(tokens)) {
    if (tokens.slice(Math.max(0, first - 2), first).some(({ verb }) => verb?.base === 'reserve')) continue;
    for (let i = first; i < tokens.length; i++) {
      const resumed =
        i > first && STOPS.has(tokens[i - 1].lower) && (tokens[i].lower === 'we' || tokens[i].lower === 'it');
      if (resumed || tokens[i].lower === ';') break;
      found.add(i);
    }
  }
  return found;
}

/** "preserved data": the verb only describes the noun behind it. */
const isAttribute = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return (
    next !== undefined && (dataNouns.has(next.lemma) || dataNouns.has(next.lower)) && tokens[at].verb?.form !== 'gerund'
  );
};

/** "the information we hold", "data that is stored": said in passing. */
function isRelative({ tokens, terms }: Sentence, clause: Clause): boolean {
  // "Server logs: kept as needed": behind a label the participle is the verb
  if (clause.embedding === 'participle') return clause.group.verb !== afterLabel(tokens);
  if (clause.embedding === 'relative') return true;
  const { subject } = clause;
  if (!subject || tokens[subject.first].lower !== 'we') return false;
  const before = tokens[subject.first - 1];
  if (before && /^(?:that|which)$/.test(before.lower)) {
    // "the data about you that we keep", not "please note that we keep"
    const noun = tokens[subject.first - 2];
    return noun !== undefined && noun.kind === 'word' && !noun.verb;
  }
  return (
    dataNouns.has(before?.lemma ?? '') || terms.some(({ kind, last }) => kind === 'data' && last === subject.first - 1)
  );
}

/** What somebody wishes, or what something is for: "a way to delete your data", "explains how we keep". */
function isWished(tokens: readonly Token[], clause: Clause): boolean {
  const before = tokens[(clause.subject?.first ?? clause.group.first) - 1]?.lower;
  if (
    before === 'so' ||
    (before === 'that' && tokens[(clause.subject?.first ?? clause.group.first) - 2]?.lower === 'so')
  )
    return true;
  if (clause.embedding === 'gerund') return clause.base !== 'retain' || isExampleOf(tokens, clause.group.first);
  if (clause.embedding !== 'infinitive' && clause.embedding !== 'muted') return false;
  const first = tokens[clause.group.first]?.lower === 'to' ? clause.group.first : clause.group.verb;
  const governed = tokens
    .slice(Math.max(0, first - 4), first)
    .some(({ lemma, verb }) => governors.has(lemma) || governors.has(verb?.base ?? ''));
  return !governed || tokens.slice(Math.max(0, first - 6), first).some(({ lower }) => lower === 'how');
}

/** "purposes such as retaining records", "we avoid retaining data": what something is for, what is not done. */
const isExampleOf = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.verb?.base === 'avoid' ||
  tokens[at - 1]?.lower === 'including' ||
  (tokens[at - 1]?.lower === 'as' && tokens[at - 2]?.lower === 'such');

/** "the National Archives" */
const isName = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && tokens[at].capitalised && tokens[at - 1].capitalised && tokens[at].verb?.form === 'third';

/** "kept for up to a year", not "kept up to date". */
const isUpTo = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'up' && tokens[at + 1]?.lower === 'to' && tokens[at + 2]?.lower !== 'date';

/** "retain the services of", "maintain safeguards": the object is no data. */
function hasOtherObject(tokens: readonly Token[], clause: Clause): boolean {
  const describes = ({ lower }: Token, at: number) => adjectives.has(lower) && !isUpTo(tokens, at);
  if (tokens[clause.group.verb + 1] && describes(tokens[clause.group.verb + 1], clause.group.verb + 1)) return true;
  // "companies that we have retained to perform"
  const kept = tokens.slice(clause.right, Math.min(clause.right + 8, clause.to));
  if (keepingSo.has(clause.base) && kept.some((token, i) => describes(token, clause.right + i))) return true;
  // "held to the same standards"
  if (/^(?:retain|hold)$/.test(clause.base) && tokens[clause.right]?.lower === 'to') return true;
  if (clause.base === 'keep' && isGoingOn(tokens, clause.group.verb + 1)) return true;
  if (clause.passive || intransitive.has(clause.base)) return false;
  // "maintain physical, electronic and procedural safeguards"
  if (
    clause.base === 'maintain' &&
    tokens.slice(clause.right, clause.right + 8).some(({ lemma }) => safeguards.has(lemma))
  )
    return true;
  for (let i = clause.right; i < clause.right + 4 && i < tokens.length; i++) {
    if (tokens[i].lower === 'for' || tokens[i].lower === 'until' || tokens[i].lower === 'as') return false;
    if (notData.has(tokens[i].lemma)) return true;
  }
  return false;
}

/** "we need to keep processing your data": it goes on; not "keep marketing data". */
const isGoingOn = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.verb?.form === 'gerund' &&
  (determiners.has(tokens[at + 1]?.lower ?? '') || /^(?:it|them|you|us|to|on)$/.test(tokens[at + 1]?.lower ?? ''));

const safeguards = words('safeguards');

function strengthOf(base: string): RetentionPredicate['strength'] | undefined {
  if (strongKeep.has(base)) return 'strong';
  if (plainKeep.has(base)) return 'plain';
  return weakKeep.has(base) ? 'weak' : undefined;
}

/** "Session cookies disappear", "your files stay": a plural or unknown subject gives the clause grammar no hold. */
function unagreed({ tokens, quoted }: Sentence, clauses: readonly Clause[]): RetentionPredicate[] {
  return tokens.flatMap((token, at): RetentionPredicate[] => {
    const before = tokens[at - 1];
    if (before?.kind !== 'word' || quoted.has(at) || clauses.some(({ group }) => group.verb === at)) return [];
    const noun = token.verb?.base ?? token.lower;
    if (!intransitive.has(noun) || token.verb?.form === 'gerund' || notSubjects.has(before.lower)) return [];
    if (!tokens.slice(0, at).some(({ lemma, lower }) => dataNouns.has(lemma) || dataNouns.has(lower))) return [];
    return [
      { action: deleteVerbs.has(noun) ? 'delete' : 'keep', at, strength: 'plain', negated: false, nominal: false },
    ];
  });
}

/** "are automatically and permanently deleted": two adverbs hide the verb from the clause grammar. */
function hiddenPassives({ tokens, quoted }: Sentence, clauses: readonly Clause[]): RetentionPredicate[] {
  const found: RetentionPredicate[] = [];
  tokens.forEach((token, at) => {
    const { verb } = token;
    if (!verb || (verb.form !== 'past' && verb.form !== 'participle') || quoted.has(at)) return;
    const action = deleteVerbs.has(verb.base)
      ? 'delete'
      : strongKeep.has(verb.base) || plainKeep.has(verb.base)
        ? 'keep'
        : undefined;
    if (!action || clauses.some(({ group }) => group.verb === at)) return;
    let from = at - 1;
    let negated = false;
    while (from > at - 6 && from > 0 && (isAdverb(tokens[from]) || /^(?:and|or|not|never)$/.test(tokens[from].lower))) {
      negated ||= /^(?:not|never)$/.test(tokens[from].lower);
      from--;
    }
    if (tokens[from]?.verb?.base === 'be') found.push({ action, at, strength: 'plain', negated, nominal: false });
  });
  return found;
}

/** "remains encrypted", "stays permanently off": how something is, not where or until when. */
function isState(tokens: readonly Token[], at: number): boolean {
  const { kind, lower } = tokens[at] ?? {};
  if (kind !== 'word') return false;
  return !remains.has(lower) || (states.has(tokens[at + 1]?.lower) && isAdverb(tokens[at]));
}

/** The predicates of a sentence that speak of the company's own keeping and deleting, in order. */
export function findPredicates(sentence: Sentence, clauses: readonly Clause[]): RetentionPredicate[] {
  const { tokens } = sentence;
  const opener = tokens[0]?.lower === 'to' ? tokens[1] : tokens[0];
  if (opener?.verb?.form === 'base' && rightsItems.has(opener.lemma)) return [];
  const aside = asideTokens(tokens);
  const isAside = (at: number): boolean => aside.has(at) || sentence.quoted.has(at);
  const found = clauses.flatMap((clause) => (isAside(clause.group.verb) ? [] : (predicateOf(sentence, clause) ?? [])));
  for (const { first: at, last, action } of nounsOfRetention(sentence, clauses)) {
    if (isAside(at) || found.some((one) => one.at >= at && one.at <= last)) continue;
    found.push({ action, at, strength: action === 'keep' ? 'strong' : 'plain', negated: false, nominal: true });
  }
  const unseen = [...hiddenPassives(sentence, clauses), ...unagreed(sentence, clauses)];
  return [...found, ...unseen.filter(({ at }) => !aside.has(at))].sort((a, b) => a.at - b.at);
}

/** What a clause says is kept or deleted; undefined where it says nothing of the kind, or not of what the company does. */
function predicateOf(sentence: Sentence, clause: Clause): RetentionPredicate | undefined {
  const { base, negated } = clause;
  const at = clause.group.verb;
  if (isOfOthers(sentence, clause) || saysTooLittle(sentence, clause)) return undefined;
  const common = { at, negated: negated || isReleased(sentence, clause), nominal: false, clause };
  if (deleteVerbs.has(base)) return { ...common, action: 'delete', strength: 'plain' };
  const strength = strengthOf(base);
  if (!strength) return undefined;
  return { ...common, action: 'keep', strength: isRelative(sentence, clause) ? 'weak' : strength };
}

/** Wished, a name, done by somebody else or with something else. */
const isOfOthers = (sentence: Sentence, clause: Clause): boolean =>
  isWished(sentence.tokens, clause) ||
  isName(sentence.tokens, clause.group.verb) ||
  isOthers(sentence, clause) ||
  isByOthers(sentence.tokens, clause) ||
  hasOtherObject(sentence.tokens, clause);

/** The verb of a clause tells of no keeping or deleting as it stands there. */
function saysTooLittle({ tokens }: Sentence, { base, group, embedding, passive, negated }: Clause): boolean {
  const at = group.verb;
  const auxiliaries = tokens.slice(group.first, at);
  // "Save for urgent changes": a preposition
  if (base === 'save' && at === 0 && tokens[1]?.lower === 'for') return true;
  // What is said in passing ("cookies that expire after a year") needs words on how long.
  if ((base === 'remain' || base === 'stay') && isState(tokens, at + 1)) return true;
  if (embedding === 'participle' && isAttribute(tokens, at)) return true;
  if (weakKeep.has(base) && (embedding !== 'main' || negated)) return true;
  // "cookies can be deleted" tells the reader what he can do.
  if ((intransitive.has(base) || deleteVerbs.has(base)) && auxiliaries.some(({ lower }) => canWords.has(lower)))
    return true;
  // "data should be kept no longer than necessary": what a law or a principle asks for.
  return passive && auxiliaries.some(({ lower }) => lower === 'should');
}

/** "we are under no obligation to keep" */
const isReleased = ({ tokens }: Sentence, { embedding, group: { verb } }: Clause): boolean =>
  embedding !== 'main' &&
  tokens.slice(Math.max(0, verb - 5), verb).some(({ lower }) => lower === 'no' || lower === 'not');
