import cuesCatalogue from '../catalogue/ontology/cues.yaml';
import { readCatalogue, record, wordList, wordLists } from '../catalogue/read';
import type { Block, Place, Section } from '../document/types';
import { kept } from '../kept';
import { conjunctions, determiners, prepositions, subordinators } from '../language/grammar';
import { nounLemma } from '../language/lemmas';
import { tokenize } from '../language/tokens';
import type { Sentence, Token } from '../language/types';
import { matterOf, matterOfLabel } from './matter';
import { productOfTitle } from './qualifiers';
import type { RegionScope, SubjectScope } from './types';

/** Whom and which region a statement speaks of. */
export interface Scope {
  readonly subject: SubjectScope;
  readonly region: RegionScope;
  /** "Browser extension": a heading that is the name of a product. */
  readonly product?: string;
  /** The heading that names the part of the service, tool or occasion of which alone the section speaks. */
  readonly matter?: Place;
}

export const isSameScope = (a: Scope, b: Scope): boolean =>
  a.subject === b.subject &&
  a.product === b.product &&
  a.region.id === b.region.id &&
  a.region.origin === b.region.origin &&
  a.matter?.block === b.matter?.block &&
  a.matter?.start === b.matter?.start &&
  a.matter?.end === b.matter?.end;

type ScopeName = 'child' | 'california' | 'eea' | 'uk' | 'us' | 'applicant' | 'employee' | 'business';
const {
  scopes: scopeCues,
  parenthood,
  smallMatters,
} = readCatalogue(
  cuesCatalogue,
  record({
    scopes: wordLists('child', 'california', 'eea', 'uk', 'us', 'applicant', 'employee', 'business'),
    parenthood: wordList,
    smallMatters: wordList,
  }),
);
const key = (text: string): string =>
  ` ${tokenize(text)
    .map((token) => nounLemma(token.lower))
    .join(' ')} `;
const cues = Object.fromEntries(Object.entries(scopeCues).map(([name, phrases]) => [name, phrases.map(key)])) as Record<
  ScopeName,
  string[]
>;
const subjects: readonly (readonly [ScopeName, SubjectScope])[] = [
  ['child', 'child'],
  ['applicant', 'applicant'],
  ['employee', 'employee'],
  ['business', 'business'],
];
const regions = ['california', 'eea', 'uk', 'us'] as const;

const anywhere: Scope = { subject: 'any', region: { id: 'any', origin: 'none' } };

/** Scope from the headings above a block; the title of the whole draft is no scope. */
export function sectionScope(section: Section, ownNames: readonly string[]): Scope {
  const matter = matterOf(section, ownNames);
  let subject: SubjectScope = 'any';
  let region: RegionScope = anywhere.region;
  let product: string | undefined;
  for (let at: Section | undefined = section; at; at = at.parent) {
    if (at.level <= 1 && !at.parent && at.children.length > 0) break;
    const read = key(withoutNames(at.title, ownNames));
    if (subject === 'any') subject = subjectIn(read, true);
    product ??= productOfTitle(at.title);
    if (region.id === 'any') {
      const id =
        regionIn(read) ??
        (/\bcalifornia\b/i.test(at.title) ? 'california' : /\bunited states\b/i.test(at.title) ? 'us' : undefined);
      if (id) region = { id, origin: 'heading' };
    }
  }
  return { subject, region, ...(product && { product }), ...(matter && { matter }) };
}

const withoutNames = (title: string, names: readonly string[]): string =>
  names.reduce((left, name) => left.replaceAll(name, ' '), title);

/** A short label at the beginning of a paragraph says of whom ("Job applicants: …") or of which part it speaks. */
export function labelScope(block: Block, ownNames: readonly string[]): Partial<Scope> {
  const matter = matterOfLabel(block, ownNames);
  return matter ? { ...labelSubject(block), matter } : labelSubject(block);
}

const labelSubject = kept((block: Block): Partial<Scope> => {
  const { runIn, text } = block;
  if (!runIn || block.kind === 'heading') return {};
  const label = key(text.slice(runIn.start, runIn.end));
  const subject = label.split(' ').length <= LONGEST_LABEL ? subjectIn(label, true) : 'any';
  return subject === 'any' ? {} : { subject };
});

