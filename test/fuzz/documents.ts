import { strict as assert } from 'node:assert';
import { analyze } from '../../server/src/analysis/analyze';
import { sourceRange } from '../../server/src/analysis/document/place';
import type { Block, DocumentFormat } from '../../server/src/analysis/document/types';
import type { Analysis, AnalysisOptions } from '../../server/src/analysis/types';
import { draftOf, type Numbers } from '../incremental/drafts';
import { found, insertions } from '../incremental/edits';
import { mutate } from './mutations';
import type { Target, Watch } from './target';

/** Versions of one draft. */
const VERSIONS = 30;
/** Most changes between two versions that are read, as when much is pasted or merged at once. */
const MOST_CHANGES = 8;
/** A draft that grows beyond this begins anew: reading it from scratch would take all the time. */
const LONGEST = 2500;

/** Drafts of a format, read on from the version before after every change and compared with reading from scratch. */
export function drafts(format: DocumentFormat): Target {
  return {
    name: format,
    share: 5,
    round: (numbers, watch) =>
      edited(draftOf(150 + numbers.below(900), format, numbers.below(1e6)), format, insertions, numbers, watch),
  };
}

/** Drafts whose head is changed. */
export const frontMatter: Target = {
  name: 'frontMatter',
  share: 2,
  round: (numbers, watch) =>
    edited(`${numbers.of(heads)}# Privacy Policy\n\nWe keep your name.\n`, 'markdown', headWords, numbers, watch),
};

/** Drafts full of directives. */
export const directives: Target = {
  name: 'directives',
  share: 2,
  round(numbers, watch) {
    const format = numbers.of<DocumentFormat>(['markdown', 'html', 'plaintext']);
    const [open, close] = format === 'plaintext' ? ['// ', ''] : ['<!-- ', ' -->'];
    const lines = Array.from({ length: 5 }, () => `${open}${numbers.of(directiveTexts)}${close}`);
    const text = lines.map((line) => `${line}\n\nWe keep your name as long as necessary.\n`).join('\n');
    return edited(text, format, [...directiveTexts, ...directiveWords], numbers, watch);
  },
};

const heads = [
  '---\ntitle: Privacy\nregimes: [gdpr, ccpa]\n---\n',
  '---\nregimes:\n  - gdpr\n  - "uk-gdpr"\nfacts: { sells: false }\nlang: en\n---\n',
  '\ufeff---\r\nregimes: ccpa\r\n...\r\n',
];
const headWords = [
  '---\n',
  '...\n',
  'regimes: ',
  'regimes: [gdpr',
  '- gdpr\n',
  'facts:\n',
  '  sells: true\n',
  '&a ',
  '*a',
  '!!js/function ',
  '? ',
  ': ',
  '{',
  ']',
  '|\n  ',
  '>-\n',
  '# ',
  '"',
  '\t',
  '\n',
];

const directiveTexts = [
  'policy-linter-disable-next-line retention/vague-period -- periods follow (approved: Jane Roe, until: 2027-01-31)',
  'policy-linter-disable-line retention: settled with counsel',
  'policy-linter-disable contradiction/collection, consistency because the annex says so',
  'policy-linter-enable',
  'policy-linter-enable retention',
  'policy-linter-disable-file disclosure -- not a policy of ours',
  'policy-linter regimes=gdpr,ccpa',
  'policy-linter sells=false dpo_appointed=true',
];
const directiveWords = [
  'policy-linter',
  '-disable',
  ' -- ',
  '(until: ',
  '(approved:',
  ')',
  ',',
  '=',
  '<!-- ',
  '-->',
  '{/* ',
  '*/}',
  '// ',
];

/** @param words what the text is likely to change by */
async function edited(
  start: string,
  format: DocumentFormat,
  words: readonly string[],
  numbers: Numbers,
  watch: Watch,
): Promise<void> {
  const options: AnalysisOptions = { format, today: '2026-11-22' };
  let text = start;
  let analysis = analyze(text, options);
  for (let version = 0; version < VERSIONS; version++) {
    const changes = numbers.below(2) === 0 ? 1 : 1 + numbers.below(MOST_CHANGES);
    for (let n = 0; n < changes; n++) text = mutate(text, numbers, words);
    if (text.length > LONGEST) text = start;
    watch.made(changes, text);
    analysis = await watch.timed(() => analyze(text, options, analysis));
    const cold = await watch.timed(() => analyze(text, options));
    assert.deepEqual(analysis.failedRules, []);
    const [now, then] = [JSON.stringify(found(analysis)), JSON.stringify(found(cold))];
    if (now !== then) assert.deepEqual(JSON.parse(now), JSON.parse(then), 'read on differs from read from scratch');
    checkFindings(text, analysis);
    for (const block of analysis.policy.document.blocks) checkBlock(text, block);
  }
}

/** Every range of a finding lies in the text, and findings are plain data. */
function checkFindings(text: string, { findings }: Analysis): void {
  const isInside = ({ start, end }: { start: number; end: number }) =>
    assert.ok(0 <= start && start <= end && end <= text.length, `a range from ${start} to ${end} of ${text.length}`);
  for (const finding of findings) {
    isInside(finding.range);
    assert.notEqual(finding.text, '', finding.rule);
    assert.notEqual(finding.message, '', finding.rule);
    for (const { range, document } of finding.related) if (document === undefined) isInside(range);
    for (const { edits } of finding.fixes) for (const { range } of edits) isInside(range);
  }
  assert.deepEqual(JSON.parse(JSON.stringify(findings)), findings);
}

/** A block lies in the text, and its words stand there in this order. */
function checkBlock(text: string, block: Block): void {
  const { from, to } = block;
  assert.ok(0 <= from && from <= to && to <= text.length, `a block from ${from} to ${to} of ${text.length}`);
  const { start, end } = sourceRange({ block, start: 0, end: block.text.length });
  assert.ok(from <= start && end <= to, `words from ${start} to ${end} in a block from ${from} to ${to}`);
  const source = text.slice(start, end);
  if (source.includes('&')) return; // entities are written in other letters
  let at = 0;
  for (const [letter] of block.text.matchAll(/[\p{L}\p{N}]/gu)) {
    at = source.indexOf(letter, at) + letter.length;
    assert.ok(at >= letter.length, `"${block.text}" was read from "${source}"`);
  }
}
