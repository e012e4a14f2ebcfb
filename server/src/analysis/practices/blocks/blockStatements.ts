import type { Block, Section, Table } from '../../document/types';
import { readClauses } from '../../language/clauses';
import { exclusiveAdverbs } from '../../language/grammar';
import type { Clause, Sentence } from '../../language/types';
import { clauseStatements } from '../clauses/clauseStatements';
import { contrasted } from '../clauses/handedOver';
import { inclusionStatements } from '../clauses/inclusions';
import { actionOfAnswer } from '../clauses/looking';
import { totals } from '../clauses/totals';
import type { Draft, TableDraft } from '../draft';
import { finished } from '../evidence';
import { labelScope, type Scope } from '../scope';
import { sentencesOf } from '../sentences';
import type { EvidenceKind, Mention, Statement } from '../types';
import { lastAmong, pointsBack, resolve, topicOf } from './anaphora';
import { answeredLabel, cleft, labelledDeed, labelledValue, namedDeed, openQuestion } from './fragments';
import { type ListLead, readLead } from './listLeads';
import { carriesLead, labelledList, statementsUnder } from './lists';
import { attachNextSentenceExceptions } from './nextSentence';
import { noneAnswer } from './noneAnswers';
import { answerOf, questionDrafts } from './questions';
import { recordValue } from './records';
import { tableStatements } from './tables';

/** A question that awaits its answer. */
export interface Pending {
  readonly drafts: readonly Draft[];
  readonly sentence: Sentence;
  /** "What do we collect?": the names in the answer fill it in. */
  readonly open?: ListLead | undefined;
}

/** What is read from a block, or from the table whose first cell it is. */
export interface BlockStatements {
  readonly statements: readonly Statement[];
  /** What it speaks of last; undefined where it leaves that as it was. */
  readonly context: readonly Draft[] | undefined;
  /** A question at its end. */
  readonly pending: Pending | undefined;
  /** What it introduces. */
  readonly lead: ListLead | undefined;
}

/** What it depends on beside the block itself and what was spoken of before. */
export interface GivenBlock {
  readonly ownNames: readonly string[];
  /** Whoever reads the statements may ask for the titles above them. */
  readonly section: Section;
  readonly scope: Scope;
  readonly lead: ListLead | undefined;
  readonly introduces: boolean;
  readonly pending: Pending | undefined;
  readonly rows: readonly TableDraft[] | undefined;
}

/** What the rows of a table say. */
export function readTable(table: Table, { lead, scope, ownNames }: GivenBlock): BlockStatements {
  return readRows(tableStatements(table, sentencesOf, lead, ownNames), scope);
}

const readRows = (rows: readonly TableDraft[], scope: Scope): BlockStatements => ({
  statements: rows.map((row) => finished(scope, row.draft, row.sentence, 'table', row.lead)),
  context: undefined,
  pending: undefined,
  lead: undefined,
});

/** What a block of prose, an item or a heading says. `before` gives what was spoken of before the block. */
export const readBlock = (block: Block, given: GivenBlock, before: () => readonly Draft[]): BlockStatements =>
  given.rows ? readRows(given.rows, given.scope) : new BlockReader(block, given, before).read();

interface Read {
  readonly draft: Draft;
  readonly kind: EvidenceKind;
}

class BlockReader {
  private readonly statements: Statement[] = [];
  private readonly sentences: readonly Sentence[];
  private readonly label: ListLead | undefined;
  private readonly scope: Scope;
  private pending: Pending | undefined;
  /** What was spoken of last; undefined as long as that is what was before the block. */
  private context: readonly Draft[] | undefined;
  /** Index of the sentence that spoke of it; what was before the block is right before the first one. */
  private told = -1;
  /** What the sentence before only named. */
  private topic: readonly Mention[] = [];

  constructor(
    private readonly block: Block,
    private readonly given: GivenBlock,
    private readonly before: () => readonly Draft[],
  ) {
    const { ownNames, scope, pending } = given;
    this.sentences = sentencesOf(block);
    this.label = labelOf(block, this.sentences, ownNames);
    this.scope = { ...scope, ...labelScope(block, ownNames) };
    this.pending = pending;
  }

  read(): BlockStatements {
    const { block, sentences, statements } = this;
    const { ownNames, lead, introduces } = this.given;
    const answered = block.runIn && sentences[1] ? answeredLabel(sentences[1], [], sentences[0], lead) : [];
    // the label of "Health information: none" says nothing by itself
    for (const sentence of answered.length > 0 ? sentences.slice(1) : sentences) this.readNext(sentence);
    attachNextSentenceExceptions(statements, sentences);
    const introduced = introduces
      ? (this.pending?.open ?? readLead(sentences, ownNames, lead, this.context ?? this.before()))
      : undefined;
    return { statements, context: this.context, pending: this.pending, lead: introduced };
  }

  private readNext(sentence: Sentence): void {
    const { ownNames, lead } = this.given;
    if (this.pending) {
      this.statements.push(...answersTo(this.pending, sentence, this.given));
      // "A:" stands before the answer
      if (sentence.tokens.length < 3 && sentence.tokens.at(-1)?.lower === ':') return;
      this.pending = undefined;
    }
    if (sentence.question)
      this.pending = { drafts: questionDrafts(sentence, ownNames), open: openQuestion(sentence, ownNames), sentence };
    else if (this.block.kind !== 'heading' && !lead?.muted) this.readStatement(sentence);
    if (!this.pending && this.announces(sentence)) this.pending = { drafts: [], sentence };
  }

