import { readClauses } from '../../language/clauses';
import { determiners, firstPerson, possessives, secondPerson } from '../../language/grammar';
import { nounLemma } from '../../language/lemmas';
import type { Clause, Sentence, TermMatch, Token, TokenSpan } from '../../language/types';
import { productIn } from '../qualifiers';
import { isNothingBut } from '../slots/slotPhrases';
import type { EntityId } from '../types';
import {
  denyingSubjects,
  embeddedTools,
  hiredNouns,
  ownUnits,
  peopleEndings,
  receiving,
  staffNouns,
} from './constructions';

/** Who acts in a clause. */
export interface Actor {
  readonly id: EntityId;
  readonly name?: string;
  readonly product?: string;
  /** The subject is a technology, not a person: "our cookies do not collect…". */
  readonly channel?: string;
}

/** What the subject of a clause says. */
interface SubjectReading {
  readonly actors: readonly Actor[];
  /** "no", "none of", "neither": the subject denies. */
  readonly denied: boolean;
}

/** Reads a token span as a series of actors. */
export function readSubject(clause: Clause, ownNames: readonly string[]): SubjectReading {
  const { sentence, subject } = clause;
  if (!subject) return { actors: [], denied: false };
  // "nobody but our host receives …": our host does
  const denied =
    denyingSubjects.has((sentence.tokens[subject.first] as Token).lower) &&
    !isNothingBut(sentence.tokens, subject.first);
  const actors: Actor[] = [];
  const terms = sentence.terms.filter((term) => term.first >= subject.first && term.last <= subject.last);
  const single = sentence.tokens[subject.first] as Token;
  // "disabling a cookie does not…", but "advertising networks"
  const names = terms.some((term) => term.first === subject.first && term.kind !== 'data' && term.kind !== 'purpose');
  if (single.verb?.form === 'gerund' && subject.last > subject.first && !names) return { actors: [], denied };
  if (subject.first === subject.last && firstPerson.has(single.lower))
    return { actors: [{ id: 'first_party' }], denied };
  if (subject.first === subject.last && secondPerson.has(single.lower))
    return { actors: [{ id: 'data_subject' }], denied };
  if (single.lower === 'it' && subject.first === subject.last)
    return { actors: actorsBefore(clause, ownNames), denied };
  if (isNobody(sentence, subject)) return { actors: [{ id: 'anyone' }], denied: true };
  const tool = toolOnOurPages(sentence, subject);
  if (tool) return { actors: [{ id: 'first_party', channel: tool }], denied };
  const own = ownNameIn(clause.sentence, subject, ownNames);
  if (own) return { actors: [{ id: 'first_party', name: own }], denied };
  for (const term of terms) {
    if (term.first > subject.first && isPossessor(sentence, term)) continue;
    const actor = actorOf(sentence, ofCompany(sentence, term) ?? term, ownNames);
    if (actor && !actors.some((known) => known.id === actor.id && known.name === actor.name)) actors.push(actor);
  }
  if (actors.length === 0 && terms.every(isPossessive)) {
    const unknown = ownPeople(sentence, subject) ?? strangers(clause);
    if (unknown) actors.push(unknown);
  }
  return { actors, denied };

  function isPossessive(term: TermMatch): boolean {
    return term.first === subject?.first && term.last === term.first;
  }
}

/** "The Acme Pixel on our pages": built in by the company, which does what it does. */
function toolOnOurPages({ tokens }: Sentence, { first, last }: TokenSpan): string | undefined {
  for (let i = first; i <= last; i++) {
    const at = tokens[i] as Token;
    if (!/^(?:on|in)$/.test(tokens[i + 1]?.lower ?? '') || !embeddedTools.has(at.lemma)) continue;
    if (/^(?:our|this|the)$/.test(tokens[i + 2]?.lower ?? '')) return at.lemma;
  }
  return undefined;
}

/** "Acme sells no data, nor does it share any": whom the clause before in the sentence spoke of, where that is the company. */
function actorsBefore({ sentence, group, passive }: Clause, ownNames: readonly string[]): readonly Actor[] {
  const before = passive
    ? undefined
    : readClauses(sentence).findLast(
        ({ subject, embedding, passive: isDone, group: { verb } }) =>
          verb < group.first && embedding === 'main' && !isDone && subject !== undefined && !isIt(sentence, subject),
      );
  const actors = before ? readSubject(before, ownNames).actors : [];
  return actors.every(({ id }) => id === 'first_party') ? actors : [];
}

