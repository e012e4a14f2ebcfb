import {
  conjunctions,
  determiners,
  possessives,
  prepositions,
  requestingVerbs,
  secondPerson,
} from '../language/grammar';
import type { Clause, TermMatch, Token } from '../language/types';
import { actionOf, isHandling } from './actions';
import { furnishing } from './constructions';
import { properNameAt } from './properNames';
import {
  exceptionLength,
  isAnaphor,
  isCookie,
  isGeneralNoun,
  isLast,
  isLimiting,
  isNarrowed,
  isNeutralRelative,
  isOnDevice,
  phraseEnd,
  saysPurpose,
  slotOf,
} from './slotCues';
import {
  announcesExceptions,
  isBareCondition,
  isContrast,
  isManner,
  isNeutralNot,
  isNothingBut,
  isNothingElse,
  isOccasion,
  isPersonal,
  namesMeans,
  namesOccasion,
  narrowsRecipients,
  opensChannel,
  opensCondition,
  opensPurpose,
  opensRelative,
  opensSecondNoun,
  pointsElsewhere,
  reopeningLength,
  reopensByRelative,
} from './slotPhrases';
import type { SlotName, Slots } from './slots';

const givers = new Set([
  'contributor',
  'contributors',
  'author',
  'sender',
  'source',
  'sources',
  'owner',
  'owners',
  'provider',
  'providers',
]);

const naming = new Set(['identifying', 'stating', 'specifying', 'describing', 'indicating', 'explaining']);

/** "send us an e-mail" */
const isSending = ({ base }: Clause): boolean => base === 'send' || base === 'submit' || base === 'write';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** One pass over the words, a slot at a time: cues switch the slot, terms fill it. */
export class SlotReader {
  private readonly tokens: readonly Token[];
  private readonly termAt: ReadonlyMap<number, TermMatch>;
  private readonly slots: Writable<Slots>;
  private slot: SlotName;
  /** The slot of nouns to which "such as" returns. */
  private nominal: SlotName;
  /** A recipient stood right behind the verb: "provide vendors with your name". */
  private dative = false;
  private purposeFrom = -1;
  /** What stood before each open parenthesis. */
  private readonly outside: { readonly slot: SlotName; readonly nominal: SlotName }[] = [];
  /** What the nouns behind "including" or "such as" go on from. */
  private reopenedFrom: SlotName | undefined;
  /** Behind "requesting": what is asked for is not what is sent. */
  private wanted = false;
  /** Where "the following" stood. */
  private announced: SlotName | undefined;

  constructor(
    private readonly clause: Clause,
    private readonly from: number,
    private readonly to: number,
    private readonly start: SlotName,
  ) {
    this.tokens = clause.sentence.tokens;
    this.termAt = new Map(clause.sentence.terms.map((term) => [term.first, term]));
    this.slot = start;
    this.nominal = start === 'other' ? 'object' : start;
    this.slots = {
      data: [],
      recipients: [],
      sources: [],
      agents: [],
      purposes: [],
      channels: [],
      conditions: [],
      exceptions: [],
      anaphors: [],
      onDevice: isOnDevice(this.tokens, from, to),
      restricted: false,
      limited: false,
      exclusive: false,
      denied: false,
    };
  }

  read(): Slots {
    for (let i = this.from; i < this.to; i++) {
      if (this.clause.sentence.quoted.has(i)) continue;
      this.mark(i);
      const last = this.limitation(i) ?? this.switch(i) ?? this.noun(i);
      if (last !== undefined) i = last;
    }
    const { slots, tokens } = this;
    if (this.purposeFrom >= 0 && slots.purposes.length === 0 && saysPurpose(tokens, this.purposeFrom, this.to)) {
      slots.unknownPurpose = { first: this.purposeFrom, last: this.to - 1 };
    }
    const parties = this.announced === 'recipient' && slots.recipients.length === 0;
    if (tokens[this.to - 1]?.lower === ':' || (this.announced && (slots.data.length === 0 || parties))) {
      slots.open ??= this.announced ?? (this.slot === 'relative' ? this.nominal : this.slot);
    }
    return slots;
  }

  private enter(slot: SlotName, at: number): void {
    if (slot === 'purpose' && this.purposeFrom < 0) this.purposeFrom = at;
    this.slot = slot;
    if (slot === 'object' || slot === 'recipient' || slot === 'source') this.nominal = slot;
  }

