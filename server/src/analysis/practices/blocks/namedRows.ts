import cues from '../../catalogue/ontology/cues.yaml';
import { mapOf, readCatalogue, record, wordList, wordLists } from '../../catalogue/read';
import type { Block, Table } from '../../document/types';
import type { Sentence, TermMatch } from '../../language/types';
import { verblessClause } from '../clauses/verblessClause';
import { type Draft, draft, type TableDraft } from '../draft';
import { isCookie } from '../slots/slotCues';
import { readSlots } from '../slots/slotReader';
import { placeOf } from '../termPlaces';

/** Tables whose rows name something else than data: cookies one by one, or parties with a column per type of data. */

type SentencesOf = (block: Block) => readonly Sentence[];

const { cookieKinds: kinds, rowTitles } = readCatalogue(
  cues,
  record({
    cookieKinds: mapOf(wordList),
    rowTitles: wordLists('provider', 'whatFor', 'party', 'data'),
  }),
);
const COOKIE = /^(?:our |the )?(?:cookies?|trackers?)(?: names?)?$|^names? of (?:the )?cookies?$/i;
const NAME = /^names?$/i;
const PROVIDER = new RegExp(`^(?:${rowTitles.provider.join('|')})$`, 'i');
const WHAT_FOR = new RegExp(`\\b(?:${rowTitles.whatFor.join('|')})\\b`, 'i');
const DATA = new RegExp(`^(?:${rowTitles.data.join('|')})$`, 'i');
const PARTY = new RegExp(`^(?:${rowTitles.party.join('|')})\\b`, 'i');

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
    const purposes = told.flatMap((cell) =>
      cell.terms
        .filter(({ kind }) => kind === 'purpose')
        .flatMap((term) => term.ids.map((id) => ({ id, place: placeOf(cell, term), party: 'any' as const }))),
    );
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

const YES = /^(?:yes|✓|✔|✅|x)\b|^[✓✔✅]/i;
const NO = /^(?:no|none|never|✗|✘|❌)\b|^[✗✘❌]/i;

/** "Couriers | Yes | No" below "Recipient | Name | Phone number": with whom which data is shared. */
export function partyRows(
  table: Table,
  header: readonly (Block | undefined)[],
  sentencesOf: SentencesOf,
): TableDraft[] {
  const [first] = header;
  if (!first || !PARTY.test(first.text.trim())) return [];
  const columns = header.flatMap((cell, index) => {
    const sentence = index > 0 && cell ? sentencesOf(cell)[0] : undefined;
    const data = sentence?.terms.filter((term) => term.kind === 'data') ?? [];
    return sentence && data.length > 0 && !data.some(isCookie) ? [{ index, sentence, data }] : [];
  });
  const told = header.findIndex((cell, index) => index > 0 && cell !== undefined && DATA.test(cell.text.trim()));
  return table.rows.slice(1).flatMap((row): TableDraft[] => {
    const sentence = row[0] && sentencesOf(row[0])[0];
    const parties = sentence?.terms.filter(isParty) ?? [];
    if (!sentence || parties.length === 0) return [];
    const clause = verblessClause(sentence);
    const cell = told > 0 ? row[told] : undefined;
    if (cell)
      return sentencesOf(cell)
        .slice(0, 1)
        .flatMap((data) => dataOfParty(data, sentence, parties));
    return columns.flatMap(({ index, sentence: title, data }): TableDraft[] => {
      const answer = row[index]?.text.trim() ?? '';
      if (!YES.test(answer) && !NO.test(answer)) return [];
      const own = readSlots(clause, 0, 0);
      const named = draft(verblessClause(title), readSlots(verblessClause(title), 0, 0), { action: 'share', data });
      const made: Draft = {
        ...draft(clause, own, { action: 'share', negated: NO.test(answer), recipients: parties }),
        data: named.data,
      };
      return [{ draft: { ...made, anaphors: [] }, sentence, lead: { sentence: title } }];
    });
  });
}

/** "Acme Mail | e-mail address" below "Recipient | Data": who receives which data. */
function dataOfParty(sentence: Sentence, party: Sentence, parties: readonly TermMatch[]): TableDraft[] {
  const clause = verblessClause(sentence);
  const slots = readSlots(clause, 0, sentence.tokens.length, 'object');
  if (slots.data.length === 0 || slots.data.some(isCookie)) return [];
  const own = verblessClause(party);
  const { recipients } = draft(own, readSlots(own, 0, 0), { action: 'share', recipients: parties });
  const made = draft(clause, { ...slots, recipients: [] }, { action: 'share', data: slots.data });
  return [{ draft: { ...made, recipients, anaphors: [] }, sentence, lead: { sentence: party } }];
}

const isParty = ({ kind, ids }: TermMatch): boolean =>
  (kind === 'entity' || kind === 'company') && !ids.includes('first_party') && !ids.includes('data_subject');
