import catalogue from '../../catalogue/language/ownNames.yaml';
import legalForms from '../../catalogue/legalForms.yaml';
import { placeNames } from '../../catalogue/placeNames';
import { part, readCatalogue, wordList, wordLists } from '../../catalogue/read';
import type { Block, PolicyDocument, Region } from '../../document/types';
import { kept } from '../../kept';
import { nounLemma } from '../../language/lemmas';
import type { Sentence, TermMatch, Token } from '../../language/types';
import { receiving, subjectVerbs } from '../clauses/constructions';
import { sentencesIn } from '../sentences';
import { actingNames } from './actingNames';
import { ownCompany } from './ownCompany';

const words = readCatalogue(catalogue, wordLists('notFirst', 'general', 'makers'));
const forms = readCatalogue(legalForms, part('forms', wordList)).map((form) => form.replaceAll('.', '\\.?'));

/** A capitalised name: words from an upper-case letter or digit on ("pedalBox" too), "of" and "and" allowed inside. */
const name =
  "(?<![\\w'’.-])(?:[a-z]{1,6}(?=[A-Z]))?[A-Z0-9][\\w&'’.-]{0,60}(?: (?:of|and|&|the|[A-Z0-9][\\w&'’.-]{0,60})){0,5}";
const titlePatterns = [
  new RegExp(
    `^(?:[Tt]he )?(${name})(?:'s|’s)? (?:[Ww]ebsite |[Aa]pp |[Oo]nline )?(?:[Pp]rivacy|PRIVACY|CCPA|[Cc]ookies?|[Dd]ata [Pp]rotection)\\b`,
  ),
  new RegExp(
    `(?:[Pp]rivacy (?:[Pp]olicy|[Nn]otice|[Ss]tatement)|PRIVACY POLICY|[Dd]ata [Pp]rotection) (?:of|for|at|[-–—:|]) (${name})`,
  ),
  new RegExp(`[Pp]rivacy at (${name})`),
];
/** 'Acme Ltd ("Acme", "we")', 'Acme Ltd (hereinafter "we")'. */
const aliasPattern = new RegExp(
  `(${name}(?:, (?:${forms.join('|')})\\.?)?),? \\(([^()]{0,60}?)[“"'‘](?:[Ww]e|[Uu]s|[Oo]ur|WE|[Tt]he [Cc]ompany)[,”"'’]`,
  'g',
);
/** "Foundation" in '(the "Foundation", "we" or "us")'. */
const shortPattern = /[“"'‘]([A-Z][\w&’. -]{1,40})[“”"'’]/g;
/** 'an app created by Acme (hereby referred to as "Service Provider")': who makes the product is the company. */
const makerPattern = new RegExp(
  `\\b(?:${words.makers.join('|')}) by [^.;]{1,80}?referred to as (?:the )?["“'‘]([A-Z][\\w&’'. -]{1,40}?)["”'’]`,
  'g',
);
/** A legal form behind a name: "Acme, Inc." */
const formBehind = new RegExp(`,? (?:${forms.join('|')})\\.?$`);
const notFirst = new Set(words.notFirst);
const general = new Set([...words.general, 'of', 'the', 'and', '&', ...forms.map((form) => form.toLowerCase())]);

/** Capitalised words that name somebody: not "However", "Privacy Policy", "LLC". */
function isName(found: string): boolean {
  const said = found.toLowerCase().split(' ');
  return (
    found.length > 1 &&
    found.length < 60 &&
    /[A-Z]/.test(found) &&
    !/^\d\.?$/.test(said[0] as string) &&
    !notFirst.has(said[0] as string) &&
    !placeNames.has(found.toLowerCase()) &&
    said.some((word) => !general.has(word))
  );
}

/**
 * How the drafting company calls itself: from the title, from 'Acme Ltd ("we")' and from capitalised subjects of its
 * practices that recur. The clearest first.
 */
export function readOwnNames(document: PolicyDocument): string[] {
  const names = new Map<string, number>();
  const add = (found: string | undefined, weight: number): void => {
    const clean = found
      ?.replace(/(?<![.,;:'’])[.,;:'’]+$/, '')
      .replace(/^The (?=\S+ \S)/, '')
      .replace(/ (?:of|and|&|the)$/, '')
      .trim();
    if (clean && isName(clean)) names.set(clean, (names.get(clean) ?? 0) + weight);
  };
  for (const block of document.blocks.slice(0, 12)) {
    if (block.kind !== 'heading' && block.index > 3) continue;
    for (const pattern of titlePatterns)
      for (const part of (pattern.exec(block.text)?.[1] ?? '').split(/ and (?=[A-Z])/)) add(part, 5);
  }
  for (const block of document.blocks.slice(0, 60)) {
    for (const alias of aliasesIn(block)) add(alias, 10);
  }
  const subjects = new Map<string, number>();
  for (const region of document.regions)
    for (const subject of subjectsIn(region)) subjects.set(subject, (subjects.get(subject) ?? 0) + 1);
  for (const [subject, count] of subjects) if (count >= 3 || names.has(subject)) add(subject, count);
  for (const acting of actingNames(document)) if (!names.has(acting)) add(acting, 2);
  // a draft that opens with "Acme does not …" and never says "we" before speaks of its company
  const [opening] = document.regions.slice(0, 2).flatMap(subjectsIn);
  if (names.size === 0) add(opening, 1);
  const company = ownCompany(document, [...names.keys()]);
  if (company && !names.has(company)) names.set(company, 4);
  return [...names]
    .sort((a, b) => b[1] - a[1])
    .map(([found]) => found)
    .slice(0, 6);
}

const aliasesIn = kept((block: Block) => [
  ...[...block.text.matchAll(aliasPattern)].flatMap(([, full = '', short = '']) => [
    ...full
      .split(/ and (?=[A-Z])/)
      .map((part) => part.replace(/^(?:The|At|By|With|Of|This)\s+/, '').replace(formBehind, '')),
    ...[...short.matchAll(shortPattern)].map(([, alias]) => alias),
  ]),
  ...[...block.text.matchAll(makerPattern)].map((match) => match[1]),
]);

const subjectsIn = kept((region: Region) =>
  sentencesIn(region)
    .map(capitalisedSubject)
    .filter((subject) => subject !== undefined),
);

/** The capitalised words with which a sentence opens before a practice verb, unless they are a known other company. */
function capitalisedSubject(sentence: Sentence): string | undefined {
  const { tokens } = sentence;
  let last = -1;
  while (last + 1 < Math.min(tokens.length, 5) && isOfName(tokens, last + 1)) last++;
  if (last < 0) return undefined;
  let at = last + 1;
  while (at < tokens.length && at < last + 5 && !(tokens[at] as Token).verb) at++;
  const verb = tokens[at]?.verb;
  if (!verb || (!subjectVerbs.has(verb.base) && verb.base !== 'do' && verb.base !== 'may')) return undefined;
  // "Swiftpost receives your address from us": another one
  if (receiving.has(verb.base) && tokens.some(({ lower }, i) => lower === 'us' && tokens[i - 1]?.lower === 'from'))
    return undefined;
  // "Drivers receive your name": a plural with its verb names nobody
  const [only] = tokens;
  if (last === 0 && verb.form === 'base' && at === 1 && only && nounLemma(only.lower) !== only.lower) return undefined;
  const opening = sentence.terms.filter((term) => term.first <= last);
  const from = (tokens[0] as Token).lower === 'the' ? 1 : 0;
  if (
    opening.some(
      (term) => term.kind !== 'entity' || (term.first <= from && term.last >= last && !isBareName(sentence, term)),
    )
  )
    return undefined;
  return sentence.block.text.slice((tokens[0] as Token).start, (tokens[last] as Token).end);
}

/** A capitalised word, or the sign between two: "Puddle & Sons". */
const isOfName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === '&' && at > 0
    ? tokens[at + 1]?.capitalised === true
    : tokens[at]?.capitalised === true && tokens[at]?.kind === 'word';

/** "Courier collects …": a noun in the singular without an article is somebody's name. */
function isBareName({ tokens }: Sentence, { first, last, ids }: TermMatch): boolean {
  const { lower } = tokens[first] as Token;
  return first === 0 && last === 0 && nounLemma(lower) === lower && !ids.some((id) => NEVER_NAMES.has(id));
}

/** The reader, and parties that are spoken of without an article. */
const NEVER_NAMES: ReadonlySet<string> = new Set(['data_subject', 'first_party', 'government', 'anyone']);
