import type { PracticeCellView, PracticeEntryView, PracticeRowView, Spot } from '../../../server/src/lsp/views';
import { type Column, columns, entryText, lineOf } from '../practiceTable';
import type { FromPage, ToPage, Words } from './messages';
import './practiceMap.css';

// The page of the practice map. Words of the draft are put in as text, never as markup.

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
const place = document.getElementById('map') as HTMLElement;
const status = document.getElementById('status') as HTMLElement;
const tools = document.getElementById('tools') as HTMLElement;
/** Row and column of the cell that the keyboard is in. */
let current = { row: 0, column: 0 };

for (const button of tools.querySelectorAll('button')) {
  button.addEventListener('click', () => {
    editor.postMessage({ type: 'export', format: button.dataset.format as 'csv' | 'json' | 'markdown' });
  });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'show') show(data.view.rows, data.words);
  else say(data.text);
});

function say(text: string): void {
  status.textContent = text;
  tools.hidden = true;
  place.replaceChildren();
}

function show(rows: readonly PracticeRowView[], words: Words): void {
  const hadFocus = place.contains(document.activeElement);
  status.textContent = words.summary;
  tools.hidden = false;
  const table = element('table', { role: 'grid', 'aria-label': words.caption });
  const head = element('tr');
  for (const column of ['data', ...columns] as const) {
    head.append(element('th', { scope: 'col' }, words.headings[column]));
  }
  const body = element('tbody');
  for (const row of rows) body.append(rowElement(row, words));
  table.append(wrapped('thead', head), body);
  table.addEventListener('keydown', onKey);
  table.addEventListener('focusin', onFocus);
  place.replaceChildren(table);
  current = { row: Math.min(current.row, rows.length - 1), column: current.column };
  const cell = cellAt(current.row, current.column);
  if (cell) cell.tabIndex = 0;
  if (hadFocus) cell?.focus();
}

function rowElement({ label, place, cells }: PracticeRowView, words: Words): HTMLElement {
  const row = element('tr');
  const head = element('th', { scope: 'row', tabindex: '-1', 'aria-label': `${words.headings.data}: ${label}` });
  head.append(link(label, place, words));
  row.append(head, ...columns.map((column) => cellElement(column, cells[column], place, words)));
  return row;
}

/** @param named where the draft names the data: what a gap leads to, as that is where something is lacking */
function cellElement(column: Column, { entries, as, gap }: PracticeCellView, named: Spot, words: Words): HTMLElement {
  const cell = element('td', { tabindex: '-1' });
  const said = [gap, as && fill(words.as, as.label), ...entries.map((entry) => spoken(entry, words))];
  const text = said.filter(Boolean).join('; ') || words.nothing;
  cell.setAttribute('aria-label', `${words.headings[column]}: ${gap ? `${words.gap}: ` : ''}${text}`);
  if (gap) {
    cell.classList.add('gap');
    cell.append(mark('⚠', words.gap), link(gap, named, words));
  } else if (as) {
    cell.classList.add('as');
    cell.append(link(fill(words.as, as.label), as.place, words));
  } else if (entries.length > 0) {
    const list = element('ul');
    for (const entry of entries) list.append(entryElement(entry, words));
    cell.append(list);
  } else {
    cell.classList.add('nothing');
    cell.append(element('span', { 'aria-hidden': 'true' }, '–'));
  }
  return cell;
}

function entryElement(entry: PracticeEntryView, words: Words): HTMLElement {
  const item = element('li');
  if (entry.denied) item.classList.add('denied');
  if (entry.vague) item.classList.add('vague');
  const [first, ...others] = entry.places;
  const text = entryText({ ...entry, vague: false });
  if (first) item.append(link(text, first, words, entry.conflicts));
  for (const other of others) item.append(' ', link(String(lineOf(other)), other, words, entry.conflicts));
  if (entry.vague) item.append(' ', element('span', { class: 'badge vague' }, words.vague));
  if (entry.conflicts.length > 0) {
    item.classList.add('conflict');
    item.append(' ', element('span', { class: 'badge conflict', title: entry.conflicts.join('\n') }, words.conflict));
  }
  return item;
}

const spoken = (entry: PracticeEntryView, words: Words): string =>
  [entryText(entry), ...entry.conflicts.map((message) => `${words.conflict}: ${message}`)].join('; ');

/** Words that lead to their sentence in the draft. */
function link(text: string, spot: Spot, words: Words, conflicts: readonly string[] = []): HTMLElement {
  const line = fill(words.line, String(lineOf(spot)));
  const button = element('button', { type: 'button', tabindex: '-1', class: 'link' }, text);
  button.title = [`${line}: ${spot.text}`, ...conflicts].join('\n');
  button.setAttribute('aria-label', [text, line, ...conflicts].join(', '));
  button.addEventListener('click', () => editor.postMessage({ type: 'reveal', range: spot.range }));
  return button;
}

function mark(sign: string, meaning: string): HTMLElement {
  return element('span', { class: 'mark', 'aria-hidden': 'true', title: meaning }, sign);
}

/** Arrows go from cell to cell, Enter to the sentence (from an empty cell, to where the data is named); Tab goes through the links of the cell and then on. */
function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.key === 'Enter' && !(target instanceof HTMLButtonElement)) {
    const inCell = target.querySelector('button');
    (inCell ?? target.parentElement?.querySelector('button'))?.click();
    event.preventDefault();
    return;
  }
  const rows = place.querySelectorAll('tbody tr').length;
  const moves: Record<string, { row: number; column: number }> = {
    ArrowUp: { row: Math.max(0, current.row - 1), column: current.column },
    ArrowDown: { row: Math.min(rows - 1, current.row + 1), column: current.column },
    ArrowLeft: { row: current.row, column: Math.max(0, current.column - 1) },
    ArrowRight: { row: current.row, column: Math.min(columns.length, current.column + 1) },
    Home: { row: event.ctrlKey ? 0 : current.row, column: 0 },
    End: { row: event.ctrlKey ? rows - 1 : current.row, column: columns.length },
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  cellAt(move.row, move.column)?.focus();
}

/** One cell takes part in the order of Tab, with its links: the one that was last in focus. */
function onFocus(event: Event): void {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('tbody th, tbody td');
  const row = cell?.parentElement as HTMLTableRowElement | null;
  if (!cell || !row) return;
  for (const other of place.querySelectorAll<HTMLElement>('tbody [tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
  for (const button of cell.querySelectorAll('button')) button.tabIndex = 0;
  current = { row: row.sectionRowIndex, column: (cell as HTMLTableCellElement).cellIndex };
}

function cellAt(row: number, column: number): HTMLElement | undefined {
  const cells = place.querySelectorAll('tbody tr')[row]?.children;
  return cells?.[column] as HTMLElement | undefined;
}

const fill = (pattern: string, value: string): string => pattern.replace('{0}', () => value);

function element(name: string, attributes: Readonly<Record<string, string>> = {}, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function wrapped(name: string, child: HTMLElement): HTMLElement {
  const made = element(name);
  made.append(child);
  return made;
}

editor.postMessage({ type: 'ready' });
