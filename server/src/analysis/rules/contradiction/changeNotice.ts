import catalogue from '../../catalogue/contradiction.yaml';
import { readCatalogue, record, wordLists } from '../../catalogue/read';
import type { Place } from '../../document/types';
import { selected } from '../../kept';
import { determiners, possessives } from '../../language/grammar';
import type { Sentence } from '../../language/types';
import type { Policy } from '../../policy';
import { throughSentences } from '../../practices/throughout';
import type { Report, Rule } from '../types';
import { quote } from './pairs/wording';

const { changes } = readCatalogue(
  catalogue,
  record({
    changes: wordLists(
      'documents',
      'changing',
      'telling',
      'told',
      'promising',
      'refusals',
      'priorRefusals',
      'prior',
      'part',
      'effect',
      'beforeNotice',
      'ofDocuments',
      'otherNotices',
    ),
  }),
);

/**
 * Readers are promised to be told of changes to the notice, and elsewhere told that it changes without notice.
 * Telling of material changes is part of transparency: WP260 rev.01 paras 29 to 32; Cal. Bus. & Prof. Code 22575(b)(3).
 */
export const changeNotice: Rule = {
  id: 'contradiction/change-notice',
  title: 'Notice of changes promised in one place and withheld in another',
  severity: 'warning',
  citations: [{ text: 'WP260 rev.01, paras 29–32' }, { text: 'Cal. Bus. & Prof. Code § 22575(b)(3)' }],
  *check({ policy }): Iterable<Report> {
    for (const { refusal, broken } of withheldNotices(policy)) {
      const [first] = broken as [Sentence];
      yield {
        place: placeOf(refusal),
        message: `Changes come without notice here, but ${quote(placeOf(first))} promises one. Say which changes are announced, and how.`,
        related: broken.map((promise) => ({ place: placeOf(promise), message: 'Notice of changes is promised here.' })),
      };
      for (const promise of broken) {
        yield {
          place: placeOf(promise),
          severity: 'hint',
          message: `Notice of changes is promised here, but ${quote(placeOf(refusal))} withholds it.`,
          related: [{ place: placeOf(refusal), message: 'Changes come without notice here.' }],
        };
      }
    }
  },
};

/** Sentences that withhold what others promise. */
export const withheldNotices = selected(
  (policy: Policy) => [sentencesAboutChanges(policy)],
  (about): readonly { readonly refusal: Sentence; readonly broken: readonly Sentence[] }[] => {
    const promises = about.filter(isPromise);
    return about.flatMap((refusal) => {
      const kind = refusalIn(refusal);
      if (!kind) return [];
      // a posting when the change takes effect is notice, but no prior one
      const broken = promises.filter((promise) => promise !== refusal && (kind === 'any' || saysPrior(promise)));
      return broken.length > 0 ? [{ refusal, broken }] : [];
    });
  },
);

const placeOf = ({ block, start, end }: Sentence): Place => ({ block, start, end });
const textOf = ({ tokens }: Sentence): string => ` ${tokens.map(({ lower }) => lower).join(' ')} `;
const has = ({ tokens }: Sentence, words: readonly string[]): boolean =>
  tokens.some(
    ({ lemma, lower, verb }) => words.includes(lemma) || words.includes(lower) || words.includes(verb?.base ?? ''),
  );

/** Of the whole notice: a promise for material changes and a refusal for others stand side by side. */
function isAboutChanges(sentence: Sentence): boolean {
  return (
    !sentence.question &&
    has(sentence, changes.changing) &&
    (namesDocument(sentence) || takesEffect(sentence) || namesAnyChange(sentence)) &&
    !has(sentence, changes.part)
  );
}

/** The "notice" in "without notice" is no document; the terms of use and a "legal notice" are other ones. */
const namesDocument = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ lemma }, i) =>
      changes.documents.includes(lemma) &&
      !(lemma === 'notice' && (isNoDocument(tokens[i - 1]?.lower ?? '') || tokens[i + 1]?.lower === 'of')) &&
      !(lemma === 'term' && tokens[i + 1]?.lower === 'of') &&
      // "our upgrade policy", "pricing, policies and products"
      !(lemma === 'policy' && !leadsToPolicy(tokens[i - 1]?.lower ?? '')) &&
      // "refer to their privacy policies"
      !tokens.slice(Math.max(0, i - 2), i).some(({ lower }) => lower === 'their'),
  );
const leadsToPolicy = (word: string): boolean =>
  changes.ofDocuments.includes(word) || determiners.has(word) || possessives.has(word);
const isNoDocument = (word: string): boolean =>
  changes.beforeNotice.includes(word) || changes.otherNotices.includes(word);

/** "Changes take effect when posted": whatever is changed is the notice. */
const takesEffect = (sentence: Sentence): boolean =>
  sentence.tokens.some(({ lower }) => lower === 'change' || lower === 'changes') && has(sentence, changes.effect);

/** "We will e-mail you before any change": of what, no word says. */
const namesAnyChange = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ lower }, i) =>
      /^changes?$/.test(lower) &&
      /^(?:any|before|of|about|such)$/.test(tokens[i - 1]?.lower ?? '') &&
      tokens[i + 1]?.kind !== 'word',
  );

const sentencesAboutChanges = throughSentences((sentence) => (isAboutChanges(sentence) ? [sentence] : []));

function isPromise(sentence: Sentence): boolean {
  const { tokens } = sentence;
  const text = textOf(sentence);
  if (changes.told.some((words) => text.includes(` ${words} `)) && !has(sentence, ['not', 'never', 'may'])) return true;
  // "you will always be told"
  const none = NO_CHANGE.exec(text)?.index ?? -1;
  if (none >= 0 && BEFORE_TOLD.test(text.slice(none))) return true;
  if (tokens.some((_, i) => isTold(tokens, i)) && !has(sentence, ['not', 'never', 'may'])) return true;
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (!changes.telling.includes(tokens[i]?.verb?.base ?? '')) continue;
    if (tokens[i + 1]?.lower !== 'you' && tokens[i + 1]?.lower !== 'users') continue;
    const before = tokens.slice(Math.max(0, i - 4), i).map(({ lower }) => lower);
    if (
      before.some((word) => changes.promising.includes(word)) &&
      !before.some((word) => word === 'not' || word === 'never')
    )
      return true;
  }
  return false;
}

/** "No change comes into force before you have been notified." */
const NO_CHANGE = / no changes? /;
const BEFORE_TOLD =
  / (?:before|until) (?:you|users) (?:have been|are|were|had been) (?:notified|informed|told|alerted|advised) /;

/** "be told", behind "you will" or "users will", with an adverb between. */
function isTold(tokens: Sentence['tokens'], at: number): boolean {
  if (!changes.telling.includes(tokens[at]?.verb?.base ?? '') || tokens[at - 1]?.lower !== 'be') return false;
  const before = tokens.slice(Math.max(0, at - 5), at - 1).map(({ lower }) => lower);
  return (
    before.some((word) => word === 'you' || word === 'users') && before.some((word) => changes.promising.includes(word))
  );
}

function refusalIn(sentence: Sentence): 'any' | 'prior' | undefined {
  const text = textOf(sentence);
  if (changes.refusals.some((words) => text.includes(` ${words} `))) return 'any';
  return changes.priorRefusals.some((words) => text.includes(` ${words} `)) ? 'prior' : undefined;
}

const saysPrior = (sentence: Sentence): boolean => has(sentence, changes.prior);
