import catalogue from '../../catalogue/places.yaml';
import type { Place } from '../../document/types';
import type { Sentence, Token } from '../../language/types';
import type { Policy } from '../../policy';
import { isGeneralData } from '../../practices/generalData';
import { isWithin as isWithinMatter, matterOf } from '../../practices/matter';
import { dataGraph } from '../../practices/ontologyGraph';
import { throughSentences } from '../../practices/throughout';
import type { Report, Rule } from '../types';
import { quote } from './pairs/wording';

interface Places {
  readonly places: readonly { readonly id: string; readonly within?: string; readonly names: readonly string[] }[];
  readonly verbs: readonly string[];
  readonly things: readonly string[];
  readonly only: readonly string[];
  readonly staying: readonly string[];
  readonly leaving: readonly string[];
  readonly outside: readonly string[];
  readonly elsewhere: readonly string[];
  readonly peoples: readonly string[];
  readonly thirdCountries: readonly string[];
  readonly transfers: readonly string[];
  readonly persons: readonly string[];
  readonly seeing: readonly string[];
  readonly softening: readonly string[];
}

const known = catalogue as Places;
const within = new Map(known.places.map((place) => [place.id, place.within]));
const byName = new Map(known.places.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));
const LONGEST_NAME = 4;
const excepting = new Set(['unless', 'except', 'without', 'other']);
const firstWords = new Set([...byName.keys(), ...known.elsewhere].map((name) => name.toLowerCase().split(' ')[0]));

/** Where a sentence says that data lies. */
interface Location {
  readonly place: Place;
  /** Country or region; undefined for "other countries". */
  readonly where?: string;
  /** `inside`: nowhere else; `at`: there, perhaps among others; `outside`: somewhere else than there. */
  readonly kind: 'inside' | 'at' | 'outside';
  /** Types of data that the sentence names; empty for data in general. */
  readonly data: readonly string[];
  /** "hosted by Acme": who promises, where it is named. */
  readonly agent?: string;
}

/**
 * Data is said to lie in one region only, and elsewhere to lie or go somewhere else.
 * Transfers to third countries must be told: GDPR Art. 13(1)(f).
 */
