import { type PracticeCell, type PracticeRow, practiceMap } from '../analysis/practiceMap/practiceMap';
import type { Outcome } from './checks';
import { spotOf } from './convert';
import type { Draft } from './drafts';
import type { PracticeCellView, PracticeMapView, PracticeRowView } from './views';

/** The draft as a table of practices, from what the last check read. */
export function practiceMapOf({ analysis, draft, version }: Outcome): PracticeMapView | undefined {
  if (!analysis) return undefined;
  const { rows } = practiceMap(analysis.policy, analysis.findings);
  return { version, rows: rows.map((row) => rowView(draft, row)) };
}

function rowView(draft: Draft, { data, label, place, cells }: PracticeRow): PracticeRowView {
  const { purpose, recipient, retention, source } = cells;
  return {
    data,
    label,
    place: spotOf(draft, place),
    cells: {
      purpose: cellView(draft, purpose),
      recipient: cellView(draft, recipient),
      retention: cellView(draft, retention),
      source: cellView(draft, source),
    },
  };
}

function cellView(draft: Draft, { entries, as, gap }: PracticeCell): PracticeCellView {
  return {
    entries: entries.map((entry) => ({ ...entry, places: entry.places.map((place) => spotOf(draft, place)) })),
    ...(as && { as: { label: as.label, place: spotOf(draft, as.place) } }),
    ...(gap !== undefined && { gap }),
  };
}
