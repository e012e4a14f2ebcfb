import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { adversatives } from '../../../language/grammar';
import type { Sentence } from '../../../language/types';
import { sentencesOf } from '../../../practices/sentences';
import type { Statement } from '../../../practices/types';
import type { Claim } from '../pairs/claims';
import type { Guard } from './guard';

const { carveOuts, leavingNothing, ...lists } = readCatalogue(
  catalogue,
  wordLists('carveOuts', 'leavingNothing', 'onlyCases'),
);
const onlyCases = new Set(lists.onlyCases);

/** One sentence that denies and affirms draws a line, and so does a next one that opens with "However". */
export const differentSentences: Guard = {
  name: 'two separate sentences',
  holds(said, denied) {
    const a = said.statement.evidence.sentence;
    const b = denied.statement.evidence.sentence;
    if (a === b || (a.block === b.block && a.index === b.index)) return false;
    // one row of a table leaves out what the next one holds
    if (areRowsOfOne(said.statement, denied.statement)) return false;
    // "We do not collect: – Messages – Content (read in passing only)": one list says one thing
    if (a.block.lead !== undefined && a.block.lead === b.block.lead && denied.statement.evidence.lead) return false;
    // "We collect nothing. … However, we collect your name when you order": the line of the denial, drawn in its section
    const below = a.block.section === b.block.section && a.block.index >= b.block.index;
    if (below && (isOnlyIn(a) || (adversatives.has(a.tokens[0]?.lower ?? '') && !leavesNothing(b)))) return false;
    const follows = a.block === b.block && a.index === b.index + 1;
    // "We do not collect card numbers. They are kept by your bank": what is told of the denied data explains the denial
    const { place } = said.data;
    if (a.block === b.block && place.block === b.block && place.start >= b.start && place.end <= b.end) return false;
    // "We get no card numbers. If you call, we take them. We keep them until you pay": a line drawn holds for what follows
    if (a.block === b.block && a.index > b.index + 1 && drawsLine(sentencesOf(b.block)[b.index + 1], denied))
      return false;
    const items = a.block.lead !== undefined && a.block.lead === b.block;
    if (!follows && !items) return true;
    if (a.tokens.slice(0, 10).some(({ lower }) => lower === 'however')) return false;
    return !(items && denied.statement.exceptions.length > 0) && !opensCarveOut(a);
  },
};

const opensCarveOut = ({ tokens }: Sentence): boolean => {
  const opening = tokens
    .slice(0, 6)
    .map(({ lower }) => lower)
    .join(' ');
  return carveOuts.some((words) => opening === words || opening.startsWith(`${words} `));
};

/** Right behind a denial, and of the same data. */
const drawsLine = (next: Sentence | undefined, { data }: Claim): boolean =>
  next !== undefined &&
  opensCarveOut(next) &&
  next.terms.some(({ kind, ids }) => kind === 'data' && ids.includes(data.id));

/** Rows of a table that lost its markup: the statute's categories overlap (Cal. Civ. Code 1798.140(v)(1)). */
const areRowsOfOne = ({ evidence: a }: Statement, { evidence: b }: Statement): boolean =>
  a.kind === 'table' && b.kind === 'table' && a.lead !== undefined && a.lead.block === b.lead?.block;

/** "not sold for any purpose" */
export const leavesNothing = (denial: Sentence): boolean => {
  const text = ` ${denial.block.text.slice(denial.start, denial.end).toLowerCase()} `;
  return leavingNothing.some((words) => text.includes(` ${words}`));
};

/** "only when you …", "only if …" */
const isOnlyIn = ({ tokens }: Sentence): boolean =>
  tokens.some(({ lower }, i) => lower === 'only' && onlyCases.has(tokens[i + 1]?.lower ?? ''));