  /** Words that colour the whole statement. */
  private mark(i: number): void {
    const { slots, tokens } = this;
    const word = (tokens[i] as Token).lower;
    if (word === 'following' || word === 'below')
      this.announced = namesOccasion(tokens, i + 1) ? 'condition' : this.slot === 'relative' ? this.nominal : this.slot;
    const nothingBut = isNothingBut(tokens, i);
    if (isNothingElse(tokens, i)) {
      slots.exclusive = true;
      return;
    }
    if (nothingBut || word === 'only' || word === 'solely' || word === 'exclusively') slots.exclusive = true;
    if (
      (isLimiting(word) && !(word === 'such' && tokens[i + 1]?.lower === 'as')) ||
      (word === 'over' && tokens[i + 1]?.lower === 'time')
    )
      slots.limited = true;
    if (isManner(tokens, i)) slots.restricted = true;
    if (this.slot === 'recipient' && slots.recipients.length > 0 && narrowsRecipients(tokens, i))
      slots.restricted = true;
    // "under no circumstances" denies the clause, not the noun that follows
    const adverbial = /^(?:under|at|in|by|on)$/.test(tokens[i - 1]?.lower ?? '');
    const denies =
      !adverbial &&
      !nothingBut &&
      (word === 'no' || word === 'none' || word === 'nothing' || word === 'zero' || word === 'neither');
    // "handed over to no one"
    if (denies && this.slot === 'recipient' && slots.recipients.length === 0) slots.denied = true;
    if (word === 'nobody' && this.slot === 'recipient') slots.denied = true;
    if (denies && this.slot === 'object' && slots.data.length === 0 && i <= this.from + 1) slots.denied = true;
  }

  /** Exceptions, contrasts, occasions and conditions; the index of their last token. */
  private limitation(i: number): number | undefined {
    const { slots, tokens, to } = this;
    const exceptional = exceptionLength(tokens, i);
    if (exceptional > 0) {
      const last = phraseEnd(tokens, i + exceptional, to);
      const terms = this.clause.sentence.terms.filter((term) => term.first > i && term.last <= last);
      slots.exceptions.push({ first: i, last, terms });
      if (isLast(tokens, last, to)) slots.open = 'exception';
      return last;
    }
    if (announcesExceptions(tokens, i)) {
      slots.exceptions.push({ first: i, last: i + 3, terms: [] });
      return i + 3;
    }
    // "we keep it separately from your name": what is named is kept apart
    if ((tokens[i] as Token).lower === 'from' && /^(?:separate(?:ly)?|apart)$/.test(tokens[i - 1]?.lower ?? ''))
      return this.beforeSemicolon(i);
    if (isNeutralNot(tokens, i)) return i;
    if (this.slot !== 'relative' && i > this.from) {
      if (pointsElsewhere(tokens, i)) {
        slots.exceptions.push({ first: i, last: to - 1, terms: [] });
        return to - 1;
      }
      if (isContrast(tokens, i)) return this.beforeComma(i);
    }
    if (isOccasion(tokens, i)) return this.condition(i);
    if (opensPurpose(tokens, i)) {
      this.enter('purpose', i);
      return i + 1;
    }
    if (!opensCondition(tokens, i)) return undefined;
    const last = this.condition(i);
    if (isLast(tokens, last, to)) slots.open = 'condition';
    if (slots.data.length === 0) this.enter(this.start, last);
    return last;
  }

  private condition(first: number): number {
    // "your name and, if you want letters, your address"
    if (isBareCondition(this.tokens, first)) {
      this.slots.conditions.push({ first, last: first + 1 });
      return first + 1;
    }
    const inserted = this.tokens[first - 1]?.lower === ',' && conjunctions.has(this.tokens[first - 2]?.lower ?? '');
    const end = inserted ? this.beforeComma(first) : phraseEnd(this.tokens, first + 1, this.to);
    const last = this.beforeExamples(first, end);
    this.slots.conditions.push({ first, last });
    return last;
  }