const isIt = ({ tokens }: Sentence, { first, last }: TokenSpan): boolean =>
  first === last && tokens[first]?.lower === 'it';

/** "Acme" in "Acme and its subsidiaries": not the family of the company that drafts. */
function ofCompany({ tokens, terms }: Sentence, { kind, ids, first }: TermMatch): TermMatch | undefined {
  if (kind !== 'entity' || !ids.includes('corporate_family')) return undefined;
  let its = first - 1;
  while (its > first - 4 && tokens[its]?.lower !== 'its') its--;
  if (tokens[its]?.lower !== 'its' || !/^(?:and|or)$/.test(tokens[its - 1]?.lower ?? '')) return undefined;
  return terms.find((term) => term.kind === 'company' && term.last === its - 2);
}

/** "our reviewers", "our accounts department": people whom the catalogue does not know, but who are the company's. */
function ownPeople({ tokens }: Sentence, { first, last }: TokenSpan): Actor | undefined {
  const noun = (tokens[last] as Token).lower;
  if (isStaff(tokens.slice(first, last + 1))) return { id: 'first_party' };
  if ((tokens[first] as Token).lower !== 'our' || last === first || last - first > 3) return undefined;
  return [...peopleEndings].some((ending) => noun.endsWith(ending) && noun.length > ending.length + 1) ||
    peopleEndings.has(noun)
    ? { id: 'first_party' }
    : undefined;
}

/** "Trained reviewers", "a small team of reviewers": whose they are, no word says. */
function isStaff(words: readonly Token[]): boolean {
  const noun = words.at(-1) as Token;
  const isPlural = noun.lower !== noun.lemma || noun.lower === 'staff';
  return (
    isPlural &&
    (staffNouns.has(noun.lemma) || (hiredNouns.has(noun.lemma) && words.length > 1)) &&
    words.length <= LONGEST_STAFF &&
    !words.some(({ lower }) => possessives.has(lower))
  );
}
/** In tokens: "a small team of trained reviewers". */
const LONGEST_STAFF = 6;

/** "Drivers receive your name": plural people whom the catalogue does not know and no word calls the company's own. */
function strangers({ base, passive, sentence: { tokens, block }, subject }: Clause): Actor | undefined {
  if (!subject || passive || !receiving.has(base) || subject.last - subject.first > 2) return undefined;
  const words = tokens.slice(subject.first, subject.last + 1);
  const noun = words.at(-1) as Token;
  const isPeople = [...peopleEndings].some((ending) => ending.endsWith('s') && noun.lower.endsWith(ending));
  if (!isPeople || nounLemma(noun.lower) === noun.lower || !words.every(isPlainWord)) return undefined;
  return { id: 'other_party', name: block.text.slice((words[0] as Token).start, noun.end) };
}
const isPlainWord = ({ kind, lower }: Token): boolean =>
  kind === 'word' && !determiners.has(lower) && !possessives.has(lower);

/** "Nobody", "no one else", "nobody outside our company", but not "nobody but our doctors", "nobody at Acme". */
function isNobody({ tokens }: Sentence, { first, last }: TokenSpan): boolean {
  const [a, b] = [tokens[first]?.lower, tokens[first + 1]?.lower];
  const length = a === 'nobody' ? 1 : a === 'no' && b === 'one' ? 2 : 0;
  if (length === 0) return false;
  const rest = tokens.slice(first + length, last + 1).map(({ lower }) => lower);
  return rest.length === 0 || (rest.length === 1 && rest[0] === 'else') || rest[0] === 'outside';
}

/** The company's own name where it is the whole subject, save for words around it: "The Acme Foundation", "Acme websites". */
function ownNameIn(
  { block, tokens, terms }: Sentence,
  { first, last }: TokenSpan,
  ownNames: readonly string[],
): string | undefined {
  const inside = terms.filter((term) => term.first >= first && term.last <= last);
  if (ownNames.length === 0 || inside.some(({ kind }) => kind === 'company' || kind === 'data')) return undefined;
  const { end } = tokens[last] as Token;
  const words = block.text.slice((tokens[first] as Token).start, end);
  return ownNames.find(
    (name) =>
      words === name ||
      words === `The ${name}` ||
      words === `the ${name}` ||
      // "the Tiling Foundation", where "Tiling" was taken for a verb
      (name.includes(' ') && block.text.endsWith(name, end)) ||
      words.startsWith(`${name} and its `) ||
      words.startsWith(`The ${name} and its `) ||
      isShortFor(words, name) ||
      // "Acme Press", "the Kiln Foundation and Acme": words of names that mean somebody else elsewhere
      (inside.every(({ first: at }) => tokens[at]?.capitalised) &&
        (words.startsWith(`${name} `) || words.endsWith(` ${name}`))),
  );
}