export const storagePlace: Rule = {
  id: 'contradiction/storage-place',
  title: 'Data said to stay in one region, but kept or sent elsewhere in the draft',
  severity: 'error',
  citations: [{ text: 'GDPR Art. 13(1)(f) and 44', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' }],
  *check({ policy }): Iterable<Report> {
    const locations = locationsIn(policy);
    const elsewhere = locations.filter(({ kind }) => kind !== 'inside');
    for (const only of locations.filter(({ kind }) => kind === 'inside')) {
      const broken = elsewhere.filter((other) => breaks(other, only, policy)).slice(0, 12);
      const [first] = broken;
      if (!first) continue;
      yield {
        place: only.place,
        message: `${quote(only.place)} leaves no other place, but ${quote(first.place)} names one. Name every place, or drop the promise.`,
        related: broken.map(({ place }) => ({ place, message: 'Another place is named here.' })),
      };
      for (const { place } of broken) {
        yield {
          place,
          severity: 'hint',
          message: `Another place is named here, but ${quote(only.place)} leaves none.`,
          related: [{ place: only.place, message: 'Data is said to stay here.' }],
        };
      }
    }
  },
};

function breaks(other: Location, only: Location, policy: Policy): boolean {
  const matter = matterOf(only.place.block.section, policy.ownNames);
  if (matter && !isWithinMatter(other.place, matter)) return false;
  const { agent } = only;
  if (agent && agent !== other.agent && !policy.ownNames.some((name) => name.split(' ').includes(agent))) return false;
  if (
    other.place.block === only.place.block &&
    other.place.start < only.place.end &&
    only.place.start < other.place.end
  )
    return false;
  if (
    only.data.length > 0 &&
    !(other.data.length > 0 && other.data.some((id) => only.data.some((wider) => dataGraph.isA(id, wider))))
  )
    return false;
  if (
    policy.statements.some(
      ({ evidence, region }) =>
        evidence.place.block === only.place.block && region.origin === 'sentence' && region.id !== only.where,
    )
  )
    return false;
  if (other.kind === 'outside') return other.where === undefined || other.where === only.where;
  return !isWithin(other.where, only.where) && !isWithin(only.where, other.where);
}

const isWithin = (place: string | undefined, region: string | undefined): boolean =>
  place === region || (place !== undefined && within.get(place) === region);

function locationsOf(sentence: Sentence): Location[] {
  if (sentence.question || isTitle(sentence) || receives(sentence)) return [];
  const { tokens } = sentence;
  const verb = tokens.findIndex(
    ({ verb: form }, i) => form !== undefined && (known.verbs.includes(form.base) || isSeenFrom(tokens, i)),
  );
  const ofTransfers = tokens[0]?.lower === 'no' && deniesTransfer(tokens, 0);
  if (
    verb < 0 ||
    (!ofTransfers && !tokens.some(({ lemma, lower }) => known.things.includes(lemma) || known.things.includes(lower)))
  )
    return [];
  const hedged = tokens.slice(0, 2).some(({ lower }) => lower === 'if' || lower === 'unless' || lower === 'where');
  // "… unless standard contractual clauses are in place": the promise holds for the rest only
  const excepted = tokens.some(({ lower }) => excepting.has(lower));
  const negation = tokens.findIndex(
    ({ lemma, lower }, i) => lemma === 'not' || lemma === 'never' || (lower === 'no' && deniesTransfer(tokens, i)),
  );
  const negated = negation >= 0;
  // "Acme Inc. (who processes data solely in the EU)": said of another company
  const ofAnother = tokens[verb - 1]?.lower === 'who';
  // the negation belongs to the verb of leaving: "will never leave", "is not transferred"
  const stays = tokens
    .slice(negation + 1, negation + 4)
    .some(({ verb: form }) => form !== undefined && known.leaving.includes(form.base));
  const data = sentence.terms
    .filter(({ kind }) => kind === 'data')
    .flatMap(({ ids }) => ids)
    .filter((id) => !isGeneralData(id));
  const by = tokens.findIndex(({ lower }, i) => i > verb && lower === 'by');
  const named = tokens[by + 1];
  const agent = by >= 0 && named?.capitalised ? sentence.block.text.slice(named.start, named.end) : undefined;
  const found: Location[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const name = nameAt(sentence, i);
    if (!name) continue;
    const { where, length } = name;
    const before = tokens.slice(Math.max(0, i - 4), i).map(({ lower }) => lower);
    const prepositions = before.filter((word) =>
      ['in', 'to', 'within', 'outside', 'leave', 'leaves', 'inside', 'at', 'beyond'].includes(word),
    );
    const preposition = prepositions[prepositions.length - 1];
    const place: Place = {
      block: sentence.block,
      start: tokens[Math.max(0, Math.min(verb, i))]?.start ?? sentence.start,
      end: tokens[i + length - 1]?.end ?? sentence.end,
    };
    i += length - 1;
    // "in accordance with EU law", "to EU residents", "individuals located in the EEA": no place where data lies
    if (!preposition || known.peoples.includes(tokens[i + 1]?.lemma ?? '') || isOfPeople(tokens, i - length)) continue;
    const out = known.outside.includes(preposition);
    const verbs = tokens.slice(0, i).flatMap((token) => (token.verb ? [token.verb.base] : []));
    const left = preposition.startsWith('leave') || (out && verbs.some((base) => known.leaving.includes(base)));
    if (negated) {
      const whole = { ...place, start: Math.min(place.start, tokens[negation]?.start ?? place.start) };
      if (left && where && stays) found.push({ place: whole, where, kind: 'inside', data });
      // third countries are those outside the European Economic Area, GDPR Art. 44
      else if (name.third && preposition === 'to' && deniesTransfer(tokens, negation))
        found.push({
          place: { ...place, start: tokens[negation]?.start ?? place.start },
          where: 'eea',
          kind: 'inside',
          data,
        });
      continue;
    }
    if (hedged) continue;
    // "only in …", "remain in …": the word stands right before the place
    const near = tokens.slice(Math.max(0, i - length - 5), i);
    const only = near.some(
      ({ lower, verb: form }, k) =>
        known.only.includes(lower) ||
        (known.staying.includes(form?.base ?? '') && /^(?:with)?in(?:side)?$/.test(near[k + 1]?.lower ?? '')),
    );
    if (out || where === undefined) found.push({ place, kind: 'outside', data, ...(where && { where }) });
    else if (preposition !== 'leave' && preposition !== 'leaves')
      found.push({ place, where, kind: only && preposition !== 'to' ? 'inside' : 'at', data, ...(agent && { agent }) });
  }
  const softened = tokens.some(({ lower }) => known.softening.includes(lower));
  if (excepted || ofAnother || softened) return found.filter(({ kind }) => kind !== 'inside');
  const inside = found.filter(({ kind }) => kind === 'inside');
  // "only in the EU and the United States" promises two places: too little to hold against a third
  return inside.length > 1 ? [] : found;
}

/** A heading, or a line of plain text that looks like one ("Transfer of your data outside the EU"). */
const isTitle = ({ block, tokens }: Sentence): boolean =>
  block.kind === 'heading' ||
  (block.kind === 'paragraph' && tokens.length < LONGEST_TITLE && !/[.!?:;)]$/.test(block.text));
/** In tokens. */
const LONGEST_TITLE = 10;

/** "We receive data from companies outside the EU": nothing goes there. */
const receives = ({ tokens }: Sentence): boolean =>
  tokens.some(({ verb }, i) => verb?.base === 'receive' && tokens.slice(0, i).some(({ lower }) => lower === 'we'));

/** "our team in Manila, who can view your account": whoever sees data from elsewhere has it there; readers are free to. */
const isSeenFrom = (tokens: Sentence['tokens'], at: number): boolean =>
  known.seeing.includes(tokens[at]?.verb?.base ?? '') &&
  tokens[at - 1]?.lower === 'can' &&
  !tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'you');