  /** "information when you open an account such as your name": examples of the general noun before the condition. */
  private beforeExamples(first: number, last: number): number {
    const { data } = this.slots;
    if (data.length === 0 || !data.every(({ ids }) => ids.includes('any_data') || ids.includes('personal')))
      return last;
    for (let i = first + 2; i < last; i++)
      if (this.tokens[i]?.lower === 'such' && this.tokens[i + 1]?.lower === 'as') return i - 1;
    return last;
  }

  private beforeSemicolon(i: number): number {
    let last = i;
    while (last + 1 < this.to && (this.tokens[last + 1] as Token).lower !== ';') last++;
    return last;
  }

  private beforeComma(i: number): number {
    let last = i;
    while (last + 1 < this.to && !/^[,;]$/.test((this.tokens[last + 1] as Token).lower)) last++;
    return last;
  }

  /** Cues that open another slot; the index of their last token. */
  private switch(i: number): number | undefined {
    const { slots, tokens } = this;
    const word = (tokens[i] as Token).lower;
    const term = this.termAt.get(i);
    const reopened = reopeningLength(tokens, i);
    // "to collect data about your use, including your IP address": the example belongs to the verb of the purpose
    if (reopened > 0 && this.slot === 'purpose' && this.doesSomething(i)) return i + reopened - 1;
    // "using technologies including server logs": more of the means
    if (reopened > 0 && this.slot === 'channel' && namesMeans(tokens, i)) return i + reopened - 1;
    // "for services such as card processing": more of what it is for
    if (reopened > 0 && this.slot === 'purpose' && tokens[i - 1]?.lower !== ',' && !this.endsData(i - 1))
      return i + reopened - 1;
    // "from other sources, such as pages you visited": more sources
    if (reopened > 0 && this.slot === 'source' && this.namesSource(i)) return i + reopened - 1;
    if (reopened > 0) {
      this.reopenedFrom = this.slot === 'channel' ? 'channel' : this.nominal;
      this.enter(this.nominal, i);
      return i + reopened - 1;
    }
    if (word === '(') {
      this.outside.push({ slot: this.slot, nominal: this.nominal });
      return i;
    }
    const before = word === ')' ? this.outside.pop() : undefined;
    if (before) {
      ({ slot: this.slot, nominal: this.nominal } = before);
      return i;
    }
    // "a letter requesting access to your data", "an e-mail identifying the data to be removed"
    if (
      this.slot !== 'channel' &&
      this.slot !== 'purpose' &&
      tokens[i]?.verb?.form === 'gerund' &&
      (requestingVerbs.has(tokens[i]?.verb?.base ?? '') ||
        (isSending(this.clause) && naming.has(tokens[i]?.lower ?? '')))
    ) {
      this.slot = 'other';
      this.wanted = true;
      return i;
    }
    if (this.wanted) return i;
    if (opensRelative(tokens, i)) {
      if (reopensByRelative(tokens, i)) {
        this.enter(this.nominal === 'source' ? 'object' : this.nominal, i);
      } else {
        if (this.slot === 'object' && word !== 'who' && slots.data.length > 0)
          slots.restricted ||= !isNeutralRelative(tokens, i, this.to);
        this.slot = 'relative';
      }
      return i;
    }
    if (word === 'we' && this.slot === 'object' && slots.data.length > 0) {
      this.slot = 'relative'; // "information we hold"
      return i;
    }
    // "the following data in the last 12 months: your name, …"
    if (
      word === ':' &&
      this.announced === 'object' &&
      (this.slot === 'other' || this.slot === 'source') &&
      i + 1 < this.to
    ) {
      this.enter('object', i);
      return i;
    }
    if (word === ',' || word === ')' || word === ';') {
      // "to count visits; monitor traffic": another purpose
      const going = word === ';' && this.slot === 'purpose' && tokens[i + 1]?.verb?.form === 'base';
      if (this.slot === 'relative' || (word === ';' && !going)) this.slot = this.nominal;
      // "time stamps correlated with usage, pages accessed": the enumeration goes on behind its modifier
      if (word === ',' && slots.data.length > 0 && this.namesData(i + 1) && this.modifies(i)) this.enter('object', i);
      // "data you make public via social media, your friends list"
      else if (word === ',' && slots.data.length > 0 && this.goesOn(i + 1)) this.enter('object', i);
      return i;
    }
    // "share with our partners your name", "with the driver the rider's name"
    if (this.slot === 'recipient' && slots.data.length === 0 && this.gives() && opensSecondNoun(tokens, i, this.from)) {
      this.enter('object', i);
      return undefined;
    }
    if (term || !(opensChannel(word) || prepositions.has(word))) return undefined;
    const next = opensChannel(word)
      ? 'channel'
      : slotOf(word, tokens, i, this.slot, this.dative, slots.data.length > 0, this.termAt);
    // "to insurers who offer discounts to members": what the recipients do is theirs
    if (this.slot === 'relative' && this.nominal === 'recipient' && next === 'recipient') return i;
    if (next) this.enter(next, i);
    if (next === 'channel') slots.channels.push({ first: i, last: Math.min(i + 4, this.to - 1) });
    return next === 'condition' ? this.condition(i) : i;
  }

