import type { Block, Table } from '../../document/types';
import { verblessClause } from '../clauses/verblessClause';
import { draft, type TableDraft } from '../draft';
import type { SentencesOf } from '../sentences';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import { purposesIn } from './rowCircumstances';

/** "Purpose | Data used", "Data | What it is for": each row says what its data is used for. */
export function purposeRows(
  table: Table,
  header: readonly (Block | undefined)[],
  sentencesOf: SentencesOf,
): TableDraft[] {
  const why = header.findIndex((cell) => cell !== undefined && PURPOSES.test(cell.text));
  const what = header.findIndex((cell, index) => cell !== undefined && index !== why && DATA.test(cell.text));
  if (why < 0 || what < 0 || header.some((cell) => cell !== undefined && YES_OR_NO.test(cell.text))) return [];
  return table.rows.slice(1).flatMap((row): TableDraft[] => {
    const sentence = row[what] && sentencesOf(row[what] as Block)[0];
    const purposes = row[why] ? purposesIn(sentencesOf(row[why] as Block)) : [];
    if (!sentence || purposes.length === 0) return [];
    const clause = verblessClause(sentence);
    const slots = readSlots(clause, 0, sentence.tokens.length, 'object');
    if (slots.data.length === 0 || slots.data.every(isCookie)) return [];
    const made = draft(clause, slots, { action: 'use', data: slots.data });
    return [{ draft: { ...made, purposes, conditions: [], exceptions: [] }, sentence }];
  });
}
const PURPOSES =
  /^(?:(?:our |the )?purposes?\b|why\b|what (?:it is|it's|we use it) (?:used )?for|used for|use$|uses$)/i;
const DATA = /^(?:(?:personal |your |what )?(?:data|information)\b|categor|type|what (?:data|information|we))/i;
const YES_OR_NO = /\?$|\b(?:sold|shared|disclosed)\b/i;
