import verbsCatalogue from '../catalogue/language/verbs.yaml';
import actionsCatalogue from '../catalogue/ontology/actions.yaml';
import { listOf, mapOf, optional, orEmpty, part, readCatalogue, record, text, wordList } from '../catalogue/read';
import type { VerbForm } from './types';

/**
 * Dictionary forms without a tagger: a word is a verb form if its base is a verb of the catalogue, a plural if it ends
 * like one. Words of the domain are ambiguous ("share", "process"): the clause grammar decides by context, not this file.
 */

const catalogue = readCatalogue(
  verbsCatalogue,
  record({
    regular: wordList,
    irregular: mapOf(listOf(orEmpty(text))),
    plurals: mapOf(text),
    singulars: wordList,
  }),
);
const actions = readCatalogue(
  actionsCatalogue,
  part(
    'actions',
    mapOf(
      record({
        verbs: optional(wordList),
      }),
    ),
  ),
);
const verbs = new Set<string>(catalogue.regular);
for (const action of Object.values(actions)) {
  for (const verb of action.verbs ?? []) if (!verb.includes(' ')) verbs.add(verb);
}
const irregular = new Map<string, VerbForm>();
const forms = ['third', 'past', 'participle', 'gerund'] as const;
for (const [base, listed] of Object.entries(catalogue.irregular)) {
  verbs.add(base);
  listed.forEach((word, i) => {
    if (word !== undefined && !irregular.has(word)) irregular.set(word, { base, form: forms[i] as VerbForm['form'] });
  });
}
for (const word of ['am', 'are', "'re", "'m"]) irregular.set(word, { base: 'be', form: 'base' });
irregular.set('were', { base: 'be', form: 'past' });
irregular.set("'ve", { base: 'have', form: 'base' });
const plurals = new Map<string, string>(Object.entries(catalogue.plurals));
const singulars = new Set<string>(catalogue.singulars);

const verbCache = new Map<string, VerbForm | null>();
const nounCache = new Map<string, string>();

/** The verb form that a lower-case word can be, or undefined. */
export function verbForm(lower: string): VerbForm | undefined {
  const known = verbCache.get(lower);
  if (known !== undefined) return known ?? undefined;
  const found = findVerbForm(lower);
  if (verbCache.size < 20_000) verbCache.set(lower, found ?? null);
  return found;
}

function findVerbForm(lower: string): VerbForm | undefined {
  const listed = irregular.get(lower);
  if (listed) return listed;
  if (verbs.has(lower)) return { base: lower, form: 'base' };
  if (lower.length < 4) return undefined;
  if (lower.endsWith('ing')) return inflected(lower.slice(0, -3), 'gerund');
  if (lower.endsWith('ied')) return pick([`${lower.slice(0, -3)}y`], 'past');
  if (lower.endsWith('ed')) return inflected(lower.slice(0, -2), 'past');
  if (lower.endsWith('ies')) return pick([`${lower.slice(0, -3)}y`], 'third');
  if (lower.endsWith('es')) return pick([lower.slice(0, -1), lower.slice(0, -2)], 'third');
  if (lower.endsWith('s') && !lower.endsWith('ss')) return pick([lower.slice(0, -1)], 'third');
  return undefined;
}

/** Candidates for a stem before -ed or -ing: "shar", "stor", "submitt", "process". */
function inflected(stem: string, form: VerbForm['form']): VerbForm | undefined {
  const last = stem[stem.length - 1];
  const doubled = last !== undefined && last === stem[stem.length - 2] ? [stem.slice(0, -1)] : [];
  return pick([`${stem}e`, stem, ...doubled], form);
}

function pick(candidates: readonly string[], form: VerbForm['form']): VerbForm | undefined {
  for (const base of candidates) if (verbs.has(base)) return { base, form };
  return undefined;
}

/** Singular of a noun; other words unchanged. Lower case in and out. */
export function nounLemma(lower: string): string {
  let lemma = nounCache.get(lower);
  if (lemma === undefined) {
    lemma = singular(lower);
    if (nounCache.size < 20_000) nounCache.set(lower, lemma);
  }
  return lemma;
}

function singular(lower: string): string {
  const listed = plurals.get(lower);
  if (listed) return listed;
  if (lower.length < 4 || !lower.endsWith('s') || singulars.has(lower) || lower.endsWith('ss')) return lower;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}

/** "collected" gives "collect", "identifiers" gives "identifier". */
export function lemmaOf(lower: string): string {
  const verb = verbForm(lower);
  return verb && verb.form !== 'third' ? verb.base : lower === "n't" ? 'not' : nounLemma(lower);
}
