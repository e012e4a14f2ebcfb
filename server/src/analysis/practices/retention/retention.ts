import type { Block, Region, Section } from '../../document/types';
import { isSameList, kept } from '../../kept';
import { readClauses } from '../../language/clauses';
import type { Sentence, Token } from '../../language/types';
import { sentencesIn, sentencesOf } from '../sentences';
import type { RetentionStatement } from '../types';
import { isOpening } from './attachment';
import { type RetentionContext, RetentionContexts } from './context';
import { isOtherPractice } from './governance';
import { afterLabel } from './labels';
import { findPredicates } from './predicates';
import { statementsOf } from './statements';
import { keepVerbs, phrases, words } from './wording';

const deleteWords = words('delete.verbs');
const triggers = words('triggers');
const dataNouns = words('dataNouns');
const keepNouns = phrases('keepNouns');

/** No sentence: what runs on longer than this is a page without punctuation, and would cost more than it tells. */
const LONGEST_SENTENCE = 1500;

/** Whether a sentence can be about keeping at all: a cheap test that spares the others the reading of their clauses. */
const mayConcern = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lemma, verb, lower }) => {
    const base = verb?.base ?? lemma;
    return keepVerbs.has(base) || deleteWords.has(base) || triggers.has(lemma) || triggers.has(lower);
  });

/**
 * Finds what a region says on how long data is kept and when it is deleted, with the class that tells whether a reader can
 * work out the period for himself (GDPR Art. 13(2)(a); WP260 rev.01, annex, "storage period").
 */
export const retentionIn = kept((region: Region): readonly RetentionStatement[] => {
  const sentences = sentencesIn(region);
  const contexts = new RetentionContexts(
    new Set(sentences.filter((sentence) => announces(sentence)).map(({ block }) => block)),
  );
  return sentences.flatMap((sentence) => {
    if (sentence.block.kind === 'heading' || sentence.question || sentence.tokens.length > LONGEST_SENTENCE) return [];
    return retentionOf(sentence, contexts.of(sentence), contexts.hasKeepingLead(sentence.block));
  });
});

interface Known {
  readonly context: RetentionContext;
  /** Whoever reads the statements may ask for the section. */
  readonly section: Section;
  readonly kept: boolean;
  readonly found: readonly RetentionStatement[];
}

const known = new WeakMap<Sentence, Known>();

/** What a sentence says, read again only where it stands differently. `kept`: it is an item under "We keep:". */
function retentionOf(sentence: Sentence, context: RetentionContext, kept: boolean): readonly RetentionStatement[] {
  const last = known.get(sentence);
  const { section } = sentence.block;
  if (last?.kept === kept && last.section === section && isSameContext(last.context, context)) return last.found;
  const found = readRetention(sentence, context, kept);
  known.set(sentence, { context, section, kept, found });
  return found;
}

const isSameContext = (a: RetentionContext, b: RetentionContext): boolean =>
  a.kind === b.kind &&
  a.retentionSection === b.retentionSection &&
  a.periodCell === b.periodCell &&
  isSameList(a.dataBlocks, b.dataBlocks);

function readRetention(sentence: Sentence, context: RetentionContext, kept: boolean): readonly RetentionStatement[] {
  // "Median response time: two days" counts requests
  if (sentence.tokens.some(({ lower }) => lower === 'average' || lower === 'median' || lower === 'mean')) return none;
  const elliptical = isBare(sentence, context, kept);
  if (!elliptical && !mayConcern(sentence.tokens)) return none;
  const reading = readSentence(sentence);
  const bare = elliptical && (context.periodCell || !saysOtherwise(sentence, reading));
  return statementsOf({ reading: { ...reading, sentence, bare }, context, sentencesOf });
}

const none: readonly RetentionStatement[] = [];

/** "We keep:", "We delete the following:" — and nothing else that the items could be about. */
const announces = kept((sentence: Sentence): boolean => {
  const { block, tokens } = sentence;
  if (tokens.length > LONGEST_SENTENCE || tokens.at(-1)?.lower !== ':' || !block.text.endsWith(':')) return false;
  if (!mayConcern(tokens)) return false;
  const { predicates, clauses } = readSentence(sentence);
  return (
    predicates.some(({ strength, nominal }) => strength !== 'weak' && !nominal) &&
    !clauses.some(({ base }) => isOtherPractice(base))
  );
});

function readSentence(sentence: Sentence) {
  const clauses = readClauses(sentence);
  return { clauses, predicates: findPredicates(sentence, clauses) };
}

/** "Crash reports: 13 months", a cell of a column "Retention", an item under "We keep:". */
function isBare(sentence: Sentence, context: RetentionContext, kept: boolean): boolean {
  if (context.periodCell) return true;
  const { tokens, block } = sentence;
  if (kept) return true;
  const afterTitle = block.runIn !== undefined && sentence.start >= block.runIn.end;
  const colon = tokens.findIndex(({ lower }) => lower === ':');
  const labelled = colon > 0 && colon < 10;
  const titled = labelled ? colon + 1 : afterTitle ? 0 : -1;
  if (titled >= 0 && isOpening(tokens, titled)) {
    return (
      context.retentionSection ||
      (afterTitle && !labelled && (tokens.some(({ kind }) => kind === 'number') || namesData(sentence.block))) ||
      (labelled &&
        (tokens.slice(0, colon).some(({ lemma, lower }) => dataNouns.has(lemma) || dataNouns.has(lower)) ||
          hasTerm(sentence, 0, colon)))
    );
  }
  return context.retentionSection && isOpening(tokens, 0);
}

/** "As required by law, we share …": a whole sentence, which says itself what is done for so long. */
const saysOtherwise = ({ tokens }: Sentence, { clauses, predicates }: ReturnType<typeof readSentence>): boolean =>
  predicates.length === 0 &&
  !keepNouns.find(tokens) &&
  !isAnswer(tokens) &&
  clauses.some(({ embedding, subject }) => embedding === 'main' && subject !== undefined);

/** "As long as we need it.": the answer to how long, and no more. */
const isAnswer = (sentence: readonly Token[]): boolean => isStretch(sentence.slice(afterLabel(sentence)));

const isStretch = (tokens: readonly Token[]): boolean =>
  /^(?:for|so|as|until|while|till|only)$/.test(tokens[0]?.lower ?? '') &&
  tokens.slice(0, 4).some(({ lower }) => /^(?:long|until|while|till)$/.test(lower)) &&
  !tokens.some(({ lower }) => lower === ',');

/** A run-in title that names data ("Crash reports: …"); "Legal reasons: as required by law" names what is done. */
const namesData = (block: Block): boolean => {
  const [title] = sentencesOf(block);
  const to = title?.tokens.findIndex(({ end }) => end > (block.runIn?.end ?? 0)) ?? -1;
  return (
    title !== undefined &&
    to > 0 &&
    (title.tokens.slice(0, to).some(({ lemma, lower }) => dataNouns.has(lemma) || dataNouns.has(lower)) ||
      hasTerm(title, 0, to))
  );
};

const hasTerm = (sentence: Sentence, from: number, to: number): boolean =>
  sentence.terms.some((term) => term.kind === 'data' && term.first >= from && term.last < to);
