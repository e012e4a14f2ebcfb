import type { Block, Place, Section, SourceMap } from '../../../server/src/analysis/document/types';
import type { Fix } from '../../../server/src/analysis/finding';
import { tokenize } from '../../../server/src/analysis/language/tokens';
import type { Sentence } from '../../../server/src/analysis/language/types';
import type { Policy } from '../../../server/src/analysis/policy';
import type {
  Action,
  Condition,
  ConditionKind,
  ExceptionKind,
  LocalDefinition,
  Polarity,
  PurposeMention,
  Statement,
} from '../../../server/src/analysis/practices/types';
import type { Report, Rule } from '../../../server/src/analysis/rules/types';

/**
 * Statements by hand, as the extraction would read them from a draft of one sentence a paragraph. Words are looked up in
 * the sentence, so a place covers what the test names.
 */
export interface Said
  extends Partial<
    Omit<Statement, 'data' | 'recipients' | 'purposes' | 'conditions' | 'exceptions' | 'evidence' | 'region'>
  > {
  readonly text: string;
  readonly data?: readonly string[];
  readonly recipients?: readonly string[];
  readonly purposes?: readonly string[];
  readonly conditions?: readonly ConditionKind[];
  readonly exceptions?: readonly (ExceptionKind | readonly [ExceptionKind, ...string[]])[];
  readonly region?: Statement['region'];
  /** Stands in the same paragraph as the statement before. */
  readonly follows?: boolean;
}

const straight: SourceMap = { range: (start, end) => ({ start, end }), toReading: (offset) => offset };

function blockOf(text: string, index: number, from: number): Block {
  const section: Section = { index: 0, title: '', level: 0, children: [], blocks: [] };
  return {
    index,
    kind: 'paragraph',
    text,
    from,
    to: from + text.length,
    map: straight,
    section,
    inline: [],
    breaks: [],
    depth: 0,
  };
}

/** A draft whose statements are those given; `definitions` as "term: included, included". */
export function draft(
  said: readonly Said[],
  definitions: readonly LocalDefinition[] = [],
  regimes: Policy['regimes'] = [],
): Policy {
  const paragraphs: { text: string; said: [Said, number, number][] }[] = [];
  for (const one of said) {
    const last = paragraphs[paragraphs.length - 1];
    if (one.follows && last) {
      last.said.push([one, last.text.length + 1, last.said.length]);
      last.text += ` ${one.text}`;
    } else paragraphs.push({ text: one.text, said: [[one, 0, 0]] });
  }
  const statements: Statement[] = [];
  const sentences: Sentence[] = [];
  const blocks: Block[] = [];
  let from = 0;
  paragraphs.forEach((paragraph, index) => {
    const block = blockOf(paragraph.text, index, from);
    from = block.to + 2;
    blocks.push(block);
    for (const [one, start, at] of paragraph.said) {
      const end = start + one.text.length;
      const sentence: Sentence = {
        block,
        index: at,
        start,
        end,
        tokens: tokenize(block.text, start, end),
        terms: [],
        quoted: new Set(),
        scareQuoted: new Set(),
        question: false,
      };
      sentences.push(sentence);
      statements.push(statementOf(one, { block, start, end }, sentence));
    }
  });
  const source = paragraphs.map(({ text }) => text).join('\n\n');
  return {
    document: {
      draft: {},
      format: 'plaintext',
      source,
      blocks,
      regions: [{ blocks, order: 0 }],
      sections: [],
      comments: [],
      anchors: new Set<string>(),
      footnotes: new Set<string>(),
    },
    sentences,
    statements,
    retention: [],
    definitions,
    ownNames: [],
    regimes,
    checklist: [],
  };
}

function statementOf(one: Said, place: Place, sentence: Sentence): Statement {
  const {
    text,
    data = [],
    recipients = [],
    purposes = [],
    conditions = [],
    exceptions = [],
    region,
    follows: _,
    ...rest
  } = one;
  // "identifier: identifiers" names a type by its words in the sentence
  const mention = (spec: string) => {
    const [id = '', words] = spec.split(': ');
    const at = words === undefined ? -1 : text.indexOf(words);
    if (words !== undefined && at < 0) throw new Error(`“${words}” is not in “${text}”`);
    return {
      id,
      place: at < 0 ? place : { ...place, start: place.start + at, end: place.start + at + (words as string).length },
    };
  };
  return {
    actor: 'first_party',
    action: 'collect' as Action,
    polarity: 'affirmed' as Polarity,
    subject: 'any',
    dataScope: {},
    modality: 'asserts',
    exclusive: false,
    sense: 'ordinary',
    confidence: 'high',
    ...rest,
    data: data.map(mention),
    recipients: recipients.map(mention),
    purposes: purposes.map(
      (spec): PurposeMention => ({
        ...mention(spec),
        party: spec.startsWith('third_party_marketing') ? 'third_party' : 'any',
      }),
    ),
    conditions: conditions.map((kind): Condition => ({ kind, place })),
    exceptions: exceptions.map((exception) =>
      typeof exception === 'string'
        ? { kind: exception, ids: [], place }
        : { kind: exception[0] as ExceptionKind, ids: exception.slice(1), place },
    ),
    region: region ?? { id: 'any', origin: 'none' },
    evidence: { place, sentence, kind: 'prose' },
  };
}

/** Findings on denials, without the hints on the other side. */
export function findings(rule: Rule, policy: Policy): Report[] {
  return [...rule.check({ policy })].filter(({ severity }) => severity !== 'hint');
}

/** The fixes of a report, as whoever asks for them gets them. */
export const fixesOf = ({ fixes = [] }: Report, policy: Policy): readonly Fix[] =>
  typeof fixes === 'function' ? fixes(policy) : fixes;