  /** Whether the purpose so far has a verb of its own: "to collect …", not "for marketing". */
  private doesSomething(at: number): boolean {
    const { tokens, purposeFrom } = this;
    const purpose = tokens.slice(purposeFrom, at);
    // "to remember your settings (such as …)"
    const inBrackets = tokens[at - 1]?.lower === '(' && purpose[1]?.verb?.form === 'base';
    return inBrackets || purpose.some(({ verb }) => verb !== undefined && isHandling(verb.base));
  }

  /** "your friends list" behind the words on how the data before it came. */
  private goesOn(at: number): boolean {
    const { tokens, termAt, slot } = this;
    if ((slot !== 'channel' && slot !== 'other') || tokens[at]?.lower !== 'your') return false;
    return termAt.get(at)?.kind === 'data' || termAt.get(at + 1)?.kind === 'data';
  }

  private endsData(at: number): boolean {
    return this.clause.sentence.terms.some(({ kind, last }) => kind === 'data' && last === at);
  }

  /** Nothing but an article stands between "including" and the word. */
  private opensExamples(at: number): boolean {
    let i = at - 1;
    while (determiners.has(this.tokens[i]?.lower ?? '') || possessives.has(this.tokens[i]?.lower ?? '')) i--;
    const lower = this.tokens[i]?.lower;
    return lower === 'including' || (lower === 'as' && this.tokens[i - 1]?.lower === 'such');
  }

  /** A source other than the reader stands right before "such as". */
  private namesSource(at: number): boolean {
    const last = this.tokens[at - 1]?.lower === ',' ? at - 2 : at - 1;
    const lemma = this.tokens[last]?.lemma;
    const { sources } = this.slots;
    return lemma === 'source' || (sources.at(-1)?.last === last && !sources.at(-1)?.ids.includes('data_subject'));
  }

  /** "phone number", "details regarding the device type": a member of the enumeration. */
  private namesData(at: number): boolean {
    for (let i = at; i < Math.min(at + 5, this.to); i++) {
      const term = this.termAt.get(i);
      if (term) return term.kind === 'data';
      const { kind, verb } = this.tokens[i] as Token;
      if (kind === 'punctuation' || (verb && verb.form !== 'gerund')) return false;
    }
    return false;
  }

  /** Whether what stands before a comma only describes the noun before it: "phone numbers for students, …". */
  private modifies(comma: number): boolean {
    if (this.slot === 'recipient') return this.slots.recipients.every(({ ids }) => ids.includes('data_subject'));
    return (
      this.slot === 'purpose' &&
      this.slots.purposes.length === 0 &&
      !this.tokens.slice(this.purposeFrom, comma).some((token) => token.verb !== undefined)
    );
  }

  /** Anaphors and terms; the index of their last token. */
  private noun(i: number): number | undefined {
    const { tokens } = this;
    const term = this.termAt.get(i);
    if (this.slot === 'recipient' && this.slots.recipients.length === 0 && isPersonal(tokens, i)) {
      const named = this.partyBefore(i);
      if (named) this.slots.recipients.push(named);
      return i;
    }
    if (isAnaphor(tokens, i, term)) {
      const pronoun = /^(?:it|them)$/.test((tokens[i] as Token).lower);
      const last =
        term?.last ?? (pronoun ? i : (this.termAt.get(i + 1)?.last ?? (tokens[i + 1]?.kind === 'word' ? i + 1 : i)));
      if (this.slot === 'object') this.slots.anaphors.push({ first: i, last });
      return last;
    }
    const found = term ?? this.partyAt(i);
    if (!found) return undefined;
    this.fill(found);
    return found.last;
  }