  /** A title that may be answered by "None.". */
  private announces({ question, tokens }: Sentence): boolean {
    return this.block.kind === 'heading' && !question && tokens.some(({ verb }) => verb !== undefined);
  }

  private readStatement(sentence: Sentence): void {
    const { lead } = this.given;
    const known = this.context;
    const before = known ? () => known : this.before;
    const drafts = this.draftsOf(sentence, before);
    let spoken: Draft | undefined;
    for (const { draft, kind } of drafts) {
      const pointedAt = (pronoun: boolean) => spoken ?? lastAmong(before(), pronoun);
      const resolved = resolve(draft, pointedAt, sentence, spoken ? [] : this.topic);
      if (!resolved) continue;
      // the sentence before it in the block has been left unread, and may have spoken of what it means
      const isDoubtful = sentence.index > this.told + 1 && !spoken && pointsBack(draft, sentence);
      if (resolved.data.length > 0) spoken = resolved;
      const told: Draft = isDoubtful ? { ...resolved, confidence: 'low' } : resolved;
      const introducing = kind === 'list' ? (lead ?? this.label) : undefined;
      this.statements.push(finished(this.scope, told, sentence, kind, introducing));
    }
    this.topic = drafts.length === 0 ? topicOf(sentence) : [];
    const withData = drafts.map(({ draft }) => draft).filter((draft) => draft.data.length > 0);
    if (withData.length > 0) {
      this.context = withData;
      this.told = sentence.index;
    }
  }

  /** The drafts of a sentence, with what it rests on: itself, or the lead of its list. */
  private draftsOf(sentence: Sentence, before: () => readonly Draft[]): Read[] {
    const { block } = this;
    const { ownNames } = this.given;
    const isBehindLabel = sentence.index === 1;
    const lead = this.given.lead ?? (isBehindLabel ? this.label : undefined);
    const title = isBehindLabel && block.runIn ? this.sentences[0] : undefined;
    const clauses = readClauses(sentence);
    const context = (): readonly Draft[] => (before().length > 0 ? before() : (lead?.drafts ?? []));
    const told = totals(sentence);
    if (told.length > 0) return told.map((draft) => ({ draft, kind: 'prose' }));
    const included = inclusionStatements(clauses, context, ownNames);
    if (included.length > 0) return included.map((draft) => ({ draft, kind: 'prose' }));
    const spoken = (): readonly Mention[] => (block.kind === 'item' ? (before().at(-1)?.data ?? []) : []);
    const recorded = recordValue(sentence, title, spoken, ownNames);
    if (recorded.length > 0) return recorded.map((draft) => ({ draft, kind: 'prose' }));
    const own = [...clauses.flatMap((clause) => clauseStatements(clause, ownNames)), ...contrasted(clauses)];
    const fragments =
      own.length > 0
        ? []
        : [
            ...cleft(clauses, ownNames),
            ...namedDeed(clauses),
            ...labelledDeed(clauses, title, ownNames),
            ...labelledValue(sentence, clauses, title, ownNames),
            ...answeredLabel(sentence, clauses, title, lead),
          ];
    if (fragments.length > 0) return fragments.map((draft) => ({ draft, kind: 'prose' }));
    if (lead && carriesLead(sentence)) {
      const fromLead = statementsUnder(lead, { sentence, clauses, own }, ownNames);
      if (fromLead) return fromLead.map((draft) => ({ draft, kind: 'list' }));
    }
    return [...own, ...(own.length === 0 ? labelledList(sentence, clauses, ownNames) : [])].map((draft) => ({
      draft,
      kind: 'prose',
    }));
  }
}

/** What the sentence behind a question says: yes, no, or the names that it asks for. */
function answersTo(
  { drafts, open, sentence: asked }: Pending,
  sentence: Sentence,
  { ownNames, scope, lead }: Pick<GivenBlock, 'ownNames' | 'scope' | 'lead'>,
): Statement[] {
  const told = (draft: Draft): Statement => finished(scope, draft, sentence, 'questionAndAnswer', { sentence: asked });
  const answer = answerOf(sentence);
  // "Are cookies set only by us? No": not only
  const isOfAll = asked.tokens.every(({ lower }) => !exclusiveAdverbs.has(lower));
  const answers =
    !answer || (answer === 'no' && !isOfAll)
      ? []
      : drafts.map((draft) =>
          answer === 'no'
            ? told({ ...draft, polarity: 'denied', action: actionOfAnswer(draft) })
            : told({ ...draft, polarity: 'affirmed' }),
        );
  const none = answers.length > 0 ? [] : noneAnswer(asked, sentence, ownNames).map(told);
  if (none.length > 0) return none;
  if (!open || lead === open || sentence.block.kind === 'heading' || sentence.question) return answers;
  const clauses = readClauses(sentence);
  if (clauses.some(isSaid)) return answers;
  const own = clauses.flatMap((clause) => clauseStatements(clause, ownNames));
  const named = statementsUnder(open, { sentence, clauses, own }, ownNames) ?? [];
  return [...answers, ...named.map(told)];
}

/** A clause that says something of its own, so that its sentence is no list of names. */
const isSaid = ({ embedding }: Clause): boolean => embedding !== 'relative' && embedding !== 'participle';

/** "Data we collect: name, e-mail address": a run-in label introduces the sentence behind it. */
function labelOf(block: Block, sentences: readonly Sentence[], ownNames: readonly string[]): ListLead | undefined {
  const [title] = sentences;
  if (!block.runIn || !title || title.end > block.runIn.end + 1) return undefined;
  const label = readLead([title], ownNames);
  return label && label.drafts.length > 0 ? label : undefined;
}
