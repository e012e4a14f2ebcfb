import type { Block, Section } from '../../document/types';
import { tokenize } from '../../language/tokens';
import type { Token } from '../../language/types';
import { keepVerbs, phrases, words } from '../../practices/retention/wording';
import type { RetentionStatement } from '../../practices/types';
import { gapsIn } from '../placeholder/shapes';

const momentary = phrases('settled.momentary');
const theirs = phrases('settled.theirs');
const ended = phrases('settled.ended');
const answered = phrases('settled.answered');
const copiesDenied = phrases('settled.copiesDenied');
const deleteVerbs = words('delete.verbs');
const titles = phrases('titles');

/** Whether no reader asks how long: the words end by themselves, speak of somebody else, or wait to be filled in. */
export function isSettled(statement: RetentionStatement): boolean {
  const { sentence, words: place } = statement;
  const { tokens } = sentence;
  return (
    theirs.find(tokens) !== undefined ||
    (isPassing(statement) && momentary.find(tokens) !== undefined) ||
    copiesDenied.find(tokens) !== undefined ||
    isAnswered(statement) ||
    isAskedOfReaders(statement) ||
    isPurposeAlone(statement) ||
    isPurposeItem(statement) ||
    isScheduled(statement) ||
    place.block.inline.some(({ kind, start, end }) => kind === 'code' && place.start >= start && place.end <= end) ||
    gapsIn(place.block).some(({ start, end }) => place.start < end && place.end > start)
  );
}

/** "held temporarily in memory", "not beyond the time needed to answer your request". */
const isPassing = ({ words: { block, start, end } }: RetentionStatement): boolean =>
  /\btemporarily\b|\bbeyond\b|\blonger than\b/i.test(block.text.slice(start, end));

/** "permanently and irreversibly deletes": how it is deleted, not how long it is kept. */
export function isManner({ sentence: { tokens }, words: { end } }: RetentionStatement): boolean {
  const at = tokens.findIndex((token) => token.start >= end);
  return at >= 0 && tokens.slice(at, at + 4).some(({ verb }) => verb !== undefined && deleteVerbs.has(verb.base));
}

/** "kept so that we can read it again, and deleted when you delete your account". */
export const isEndedThere = ({ sentence: { tokens } }: RetentionStatement): boolean => ended.find(tokens) !== undefined;

/** "as long as needed to answer your question", and for nothing else. */
function isAnswered({ class: name, sentence: { tokens } }: RetentionStatement): boolean {
  const found = name === 'vague_necessity' ? answered.find(tokens) : undefined;
  const rest = found ? tokens.slice(found.last + 1) : [];
  return found !== undefined && !rest.some(({ lower }) => lower === 'to' || lower === 'for' || lower === 'as');
}

/** The same paragraph leads to where the periods stand: "see our [retention schedule]". */
const isScheduled = ({ words: { block } }: RetentionStatement): boolean =>
  block.inline.some(
    ({ kind, start, end, target }) =>
      kind === 'link' && (SCHEDULE.test(block.text.slice(start, end)) || SCHEDULE.test(target ?? '')),
  );
const SCHEDULE = /\b(?:data[ _-]?)?(?:retention|storage[ _-]periods?|deletion[ _-](?:policy|schedule))\b/i;

/** "We use your data to: – Maintain records for business purposes": an item on what data is for. */
function isPurposeItem({ class: name, kind, sentence: { tokens, block } }: RetentionStatement): boolean {
  if (kind !== 'list' || name !== 'vague_business' || !tokens[0] || !isOrder(tokens[0])) return false;
  return !isAboutKeeping(block);
}

/** "Treat these files as sensitive and delete them when no longer needed": what readers are told to do. */
function isAskedOfReaders({ action, sentence: { tokens }, words: { start } }: RetentionStatement): boolean {
  if (action !== 'delete') return false;
  const at = tokens.findLastIndex(
    (token) => token.start <= start && isOrder(token) && deleteVerbs.has(token.verb?.base ?? ''),
  );
  if (at < 2 || tokens[at - 1].lower !== 'and') return false;
  const from = tokens.findLastIndex(({ lower }, i) => i < at && (lower === ';' || lower === ':' || lower === '.')) + 1;
  return isOrder(tokens[from]) && !tokens.slice(from, at).some(({ lower }) => lower === 'we');
}

/** "**Security cookies:** for fraud prevention", where nothing is said of keeping: what they are for. */
function isPurposeAlone({ class: name, kind, sentence: { tokens, block } }: RetentionStatement): boolean {
  if (name !== 'vague_law' || kind !== 'list' || !/\b(?:fraud|abuse|dispute|misuse)/i.test(block.text)) return false;
  const speaks = ({ verb, lemma }: Token): boolean =>
    keepVerbs.has(verb?.base ?? '') || deleteVerbs.has(verb?.base ?? '') || lemma === 'retention';
  return !tokens.some(speaks) && !isAboutKeeping(block);
}

/** By the words that lead a list, or by the titles around it. */
function isAboutKeeping(block: Block): boolean {
  if (titles.find(tokenize(block.lead?.text ?? ''))) return true;
  for (let section: Section | undefined = block.section; section; section = section.parent)
    if (titles.find(tokenize(section.title))) return true;
  return /\b(?:keep|kept|retain|store|hold)/i.test(block.lead?.text ?? '');
}

const isOrder = ({ verb }: Token): boolean => verb?.form === 'base';