/** "Tidepool" for "Tidepool Diaries". */
const isShortFor = (words: string, name: string): boolean =>
  words.length > 4 && /^\p{Lu}\p{L}+$/u.test(words) && name.startsWith(`${words} `);

/** "your" and "our" before a noun name no actor of their own. */
function isPossessor(sentence: Sentence, term: TermMatch): boolean {
  const lower = (sentence.tokens[term.last] as Token).lower;
  return lower === 'your' || lower === 'our' || lower === 'us' || sentence.tokens[term.last + 1]?.lower === "'s";
}

function actorOf(sentence: Sentence, term: TermMatch, ownNames: readonly string[]): Actor | undefined {
  const name = sentence.block.text.slice(
    (sentence.tokens[term.first] as Token).start,
    (sentence.tokens[term.last] as Token).end,
  );
  if (term.kind === 'company' && isOwn(name, ownNames)) return { id: 'first_party', name };
  if (term.kind === 'entity' && ownNames.includes(name.replace(/^the /i, ''))) return { id: 'first_party', name };
  if (term.kind === 'company') return { id: roleOf(sentence, term.ids), name };
  if (term.kind === 'entity') {
    // "does anyone else set cookies?"
    if (sentence.tokens[term.last]?.lower === 'else') return { id: 'third_party' };
    const id = isOwnUnit(sentence, term) ? 'first_party' : (term.ids[0] as string);
    if (id === 'data_subject' && (name.toLowerCase() === 'your' || name.toLowerCase() === 'yours')) return undefined;
    const product = id === 'first_party' ? productIn(sentence, term.first, term.last) : undefined;
    return { id, ...(product && { product }) };
  }
  if (term.kind === 'data') {
    if (term.roles) return { id: roleOf(sentence, term.roles), name };
    if (term.ids.some((id) => id.includes('cookie') || id === 'web_beacon' || id.includes('tracking')))
      return { id: 'first_party', channel: name.toLowerCase() };
  }
  return undefined;
}

/** "our laboratory", "our teachers": a part of the company, where another one's would be called a partner. */
export const isOwnUnit = ({ tokens }: Sentence, { first, last }: TermMatch): boolean =>
  tokens[first - 1]?.lower === 'our' && first === last && ownUnits.has(tokens[last]?.lemma ?? '');

/** The drafting company may itself stand in the list of known companies. */
export const isOwn = (name: string, ownNames: readonly string[]): boolean =>
  ownNames.some((own) => own === name || own.startsWith(`${name} `));

/** The company's own name right behind "by", whatever it is besides: "by the Acme Foundation", "by Acme, a charity". */
export function ownAgent({ tokens, block }: Sentence, { first, last }: TermMatch, ownNames: readonly string[]) {
  let by = first - 1;
  while (by >= 0 && tokens[by]?.lower !== 'by') by--;
  if (by < 0) return undefined;
  const from = tokens[by + 1]?.lower === 'the' ? by + 2 : by + 1;
  const end = tokens[last]?.end ?? 0;
  const words = block.text.slice(tokens[from]?.start, end);
  return ownNames.find(
    (name) => words === name || /^, an? /.test(words.startsWith(name) ? words.slice(name.length) : ''),
  );
}

const roleByPurpose: Readonly<Record<string, string>> = {
  advertising: 'advertiser',
  targeted_advertising: 'advertiser',
  marketing: 'advertiser',
  analytics_purpose: 'analytics',
  payment_purpose: 'payment_processor',
  account_mgmt: 'auth_provider',
};

/** A company with several roles takes the one that the sentence's purposes point to, else the widest that fits. */
export function roleOf(sentence: Sentence, roles: readonly string[]): EntityId {
  if (roles.length === 1) return roles[0] as string;
  for (const term of sentence.terms) {
    if (term.kind !== 'purpose') continue;
    const role = term.ids.map((id) => roleByPurpose[id]).find((id) => id !== undefined && roles.includes(id));
    if (role) return role;
  }
  return 'third_party';
}

/** Neither the company nor the reader nor whoever it may be. */
export const isOtherParty = ({ ids }: TermMatch): boolean =>
  !ids.includes('first_party') && !ids.includes('data_subject') && !ids.includes('anyone');
