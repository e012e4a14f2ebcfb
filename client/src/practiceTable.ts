import type {
  PracticeCellView,
  PracticeEntryView,
  PracticeMapView,
  PracticeRowView,
  Spot,
} from '../../server/src/lsp/views';

/** The practice map as text, for wherever it is taken. Pure. */

export const columns = ['purpose', 'recipient', 'retention', 'source'] as const;
export type Column = (typeof columns)[number];

export const headings: Readonly<Record<Column | 'data', string>> = {
  data: 'Data',
  purpose: 'Purpose',
  recipient: 'Recipient',
  retention: 'Kept for',
  source: 'Source',
};

export type Format = 'csv' | 'json' | 'markdown';

export function exported(view: PracticeMapView, format: Format, draft: string): string {
  switch (format) {
    case 'csv':
      return asCsv(view);
    case 'json':
      return asJson(view, draft);
    case 'markdown':
      return asMarkdown(view, draft);
  }
}

/** One row per type of data, as spreadsheets read it (RFC 4180). */
function asCsv({ rows }: PracticeMapView): string {
  const head = [...columns.map((column) => headings[column]), 'Conflicts', 'Gaps', 'Lines'];
  const lines = rows.map((row) => [
    row.label,
    ...columns.map((column) => cellText(row.cells[column])),
    conflictsOf(row).join('; '),
    gapsOf(row).join('; '),
    [...new Set(spotsOf(row).map(lineOf))].sort((a, b) => a - b).join(' '),
  ]);
  return [[headings.data, ...head], ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}

/** A spreadsheet would run a field that begins like a formula; words of a draft are never run. */
function csvField(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Everything, with the places; lines and characters are zero-based, as in the command line tool's JSON. */
function asJson({ rows }: PracticeMapView, draft: string): string {
  return `${JSON.stringify({ version: 1, draft, rows }, undefined, 2)}\n`;
}

function asMarkdown({ rows }: PracticeMapView, draft: string): string {
  const line = (fields: readonly string[]) => `| ${fields.join(' | ')} |`;
  const head = [headings.data, ...columns.map((column) => headings[column])];
  const body = rows.map((row) =>
    line([escaped(row.label), ...columns.map((column) => cellMarkdown(row.cells[column]))]),
  );
  const conflicts = [...new Set(rows.flatMap(conflictsOf))].map((message) => `- ${escaped(message)}`);
  return [
    `# Practice map of ${escaped(draft)}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...body,
    ...(conflicts.length > 0 ? ['', '## Conflicts', '', ...conflicts] : []),
    '',
  ].join('\n');
}

function cellMarkdown({ entries, as, gap }: PracticeCellView): string {
  if (gap) return `⚠ ${escaped(gap)}`;
  if (as) return `as ${escaped(as.label)}`;
  return entries
    .map((entry) => `${entry.conflicts.length > 0 ? '⚡ ' : ''}${escaped(entryText(entry))} (${places(entry)})`)
    .join('<br>');
}

const places = ({ places }: PracticeEntryView): string =>
  `${places.length > 1 ? 'lines' : 'line'} ${places.map(lineOf).join(', ')}`;

/** Words of a draft stay words, whatever markup they hold, and within their cell. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#|~$!]/g, '\\$&')
    .replace(/\s+/g, ' ');
}

function cellText({ entries, as, gap }: PracticeCellView): string {
  if (gap) return gap;
  if (as) return `as ${as.label}`;
  return entries.map(entryText).join('; ');
}

export function entryText({ label, limits, vague }: PracticeEntryView): string {
  const notes = [...limits, ...(vague ? ['vague'] : [])];
  return notes.length > 0 ? `${label} (${notes.join(', ')})` : label;
}

export const lineOf = ({ range }: Spot): number => range.start.line + 1;

export const conflictsOf = ({ cells }: PracticeRowView): string[] => [
  ...new Set(columns.flatMap((column) => cells[column].entries.flatMap(({ conflicts }) => conflicts))),
];

export const gapsOf = ({ cells }: PracticeRowView): string[] =>
  columns.map((column) => cells[column].gap).filter((gap) => gap !== undefined);

function spotsOf({ place, cells }: PracticeRowView): Spot[] {
  return [place, ...columns.flatMap((column) => cells[column].entries.flatMap((entry) => entry.places))];
}
