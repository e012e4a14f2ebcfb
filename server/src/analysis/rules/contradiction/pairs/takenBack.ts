import {
  type CatalogueFile,
  entry,
  flag,
  listOf,
  mapOf,
  optional,
  part,
  readCatalogue,
  text,
  wordList,
} from '../../../catalogue/read';
import catalogue from '../../../catalogue/takenBack.yaml';
import handlingCatalogue from '../../../catalogue/takenBackHandling.yaml';
import { PhraseList } from '../../../language/phrases';
import type { Policy } from '../../../policy';
import { productIn } from '../../../practices/qualifiers';
import { type Scope, sectionScope, sentenceScope } from '../../../practices/scope';
import { type Saying, wordings } from '../../said';
import type { Report } from '../../types';
import { speaksOfPart } from '../guards/topics';
import { heldAgainst } from './promises';
import { nameSameThing } from './sharedThing';

/**
 * Rows of `catalogue/takenBack.yaml` and `takenBackHandling.yaml`: what is ruled out by any of some sayings and done by any of
 * others. `done` opens the message ("A cookie outlasts the session"), `doubtful` makes it a hint; both sides of `ages` are about
 * people of an age, whom other guards keep apart; of `shared` both name the same thing.
 */
const rows = listOf(
  entry({
    promises: wordList,
    breaches: wordList,
    done: text,
    ages: optional(flag),
    doubtful: optional(flag),
    shared: optional(flag),
  }),
);
/** The rows of a file, each with what finds the places at which the draft says what the file describes under a name. */
function rowsOf(file: CatalogueFile) {
  const said = wordings(file);
  return readCatalogue(file, part('pairs', rows)).map((row) => ({ ...row, said }));
}
const pairs = [catalogue, handlingCatalogue].flatMap(rowsOf);
const parts = readCatalogue(catalogue, part('parts', wordList)).map((name) => new PhraseList([name]));
const channels = Object.values(readCatalogue(catalogue, part('channels', mapOf(wordList)))).map(
  (names) => new PhraseList(names),
);
/**
 * What the draft rules out in one place and does in another, each pair of places once, and none that other rules have told
 * by what the sentences say.
 */
export function* ruledOutAndDone(policy: Policy, toldElsewhere: readonly Report[]): Iterable<Report> {
  const told = toldElsewhere.filter(({ severity }) => severity !== 'hint');
  for (const { promises, breaches, done, ages, doubtful, shared, said } of pairs) {
    const allOf = (names: readonly string[]) => names.flatMap((name) => said(policy, name));
    const found = heldAgainst(allOf(promises), () => allOf(breaches), {
      message: (promised) => `${done} here, but ${promised} rules that out. Limit the denial, or drop one of the two.`,
      promisedHere: 'Ruled out here.',
      mirror: (broken) => `What is ruled out here is done elsewhere: ${broken}.`,
      brokenHere: `${done} here.`,
      areOfOneMatter: (promise, breach) =>
        isComparable(promise, breach, policy.ownNames, { ages, shared }) &&
        (!shared || nameSameThing(promise, breach)) &&
        !told.some((report) => hasTold(report, promise, breach)),
    });
    for (const report of found) {
      if (report.severity !== 'hint') told.push(report);
      yield { severity: doubtful ? 'hint' : 'information', ...report };
    }
  }
}

/** Whether a finding has told it of the sentence and of the paragraph with the promise. */
function hasTold({ place, related = [] }: Report, promise: Saying, breach: Saying): boolean {
  const { block, start, end } = breach.unit.own.line.sentence;
  const places = [place, ...related.map((other) => other.place)];
  return (
    places.some((at) => at.block === block && at.start < end && at.end > start) &&
    places.some((at) => at.block === promise.place.block)
  );
}

/** Whether the promise is made of the same people, region and product as what is done. */
function isComparable(
  promise: Saying,
  breach: Saying,
  ownNames: readonly string[],
  { ages, shared }: { readonly ages?: boolean; readonly shared?: boolean },
): boolean {
  if (speaksOfPart(promise.unit.own.line.sentence)) return false;
  // what both name tells better than a part of the offer whether they speak of the same
  if (!ages && !shared && isElsewhere(promise, breach)) return false;
  const [promised, done] = [scopeOf(promise, ownNames), scopeOf(breach, ownNames)];
  if (!ages && promised.subject !== 'any' && promised.subject !== done.subject) return false;
  if (promised.region.id !== 'any' && promised.region.id !== done.region.id) return false;
  return promised.product === undefined || done.product === undefined || promised.product === done.product;
}

/** "Our forum works without cookies" says nothing of the shop, "no advertising by e-mail" nothing of letters. */
function isElsewhere(promise: Saying, breach: Saying): boolean {
  const names =
    ({ unit }: Saying) =>
    (list: PhraseList) =>
      list.find(unit.own.line.sentence.tokens) !== undefined;
  if (parts.some((name) => names(promise)(name) && !names(breach)(name))) return true;
  const promised = channels.filter(names(promise));
  const used = channels.filter(names(breach));
  return promised.length > 0 && used.length > 0 && !promised.some((channel) => used.includes(channel));
}

function scopeOf({ unit }: Saying, ownNames: readonly string[]): Scope {
  const { sentence } = unit.own.line;
  const scope = sentenceScope(sentence, sectionScope(unit.section, ownNames));
  const product = productIn(sentence, 0, sentence.tokens.length - 1) ?? scope.product;
  return { ...scope, ...(product !== undefined && { product }) };
}
