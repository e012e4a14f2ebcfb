import { cut, type DraftBlock } from './draftBlock';
import { romanValue } from './plainLines';
import { isRunInTitle } from './runIns';
import { isTitleCase, wordsIn } from './titles';

interface Enumerator {
  /** Reading offset of the marker, and of the words after it. */
  readonly at: number;
  readonly words: number;
  readonly written: string;
  readonly style: string;
  readonly name: string;
}

const enumerator = /(?<=^|[\s(;,:.)])(\(?)([a-z]|[ivx]{2,5}|\d{1,2})([.)])(?=\s+\S)/g;

/**
 * Splits an enumeration inside one line ("We do not collect: a. Identifiers b. Biometric data …") into items whose lead
 * is the part before. A letter or number is a marker only in its turn, the first after a colon or at the beginning.
 */
export function splitEnumeration(block: DraftBlock, newList: () => number): DraftBlock[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return [block];
  const found = sequenceIn(block);
  if (found.length < 2) return [block];
  const { text } = block;
  const list = newList();
  const opensBlock = block.kind === 'item' && found[0].at < 0;
  const starts: number[] = [];
  const ends: number[] = [];
  if (!opensBlock && found[0].at > 0) {
    starts.push(0);
    ends.push(trimmed(text, found[0].at));
  }
  found.forEach((each, i) => {
    starts.push(each.words);
    ends.push(i + 1 < found.length ? trimmed(text, found[i + 1].at) : text.length);
  });
  const lastStart = starts[starts.length - 1];
  const title = titleInside(text, lastStart);
  if (title > 0) {
    ends[ends.length - 1] = trimmed(text, title);
    starts.push(title);
    ends.push(text.length);
  }
  const parts = cut(block, starts, ends);
  const lead = starts[0] === 0 && !opensBlock ? parts[0] : undefined;
  found.forEach((each, i) => {
    const part = parts[i + (lead ? 1 : 0)];
    if (opensBlock) {
      if (i > 0) part.marker = each.written;
      part.list = block.list;
      return;
    }
    part.kind = 'item';
    part.marker = each.written;
    part.depth = block.depth + 1;
    part.list = list;
    part.lead = lead;
    if (i > 0 || lead) markerBefore(block, part, each);
  });
  if (title > 0) Object.assign(parts[parts.length - 1], { kind: 'paragraph', marker: undefined, depth: 0, list: 0 });
  return parts;
}

/** An item begins at its marker. */
function markerBefore(block: DraftBlock, part: DraftBlock, found: Enumerator): void {
  const from = block.from + block.map.range(found.at, found.at + 1).start;
  part.map = part.map.slice(0, part.text.length, part.from - from);
  part.from = from;
}

function trimmed(text: string, end: number): number {
  while (end > 0 && text[end - 1] === ' ') end--;
  return end;
}

/** The enumerators that follow one another, from the first after a colon. */
function sequenceIn(block: DraftBlock): Enumerator[] {
  const { text } = block;
  const sequence: Enumerator[] = openedBy(block);
  const colon = text.indexOf(':');
  if (sequence.length === 0 && colon < 0 && !/^\(?[a1i][.)]/.test(text)) return sequence;
  enumerator.lastIndex = sequence.length > 0 || /^\(?[a1i][.)]/.test(text) ? 0 : colon;
  for (let match = enumerator.exec(text); match; match = enumerator.exec(text)) {
    const [written, open, name, close] = match;
    if (open && close !== ')') continue;
    const end = match.index + written.length;
    const found = { at: match.index, words: end + blanks(text, end), written, style: open + close, name };
    const last = sequence[sequence.length - 1];
    if (last === undefined) {
      if (isFirst(name) && (match.index === 0 || /:\s*$/.test(text.slice(Math.max(0, match.index - 3), match.index))))
        sequence.push(found);
    } else if (last.style === found.style && follows(last.name, name) && isPlausible(text, found)) sequence.push(found);
  }
  return sequence;
}

/** An item that a line's marker opened may go on with the next ones in the same line. */
function openedBy(block: DraftBlock): Enumerator[] {
  const marker = block.kind === 'item' ? /^(\(?)([a-z]|[ivx]{2,5}|\d{1,2})([.)])$/.exec(block.marker ?? '') : null;
  if (!marker) return [];
  return [{ at: -1, words: 0, written: marker[0], style: marker[1] + marker[3], name: marker[2] }];
}

function blanks(text: string, at: number): number {
  let count = 0;
  while (text[at + count] === ' ') count++;
  return count;
}

function isFirst(name: string): boolean {
  return name === 'a' || name === 'i' || name === '1';
}

function follows(last: string, name: string): boolean {
  if (/^\d/.test(last)) return /^\d/.test(name) && Number(name) === Number(last) + 1;
  if (/^\d/.test(name)) return false;
  const roman = romanValue(last);
  if (roman > 0 && romanValue(name) === roman + 1) return true;
  return last.length === 1 && name.length === 1 && name.charCodeAt(0) === last.charCodeAt(0) + 1;
}

/** "2." may end a sentence ("see step 2. Then…"): as a marker it follows the end of an item. */
function isPlausible(text: string, found: Enumerator): boolean {
  if (!/^\d/.test(found.name) || found.style !== '.') return true;
  return /[.;:,)!?](?:\s(?:and|or))?\s*$/.test(text.slice(Math.max(0, found.at - 6), found.at));
}

/** Reading offset of a run-in heading in Title Case after the end of a sentence or bracket; -1 where there is none. */
export function titleInside(text: string, from: number): number {
  const boundary = /[.;)!?]["”]?\s+(?=\p{Lu})/gu;
  boundary.lastIndex = from;
  for (let match = boundary.exec(text); match; match = boundary.exec(text)) {
    const start = match.index + match[0].length;
    const window = text.slice(start, start + 90);
    const colon = window.search(/:\s+["“]?\p{Lu}/u);
    if (colon < 0) continue;
    const title = window.slice(0, colon);
    const words = wordsIn(title);
    if (words.length > 1 && isTitleCase(words) && isRunInTitle(title) && !/[,;.()]/.test(title)) return start;
  }
  return -1;
}
