import { cut, type DraftBlock } from './draftBlock';
import { introduces } from './leads';
import { romanValue } from './plainLines';

/** An enumeration under way: "(a) …" was read, "(b) …" is due. */
interface Sequence {
  readonly style: string;
  name: string;
  readonly list: number;
  readonly depth: number;
}

interface Written {
  readonly style: string;
  readonly name: string;
  readonly marker: string;
  /** Reading offset of the words. */
  readonly words: number;
}

const bullet = /^(?:[•‣◦▪●○■□►➢✓✔·]\s*|[-–—*]\s+)(?=\S)/u;
const enumerator = /^(\(?)([a-z]|[ivx]{2,5}|\d{1,2})([.)])\s+(?=\S)/;

/** Paragraphs that begin with a marker of their own ("(a) …", "• …") where the markup knows no list: they are items. */
export function readWrittenMarkers(blocks: DraftBlock[], newList: () => number): void {
  const open: Sequence[] = [];
  /** A list of the markup that stands under a written item, and how deep that is. */
  let under = { list: 0, depth: 0 };
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') open.length = 0;
    if (block.kind === 'item') {
      const previous = blocks[i - 1];
      const sequence = open.find((each) => each.list === previous?.list);
      if (sequence) under = { list: block.list, depth: sequence.depth };
      if (block.list === under.list) block.depth += under.depth;
      else if (previous?.kind !== 'item') under = { list: 0, depth: 0 };
    }
    if (block.kind !== 'paragraph') return;
    const written = writtenIn(block.text);
    if (!written) {
      if (written === undefined && open[open.length - 1]?.name === '') open.pop();
      return;
    }
    const sequence = placeOf(written, block, open, blocks[i - 1], blocks[i + 1], newList);
    if (!sequence) return;
    const [item] = cut(block, [written.words], [block.text.length]);
    blocks[i] = Object.assign(item, {
      kind: 'item',
      marker: written.marker,
      list: sequence.list,
      depth: sequence.depth,
    });
  });
}

function writtenIn(text: string): Written | undefined {
  const point = bullet.exec(text);
  if (point) return { style: point[0].trim(), name: '', marker: point[0].trim(), words: point[0].length };
  const match = enumerator.exec(text);
  if (!match || (match[1] && match[3] !== ')')) return undefined;
  return { style: match[1] + match[3], name: match[2], marker: match[0].trim(), words: match[0].length };
}

function placeOf(
  written: Written,
  block: DraftBlock,
  open: Sequence[],
  previous: DraftBlock | undefined,
  next: DraftBlock | undefined,
  newList: () => number,
): Sequence | undefined {
  const going = open.findLastIndex((each) => each.style === written.style && follows(each.name, written.name));
  if (going >= 0) {
    open.length = going + 1;
    open[going].name = written.name;
    return open[going];
  }
  if (!opens(written, previous, next)) return undefined;
  const inner = open[open.length - 1];
  const nested = inner !== undefined && previous?.list === inner.list && introduces(previous.text);
  if (!nested) open.length = 0;
  const sequence = {
    style: written.style,
    name: written.name,
    list: newList(),
    depth: nested ? inner.depth + 1 : block.depth + 1,
  };
  open.push(sequence);
  return sequence;
}

/** A first marker opens a list where the text before introduces one or the text after goes on with the next. */
function opens(written: Written, previous: DraftBlock | undefined, next: DraftBlock | undefined): boolean {
  const following = next?.kind === 'paragraph' ? writtenIn(next.text) : undefined;
  const goesOn = following?.style === written.style && follows(written.name, following.name);
  if (written.name === '') return goesOn || !/^[-–—*]$/.test(written.style) || previous?.text.endsWith(':') === true;
  if (written.name !== 'a' && written.name !== 'i' && written.name !== '1') return false;
  return goesOn || previous?.text.endsWith(':') === true;
}

function follows(last: string, name: string): boolean {
  if (last === '' || name === '') return last === name;
  if (/^\d/.test(last) || /^\d/.test(name)) return Number(name) === Number(last) + 1;
  const roman = romanValue(last);
  if (roman > 0 && romanValue(name) === roman + 1) return true;
  return last.length === 1 && name.length === 1 && name.charCodeAt(0) === last.charCodeAt(0) + 1;
}