/** "no transfer", "not transferred", "do not transfer". */
const deniesTransfer = (tokens: Sentence['tokens'], negation: number): boolean =>
  tokens.slice(negation + 1, negation + 4).some(({ lower }) => known.transfers.includes(lower));

/** "users who live in", "individuals located in": the noun before the last verb names people. */
function isOfPeople(tokens: readonly Token[], last: number): boolean {
  const verb = tokens.slice(0, last + 1).findLastIndex(({ verb: form }) => form !== undefined);
  return tokens.slice(Math.max(0, verb - 3), verb).some(({ lemma }) => known.persons.includes(lemma));
}

const locationsIn = throughSentences(locationsOf);

/** The country or region whose name starts at a token, or "other countries". */
function nameAt(
  { tokens, block }: Sentence,
  at: number,
): { readonly where?: string; readonly length: number; readonly third?: boolean } | undefined {
  if (!firstWords.has(tokens[at]?.lower)) return undefined;
  let words = '';
  for (let k = 0; k < LONGEST_NAME && at + k < tokens.length; k++) {
    const token = tokens[at + k];
    if (!token || token.glue !== undefined) return undefined;
    words = k === 0 ? token.lower : `${words} ${token.lower}`;
    if (words === 'us' && block.text.slice(token.start, token.end) !== 'US') return undefined;
    const where = byName.get(words === 'us' ? 'US' : words);
    // "EU-U.S. Privacy Shield" names no place where data lies
    if (where && tokens[at + k + 1]?.glue === undefined && !byName.has(`${words} ${tokens[at + k + 1]?.lower ?? ''}`))
      return { where, length: k + 1 };
    if (known.elsewhere.includes(words)) return { length: k + 1, third: known.thirdCountries.includes(words) };
  }
  return undefined;
}
