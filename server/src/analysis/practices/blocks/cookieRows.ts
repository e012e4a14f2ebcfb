import cues from '../../catalogue/ontology/cues.yaml';
import { mapOf, readCatalogue, record, wordList, wordLists } from '../../catalogue/read';
import type { Block, Table } from '../../document/types';
import type { Sentence } from '../../language/types';
import { verblessClause } from '../clauses/verblessClause';
import { draft, type TableDraft } from '../draft';
import type { SentencesOf } from '../sentences';
import { readSlots } from '../slots/slotReader';
import { placeOf } from '../termPlaces';
import { purposesIn } from './rowCircumstances';

/** Tables whose rows name cookies one by one. */

const { cookieKinds: kinds, rowTitles } = readCatalogue(
  cues,
  record({
    cookieKinds: mapOf(wordList),
    rowTitles: wordLists('provider', 'whatFor'),
  }),
);
const COOKIE = /^(?:our |the )?(?:cookies?|trackers?)(?: names?)?$|^names? of (?:the )?cookies?$/i;
const NAME = /^names?$/i;
const PROVIDER = new RegExp(`^(?:${rowTitles.provider.join('|')})$`, 'i');
const WHAT_FOR = new RegExp(`\\b(?:${rowTitles.whatFor.join('|')})\\b`, 'i');

/** "_ga | Google | Analytics": every row tells of a cookie that is set, whose it is and what for. */
export function cookieRows(
  table: Table,
  header: readonly (Block | undefined)[],
  sentencesOf: SentencesOf,
): TableDraft[] {
  const [first] = header;
  if (
    !first ||
    !(COOKIE.test(first.text.trim()) || (NAME.test(first.text.trim()) && /cookie/i.test(first.section.title)))
  )
    return [];
  const provider = header.findIndex((cell, i) => i > 0 && cell !== undefined && PROVIDER.test(cell.text.trim()));
  const why = header.flatMap((cell, i) => (i > 0 && cell !== undefined && WHAT_FOR.test(cell.text) ? [i] : []));
  if (provider < 0 && why.length === 0) return [];
  return table.rows.slice(1).flatMap((row): TableDraft[] => {
    const sentence = row[0] && sentencesOf(row[0])[0];
    const last = sentence ? sentence.tokens.length - 1 : -1;
    if (!sentence || last < 0) return [];
    const told = why.flatMap((i) => (row[i] ? sentencesOf(row[i] as Block) : []));
    const setter = provider < 0 || !row[provider] ? undefined : sentencesOf(row[provider] as Block)[0];
    const ids = [...kindsOf(told), ...(setter && isAnothers(setter) ? ['third_party_cookie'] : [])];
    const clause = verblessClause(sentence);
    const made = draft(clause, readSlots(clause, 0, 0), { action: 'place' });
    const place = placeOf(sentence, { first: 0, last });
    const purposes = purposesIn(told);
    return [
      {
        draft: { ...made, purposes, data: (ids.length > 0 ? ids : ['cookie']).map((id) => ({ id, place })) },
        sentence,
      },
    ];
  });
}

/** What a cookie is for, by the purposes named beside it. */
function kindsOf(told: readonly Sentence[]): string[] {
  const words = ` ${told.flatMap(({ tokens }) => tokens.map(({ lower }) => lower)).join(' ')} `;
  return Object.entries(kinds)
    .filter(([, said]) => said.some((word) => words.includes(` ${word} `)))
    .map(([id]) => id);
}

/** "Meta", "third party": not the company itself. */
const isAnothers = ({ terms, tokens }: Sentence): boolean =>
  terms.some(({ kind, ids }) => kind === 'company' || ids.includes('third_party')) &&
  !tokens.some(({ lower }) => lower === 'us' || lower === 'we' || lower === 'first' || lower === 'own');
