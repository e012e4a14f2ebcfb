import type { Block, Table } from '../../document/types';
import type { Sentence } from '../../language/types';
import { verblessClause } from '../clauses/verblessClause';
import { draft, type TableDraft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import { placeOf } from '../termPlaces';

/** "Purpose | Data used", "Data | What it is for": each row says what its data is used for. */
export function purposeRows(
  table: Table,
  header: readonly (Block | undefined)[],
  sentencesOf: (block: Block) => readonly Sentence[],
): TableDraft[] {
  const why = header.findIndex((cell) => cell !== undefined && PURPOSES.test(cell.text));
  const what = header.findIndex((cell, index) => cell !== undefined && index !== why && DATA.test(cell.text));
  if (why < 0 || what < 0 || header.some((cell) => cell !== undefined && YES_OR_NO.test(cell.text))) return [];
  return table.rows.slice(1).flatMap((row): TableDraft[] => {
    const sentence = row[what] && sentencesOf(row[what] as Block)[0];
    const terms = row[why]
      ? sentencesOf(row[why] as Block).flatMap((told) =>
          told.terms.filter(({ kind }) => kind === 'purpose').map((term) => ({ told, term })),
        )
      : [];
    if (!sentence || terms.length === 0) return [];
    const clause = verblessClause(sentence);
    const slots = readSlots(clause, 0, sentence.tokens.length, 'object');
    if (slots.data.length === 0 || slots.data.every(isCookie)) return [];
    const made = draft(clause, slots, { action: 'use', data: slots.data });
    const purposes = terms.flatMap(({ told, term }) =>
      term.ids.map((id) => ({ id, place: placeOf(told, term), party: 'any' as const })),
    );
    return [{ draft: { ...made, purposes, conditions: [], exceptions: [] }, sentence }];
  });
}
const PURPOSES =
  /^(?:(?:our |the )?purposes?\b|why\b|what (?:it is|it's|we use it) (?:used )?for|used for|use$|uses$)/i;
const DATA = /^(?:(?:personal |your |what )?(?:data|information)\b|categor|type|what (?:data|information|we))/i;
const YES_OR_NO = /\?$|\b(?:sold|shared|disclosed)\b/i;
