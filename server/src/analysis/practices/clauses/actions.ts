import actionsCatalogue from '../../catalogue/ontology/actions.yaml';
import { eachOf, optional, part, readCatalogue, record, wordList, wordSet } from '../../catalogue/read';
import type { Clause } from '../../language/types';
import type { Action } from '../types';
import { demanding } from './constructions';

const catalogueActions = ['collect', 'use', 'store', 'retain', 'delete', 'share', 'sell', 'place', 'provide'] as const;
const catalogue = readCatalogue(
  actionsCatalogue,
  part(
    'actions',
    eachOf(
      catalogueActions,
      record({
        verbs: optional(wordList),
        nouns: optional(wordList),
        /** Verbs that say the action only with an object and, for sharing, a recipient. */
        weak: optional(wordList),
        /** Verbs that ask for data; not to ask is not to refuse. */
        unasked: optional(wordList),
      }),
    ),
  ),
);
/** What a verb says the company does; the first that lists it wins, sharing and selling before the rest. */
const order: readonly Exclude<keyof typeof catalogue, 'place' | 'provide'>[] = [
  'sell',
  'delete',
  'retain',
  'store',
  'share',
  'collect',
  'use',
];
const byVerb = new Map<string, Action>();
const byNoun = new Map<string, Action>();
for (const name of order) {
  for (const verb of catalogue[name].verbs ?? []) if (!byVerb.has(verb)) byVerb.set(verb, name);
  for (const noun of catalogue[name].nouns ?? []) if (!byNoun.has(noun)) byNoun.set(noun, name);
}
for (const verb of ['store', 'keep', 'maintain', 'hold', 'save']) byVerb.set(verb, 'store');

const askers = readCatalogue(actionsCatalogue, part('askers', wordSet));
/** What asks for the company: a form, a checkout. */
export const isAsker = (noun: string): boolean => askers.has(noun);

/** A verb as it is spoken. */
interface Spoken {
  readonly base: string;
  readonly particle?: string;
}

/** After these the company has the data. */
export const having: ReadonlySet<Action> = new Set(['collect', 'store', 'retain']);

const passing: ReadonlySet<Action> = new Set(['share', 'sell', 'ccpaShare', 'allow']);
/** Others get the data. */
export const passesOn = (action: Action): boolean => passing.has(action);

const unasked = new Set(catalogue.collect.unasked ?? []);
const weak = new Set(Object.values(catalogue).flatMap((entry) => entry.weak ?? []));
const providing = new Set(catalogue.provide.verbs ?? []);
const watching = readCatalogue(actionsCatalogue, part('watching', wordSet));
const placing = new Set(catalogue.place.verbs ?? []);

export const actionOfVerb = (base: string): Action | undefined => byVerb.get(base);
/** What the verb of a clause says, with its particle: "hand over" is not "hand". */
export const actionOf = (spoken: Spoken & Partial<Pick<Clause, 'sentence' | 'group'>>): Action | undefined =>
  (spoken.particle === undefined ? undefined : byVerb.get(`${spoken.base} ${spoken.particle}`)) ??
  (isWrittenDown(spoken) ? 'store' : byVerb.get(spoken.base));

/** "not recorded or stored": beside a verb of storing, to record is to write down, not to take. */
const isWrittenDown = ({ base, sentence, group }: Spoken & Partial<Pick<Clause, 'sentence' | 'group'>>): boolean =>
  base === 'record' &&
  sentence !== undefined &&
  group !== undefined &&
  sentence.tokens
    .slice(Math.max(0, group.verb - SERIES), group.verb + SERIES + 1)
    .some(({ verb }) => verb !== undefined && byVerb.get(verb.base) === 'store');
/** How many words off the other verb of a short series stands at most. */
const SERIES = 2;

/** What is done with data as its direct object ("to collect …"). */
export const isHandling = (base: string): boolean => byVerb.has(base);
export const actionOfNoun = (noun: string): Action | undefined => byNoun.get(noun);
/** Counts only with an object that the ontology knows and, for sharing, with a recipient ("give", "send", "take"). */
export const isWeak = ({ base, particle }: Spoken): boolean =>
  particle !== undefined && byVerb.has(`${base} ${particle}`) ? weak.has(`${base} ${particle}`) : weak.has(base);
/** What comes unasked may still be kept: its denial says nothing of collecting. */
export const isAsking = ({ base, particle }: Spoken): boolean => unasked.has(particle ? `${base} ${particle}` : base);
/** "we do not ask for", "is never requested". */
export const isDemanding = ({ base }: Spoken): boolean => demanding.has(base);
/** What the reader does when data goes to the company ("provide", "upload", "tell"). */
export const isProviding = (base: string): boolean => providing.has(base);
/** What is done with behaviour, not with cookies ("track", "monitor"). */
export const isWatching = (base: string): boolean => watching.has(base);
/** What is done with cookies ("set", "place", "use"). */
export const isPlacing = (base: string): boolean => placing.has(base);
