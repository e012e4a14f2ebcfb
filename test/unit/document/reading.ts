import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import { sourceRange } from '../../../server/src/analysis/document/place';
import type { Block, DocumentFormat, PolicyDocument } from '../../../server/src/analysis/document/types';

/** A draft's blocks, one a line: `H2 Title`, `P text`, `- item`, `[0,1] cell`; indented by list depth. */
export function outline(source: string, format: DocumentFormat = 'markdown'): string[] {
  return parseDocument(source, format).blocks.map(
    (block) => `${'  '.repeat(Math.max(0, block.depth - 1))}${kindOf(block)} ${block.text}`,
  );
}

function kindOf(block: Block): string {
  if (block.kind === 'heading') return `H${block.level}`;
  if (block.cell) return `[${block.cell.row},${block.cell.column}]`;
  return block.kind === 'item' ? (block.marker ?? '-') : 'P';
}

/** The block that begins with these words. */
export function blockOf(document: PolicyDocument, beginning: string): Block {
  const block = document.blocks.find((each) => each.text.startsWith(beginning));
  assert.ok(block, `no block begins with "${beginning}"`);
  return block;
}

export function leadOf(document: PolicyDocument, beginning: string): string | undefined {
  return blockOf(document, beginning).lead?.text;
}

export function runInOf(document: PolicyDocument, beginning: string): string | undefined {
  const block = blockOf(document, beginning);
  return block.runIn && block.text.slice(block.runIn.start, block.runIn.end);
}

export function spansOf(block: Block, kind: string): string[] {
  return block.inline.filter((span) => span.kind === kind).map((span) => block.text.slice(span.start, span.end));
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  eacute: 'é',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  shy: '\u00ad',
  '#8217': '’',
  '#x1F4E7': '📧',
  '#128274': '🔒',
  mdash: '—',
};

/** Markup removed, entities decoded, invisible characters dropped, white space gone: what two readings share. */
export function words(slice: string, format: DocumentFormat): string {
  let text = slice;
  if (format !== 'plaintext') {
    text = text.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, '');
    text = text.replace(/&([a-z]+|#x?[0-9a-f]+);/gi, (whole, name) => entities[name] ?? whole);
  }
  if (format === 'markdown') {
    text = text
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replace(/\]\([^)]*\)|\]\[[^\]]*\]|\[\^[^\]]*\]/g, '')
      .replace(/^[ \t]*>[ \t]?/gm, '')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/[*_~`[\]]/g, '');
  }
  return text.replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\s]/g, '');
}

/** Every stretch of reading text maps to source that reads the same, within its block and without markup at its ends. */
export function checkRanges(source: string, format: DocumentFormat): number {
  const { blocks } = parseDocument(source, format);
  let checked = 0;
  for (const block of blocks) {
    assert.ok(block.from >= 0 && block.from < block.to && block.to <= source.length, `range of "${block.text}"`);
    assert.equal(block.text, block.text.trim().replace(/\s+/g, ' '), 'white space is single blanks');
    const { length } = block.text;
    const step = Math.max(1, Math.floor(length / 40));
    for (let start = 0; start < length; start += step) {
      for (const end of [start + 1, start + 2, start + 7, start + 23, length]) {
        if (end > length || splitsPair(block.text, start) || splitsPair(block.text, end)) continue;
        const range = sourceRange({ block, start, end });
        const slice = source.slice(range.start, range.end);
        const said = block.text.slice(start, end);
        assert.ok(range.start >= block.from && range.end <= block.to, `"${said}" lies in its block`);
        assert.equal(
          words(slice, format),
          words(said, 'plaintext').replace(/[*_~`[\]]/g, format === 'markdown' ? '' : '$&'),
          `slice "${slice}"`,
        );
        if (!/\s/.test(said)) assert.ok(!/^\s|\s$/.test(slice), `"${slice}" has white space around "${said}"`);
        if (block.text[start] !== ' ')
          assert.equal(block.map.toReading(range.start - block.from), start, `back to "${said}"`);
        checked++;
      }
    }
  }
  return checked;
}

function splitsPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