  /** "We notify your landlord and share your file with them": the party last named in the sentence. */
  private partyBefore(i: number): TermMatch | undefined {
    return this.clause.sentence.terms.findLast(
      ({ kind, ids, last }) =>
        last < i &&
        (kind === 'entity' || kind === 'company') &&
        !ids.includes('first_party') &&
        !ids.includes('data_subject'),
    );
  }

  /** A party that no catalogue knows: behind "to" or "with", or right behind a verb of giving. */
  private partyAt(i: number): TermMatch | undefined {
    if (!(this.tokens[i] as Token).capitalised) return undefined;
    const given = this.slot === 'object' && i === this.clause.right && this.slots.data.length === 0 && this.gives();
    if (this.slot !== 'recipient' && !given) return undefined;
    const name = properNameAt(this.tokens, i, this.to, this.termAt, this.clause.sentence.block.text);
    const next = name && this.tokens[name.last + 1];
    return given &&
      !(next && (determiners.has(next.lower) || possessives.has(next.lower) || this.namesData(name.last + 1)))
      ? undefined
      : name;
  }

  private fill(term: TermMatch): void {
    if (term.kind === 'data') this.fillData(term);
    else if (term.kind === 'purpose') {
      const own = this.tokens
        .slice(Math.max(this.from, term.first - 3), term.first)
        .some((token) => token.lower === 'their' || token.lower === 'own');
      this.slots.purposes.push({ term, own });
    } else this.fillParty(term);
  }

  private fillData(term: TermMatch): void {
    const { slots, tokens } = this;
    // "location data": the noun behind a type of data only says that it is data
    if (isGeneralNoun(tokens, term) && slots.data.at(-1)?.last === term.first - 1) return;
    if (this.reopenedFrom === 'channel' && isCookie(term)) return;
    // "from other sources, such as public records"
    if (this.reopenedFrom === 'source' && term.ids.includes('public_records')) return;
    // "the contributor of information": a person
    if (tokens[term.first - 1]?.lower === 'of' && givers.has(tokens[term.first - 2]?.lower ?? '')) return;
    // "to collect data from you, such as your name", "we give data to couriers, including your name"
    const reopened = this.reopenedFrom === this.slot && (this.slot === 'source' || this.slot === 'recipient');
    const again = reopened && slots.data.length > 0 && !isGeneralNoun(tokens, term);
    // behind recipients only the first word counts: "to vendors, including the content of messages"
    if (again && this.slot === 'recipient' && !this.opensExamples(term.first)) return;
    if (again && this.slot === 'recipient') this.enter('object', term.first);
    if (this.slot === 'object' || again) {
      if (term.ids.includes('any_data') && isNarrowed(this.tokens, term)) slots.limited = true;
      slots.data.push(term);
    } else if (this.slot === 'recipient' && slots.data.length === 0 && slots.recipients.length > 0 && this.gives()) {
      slots.data.push(term);
      this.enter('object', term.first);
    }
    if (term.roles && this.slot === 'recipient') slots.recipients.push({ ...term, ids: term.roles, kind: 'company' });
  }

  /** "provide vendors with your name": only such verbs have the data behind "with". */
  private gives(): boolean {
    const { base } = this.clause;
    return base === '' || actionOf(this.clause) === 'share' || furnishing.has(base);
  }

  private fillParty(term: TermMatch): void {
    const { slots, tokens } = this;
    if (/^['’]s?$/.test(tokens[term.last + 1]?.lower ?? '')) return; // "any person's data" names no recipient
    // "between the brands of our company"
    const ofOurs = term.ids.includes('first_party') && tokens[term.first - 1]?.lower === 'of';
    if (this.slot === 'recipient' && !ofOurs) slots.recipients.push(term);
    else if (this.slot === 'source') slots.sources.push(term);
    else if (this.slot === 'agent') slots.agents.push(term);
    else if (this.slot === 'object' && slots.data.length === 0) {
      const word = (tokens[term.first] as Token).lower;
      if (secondPerson.has(word) && word !== 'you') return; // "your" before the object
      slots.recipients.push(term);
      this.dative = true;
    }
  }
}
