import type { Block, PolicyDocument, Region } from '../document/types';
import { kept } from '../kept';
import type { Sentence, Token } from '../language/types';
import { subjectVerbs } from './constructions';
import { sentencesIn } from './sentences';

/** A capitalised name: words from an upper-case letter or digit on, "of" and "and" allowed inside. */
const name = "[A-Z0-9][\\w&'’.-]*(?: (?:of|and|&|the|[A-Z0-9][\\w&'’.-]*)){0,5}";
const titlePatterns = [
  new RegExp(
    `^(?:[Tt]he )?(${name})(?:'s|’s)? (?:[Ww]ebsite |[Aa]pp |[Oo]nline )?(?:[Pp]rivacy|PRIVACY|CCPA|[Cc]ookie|[Dd]ata [Pp]rotection)\\b`,
  ),
  new RegExp(
    `(?:[Pp]rivacy (?:[Pp]olicy|[Nn]otice|[Ss]tatement)|PRIVACY POLICY|[Dd]ata [Pp]rotection) (?:of|for|at|[-–—:|]) (${name})`,
  ),
];
/** 'Acme Ltd ("Acme", "we")', 'Acme Ltd (hereinafter "we")'. */
const aliasPattern = new RegExp(
  `(${name}),? \\((?:[^()]{0,60}?)[“"'‘](?:[Ww]e|[Uu]s|[Oo]ur|WE|[Tt]he [Cc]ompany)[,”"'’]`,
  'g',
);
const closedClass =
  /^(?:any|all|for|your|our|some|other|if|when|in|by|with|no|on|to|as|and|each|these|those|certain|please|also|both|an|a|is|are|under|upon|while|how|what|why|who|where|such|only)\b/i;
const generic =
  /^(?:we|us|our|the|this|your|you|privacy|policy|notice|website|app|company|it|these|that|general|effective|last|our privacy|cookie|cookies|terms|california|european|google|facebook|information|data|personal|inc|llc|ltd|limited|corp|gmbh|therefore|however)$/i;

/**
 * How the drafting company calls itself: from the title, from 'Acme Ltd ("we")' and from capitalised subjects of its
 * practices that recur. The clearest first.
 */
export function readOwnNames(document: PolicyDocument): string[] {
  const names = new Map<string, number>();
  const add = (found: string | undefined, weight: number): void => {
    const clean = found
      ?.replace(/[.,;:'’]+$/, '')
      .replace(/^The (?=\S+ \S)/, '')
      .trim();
    if (
      clean &&
      clean.length > 1 &&
      clean.length < 60 &&
      !generic.test(clean) &&
      /[A-Z]/.test(clean) &&
      !closedClass.test(clean)
    )
      names.set(clean, (names.get(clean) ?? 0) + weight);
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
  return [...names]
    .sort((a, b) => b[1] - a[1])
    .map(([found]) => found)
    .slice(0, 6);
}

const aliasesIn = kept((block: Block) =>
  [...block.text.matchAll(aliasPattern)].flatMap((match) =>
    (match[1] ?? '').split(/ and (?=[A-Z])/).map((part) => part.replace(/^(?:The|At|By|With|Of|This)\s+/, '')),
  ),
);

const subjectsIn = kept((region: Region) =>
  sentencesIn(region)
    .map(capitalisedSubject)
    .filter((subject) => subject !== undefined),
);

/** The capitalised words with which a sentence opens before a practice verb, unless they are a known other company. */
function capitalisedSubject(sentence: Sentence): string | undefined {
  const { tokens } = sentence;
  let last = -1;
  while (
    last + 1 < Math.min(tokens.length, 5) &&
    (tokens[last + 1] as Token).capitalised &&
    (tokens[last + 1] as Token).kind === 'word'
  )
    last++;
  if (last < 0) return undefined;
  let at = last + 1;
  while (at < tokens.length && at < last + 5 && !(tokens[at] as Token).verb) at++;
  const verb = tokens[at]?.verb;
  if (!verb || (!subjectVerbs.has(verb.base) && verb.base !== 'do' && verb.base !== 'may')) return undefined;
  if (sentence.terms.some((term) => term.first <= last)) return undefined;
  return sentence.block.text.slice((tokens[0] as Token).start, (tokens[last] as Token).end);
}
