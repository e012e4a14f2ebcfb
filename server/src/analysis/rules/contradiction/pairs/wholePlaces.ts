import catalogue from '../../../catalogue/places.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { firstPerson } from '../../../language/grammar';
import type { Token } from '../../../language/types';
import type { Name } from './regionNames';

/** By which words a sentence says that all data lies in the place it names, and nothing elsewhere. */

const { only, staying, keeping, inside, whole, machines, closing } = readCatalogue(
  catalogue,
  wordLists('only', 'staying', 'keeping', 'inside', 'whole', 'machines', 'closing'),
);
const CLOSING = new RegExp(`\\b(?:${closing.join('|')})\\b`);

/** "only in …", "remain in …", "in … only", "all data is stored in …", "in … and never leaves the country". */
export function isOnlyAt(tokens: readonly Token[], { first, last }: Name): boolean {
  const after = tokens[last + 1];
  if (after && only.includes(after.lower) && /^[.,;]$/.test(tokens[last + 2]?.lower ?? '.')) return true;
  if (weKeepAll(tokens, first) || isAllKept(tokens, first) || isClosedBehind(tokens, last)) return true;
  const near = tokens.slice(Math.max(0, first - NEAR), last);
  return near.some(
    ({ lower, verb }, k) =>
      (only.includes(lower) && (near.length - k <= RIGHT_BESIDE || !near.slice(k + 1).some(isVerb))) ||
      (staying.includes(verb?.base ?? '') &&
        near.length - k <= RIGHT_BESIDE &&
        inside.includes(near[k + 1]?.lower ?? '')),
  );
}

/** In tokens: "solely at the Owner's offices in Milan". */
const NEAR = 9;
/** In tokens: a verb may stand between ("only ever stored in Germany"). */
const RIGHT_BESIDE = 7;
const isVerb = ({ verb }: Token): boolean => verb !== undefined;

/** "… in Canada and does not leave the country", "… in Vienna and are never moved elsewhere". */
export function isClosedBehind(tokens: readonly Token[], last: number): boolean {
  const behind = tokens.slice(last + 1, last + 1 + REST);
  return CLOSING.test(behind.map(({ lower }) => lower).join(' '));
}
/** In tokens. */
const REST = 14;

/** "We keep all personal information in Canada", "we store everything in the EU": nothing of it is anywhere else. */
function weKeepAll(tokens: readonly Token[], first: number): boolean {
  const [we, keep, all, ...rest] = tokens;
  if (!firstPerson.has(we?.lower ?? '') || !whole.includes(all?.lower ?? '') || !isKeeping(keep)) return false;
  const between = rest.slice(0, Math.max(0, first - 3));
  return between.length <= ALL_OF_IT && between.slice(-2).some(({ lower }) => inside.includes(lower));
}

const isKeeping = (token: Token | undefined): boolean => keeping.includes(token?.verb?.base ?? '');

/** "All your data is stored on servers in …", "every record, including backups, is kept within …", "all our servers stand in …" */
function isAllKept(all: readonly Token[], first: number): boolean {
  if (!whole.includes(all[0]?.lower ?? '')) return false;
  const tokens = withoutExamples(all.slice(0, first));
  const verb = tokens.findIndex((token, i) => isKept(tokens, i) || (isVerb(token) && machinesBefore(tokens, i)));
  return (
    verb > 0 &&
    verb <= LONGEST_SUBJECT &&
    tokens.length - verb <= ALL_OF_IT &&
    tokens.slice(verb + 1).some(({ lower }) => inside.includes(lower))
  );
}

/** "is stored" */
const isKept = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.verb?.form === 'past' && isKeeping(tokens[at]) && tokens[at - 1]?.verb?.base === 'be';

/** "our servers are", "our systems run" */
const machinesBefore = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && machines.includes(tokens[at - 1]?.lemma ?? '') && tokens.slice(0, at).some(({ lower }) => lower === 'our');

/** Leaves out ", including backups,". */
function withoutExamples(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ lower }, i) => lower === ',' && tokens[i + 1]?.lower === 'including');
  const to = from < 0 ? -1 : tokens.findIndex(({ lower }, i) => lower === ',' && i > from);
  return to < 0 ? tokens : [...tokens.slice(0, from), ...tokens.slice(to + 1)];
}

/** In tokens: "of your personal information in the". */
const ALL_OF_IT = 7;
/** In tokens: "all of the personal information that you give us". */
const LONGEST_SUBJECT = 9;