/** In words, with the blanks around them: a longer label is a title of what is done. */
const LONGEST_LABEL = 6;

/** Scope said in the sentence itself: "from children under 13", "if you are a California resident". */
export function sentenceScope(sentence: Sentence, within: Scope): Scope {
  const { subject, id } = ownScope(sentence);
  return {
    subject: subject === 'any' ? within.subject : subject,
    region: id && id !== within.region.id ? { id, origin: 'sentence' } : within.region,
    ...(within.product && { product: within.product }),
    ...(within.matter && { matter: within.matter }),
  };
}

/** What a sentence says by itself, whatever its section speaks of. */
const ownScope = kept((sentence: Sentence) => {
  const read = lemmasOf(sentence.tokens);
  const unnamed = lemmasOf(sentence.tokens.filter((_, i) => !isInName(sentence, i)));
  return {
    subject: subjectIn(
      [EXAMPLES, FAMILY, CARE, SMALL, LAWS].reduce((left, aside) => left.replace(aside, ' '), unnamed),
      false,
    ),
    id: regionIn(read.replace(CITED_LAW, ' ')),
  };
});

const lemmasOf = (tokens: readonly Token[]): string => ` ${tokens.map(({ lower }) => nounLemma(lower)).join(' ')} `;

/** "Heron Children's Fund": words of a name tell of nobody's age. */
const isInName = ({ block, tokens }: Sentence, i: number): boolean =>
  block.kind !== 'heading' &&
  isNamePart(block, tokens[i]) &&
  [i - 1, i + 1].some((at) => isNamePart(block, tokens[at]));

/** Neither in block letters nor one of the small words that titles write large. */
const isNamePart = ({ text }: Block, token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.capitalised &&
  /\p{Ll}/u.test(text.slice(token.start, token.end)) &&
  !prepositions.has(token.lower) &&
  !determiners.has(token.lower) &&
  !conjunctions.has(token.lower) &&
  !subordinators.has(token.lower);

/** "banned content (such as weapons, drugs and minors)": of whom a sentence speaks does not stand among its examples. */
const EXAMPLES = / \( (?:such as|e\.?g\.?|including|like|for example) [^()]{1,200}\)/g;

/** "whether you have pets or children", "number of children": told of a grown-up. */
const FAMILY = new RegExp(` (?:${parenthood.join('|')})(?: any| pet or| young)? (?:child|kid|minor)(?= )`, 'g');

/** "child/dependent care": what a grown-up needs. */
const CARE = / child(?: (?:\/ |and |or )?dependent)? care(?= )/g;

/** "to comply with laws that protect minors": what a law is about. */
const LAWS = / (?:law|regulation|statute) (?:that|which|on|about) [^,;.]{1,200}/g;

/** "minor changes": nobody's age. */
const SMALL = new RegExp(` minor (?=(?:${smallMatters.join('|')}) )`, 'g');

/** "within the meaning of Art. 9 GDPR": where a rule stands, not where it holds. */
const CITED_LAW = / (?:art|article|section|recital) [^,;]{1,40}?(?:gdpr|ccpa|cpra)(?= )/g;

function subjectIn(read: string, heading: boolean): SubjectScope {
  if (
    / (?:under|below|less than|younger than)(?: the)?(?: age)?(?: of)? (?:1[0-8]|thirteen|fourteen|sixteen|eighteen) /.test(
      read,
    )
  )
    return 'child';
  // "readers aged 10 to 15"
  if (/ aged? (?:[1-9]|1[0-2]) (?:to|and|-|–) (?:[1-9]|1[0-7]) /.test(read)) return 'child';
  for (const [name, subject] of subjects) {
    // "our employees" act for the company; only a heading makes them the persons spoken of
    if (!heading && subject === 'employee') continue;
    if (cues[name].some((cue) => read.includes(cue))) return subject;
  }
  return 'any';
}

function regionIn(read: string): RegionScope['id'] | undefined {
  return regions.find((name) => cues[name].some((cue) => read.includes(cue)));
}
