import { sourceRange, wordsOf } from '../document/place';
import type { Place, PolicyDocument } from '../document/types';
import type { Edit, Fix } from '../finding';
import { midSentence } from '../language/writing';
import type { Policy } from '../policy';
import { collectedCategories } from '../practices/retention/coverage';
import type { RetentionStatement } from '../practices/types';
import { after, before, exchangeable, hasStart, holdsReferent, opensSentence, withTail } from './retentionPlace';
import { endOf, snippetText } from './words';

/** Nothing here is a fact about the company: every value is a placeholder that is flagged until it is filled in. */
const MONTHS = '[N months]';
const DAYS = '[N days]';
const EVENT = '[event that starts the period]';

/** Numbers the tab stops of one snippet. */
class Stops {
  private count = 0;

  stop(text: string): string {
    this.count++;
    return `\${${this.count}:${text}}`;
  }
}

const snippet = (title: string, edits: readonly Edit[]): Fix => ({ title, safety: 'suggestion', snippet: true, edits });

/**
 * "for [N months] after [event]" in the place of the vague words, so that subject and verb stay as they are. Undefined
 * where the words are no phrase of time that could be exchanged ("our retention policy governs …").
 */
export function replaceWithPeriod(statement: RetentionStatement): Fix | undefined {
  if (statement.class === 'event') return replaceTail(statement);
  const core = exchangeable(statement);
  if (!core || holdsReferent(core)) return undefined;
  const place = withTail(core, statement);
  if (!place) return undefined;
  const stops = new Stops();
  const words = wordsOf(place).toLowerCase();
  const within = /^(?:with)?in\b/.test(words);
  const months = stops.stop(within && statement.action === 'delete' ? DAYS : MONTHS);
  const event = () => ` after ${stops.stop(EVENT)}`;
  let newText: string;
  if (/^(for )?(longer than|beyond|any longer than|more than|a longer (?:period|time)[^.]* than )/.test(words)) {
    newText = `${/\bno $/.test(before(place)) ? '' : 'for '}longer than ${months}${event()}`;
  } else if (/^(?:never|not) /.test(words)) {
    // "are never deleted", "will not be deleted"
    newText = `${words.replace(/^(?:never|not) /, '')} ${months}${event()}`;
  } else if (statement.action === 'delete' || /^(?:when|once|after|upon|if|as soon as)\b/.test(words)) {
    newText = `${within ? 'within ' : ''}${months}${hasStart(place) ? '' : event()}`;
  } else if (statement.kind === 'table' && !(place.start > 0 && words.startsWith('for '))) {
    newText = `${months}${hasStart(place) ? '' : event()}`;
  } else {
    newText = `${opensSentence(place) ? 'For' : 'for'} ${months}${hasStart(place) ? '' : event()}`;
  }
  return snippet(`Replace ${quote(place)} with a period and its start`, [{ range: sourceRange(place), newText }]);
}

/** "… or as needed to provide the service": the tail that took back the end before it. */
function replaceTail(statement: RetentionStatement): Fix | undefined {
  const { phrase } = statement;
  if (!phrase) return undefined;
  const joiner = /\b(?:or|and)(?: longer)?,? $/.exec(before(phrase));
  if (!joiner) return undefined;
  const rest = /^ (?:thereafter|afterwards?)/.exec(after(phrase));
  const place = withTail(
    { ...phrase, start: phrase.start - joiner[0].length, end: phrase.end + (rest?.[0].length ?? 0) },
    statement,
  );
  if (!place) return undefined;
  const newText = `and for ${new Stops().stop(MONTHS)} after that`;
  return snippet(`Replace ${quote(place)} with a period after that`, [{ range: sourceRange(place), newText }]);
}

const quote = (place: Place): string => {
  const words = wordsOf(place);
  return `“${words.length > 40 ? `${words.slice(0, words.lastIndexOf(' ', 40))} …` : words}”`;
};

/** "as required by law ([name of the law]: [N years])" */
export function nameLaw(statement: RetentionStatement): Fix {
  const stops = new Stops();
  const place = statement.phrase ?? statement.words;
  return snippet('Name the law and how long it asks for', [
    { range: endOf(place), newText: ` (${stops.stop('[name of the law]')}: ${stops.stop('[N years]')})` },
  ]);
}

/** A sentence of its own behind the vague one. */
export function addPeriod(statement: RetentionStatement, data?: string): Fix {
  const stops = new Stops();
  const subject = data === undefined ? subjectOf(statement) : snippetText(withPossessive(data));
  return snippet('Add a sentence with the period and its start', [
    behindSentence(statement, `We keep ${subject} for ${stops.stop(MONTHS)} after ${stops.stop(EVENT)}.`),
  ]);
}

/** What happens to copies and backups, or to whatever else is kept after the end. */
export function addCopies(statement: RetentionStatement): Fix {
  const stops = new Stops();
  const said = wordsOf(statement.sentence);
  return /\b(?:backups?|back-ups?|cop(?:y|ies)|archiv\w*|cached)\b/i.test(said)
    ? snippet('Add until when copies and backups are kept', [
        behindSentence(statement, `Copies and backups are deleted within ${stops.stop(DAYS)} after the deletion.`),
      ])
    : snippet('Add until when this is kept', [
        behindSentence(statement, `This information is deleted within ${stops.stop(MONTHS)} after that.`),
      ]);
}

/** "for 12 months after [event]" */
export function addStart(statement: RetentionStatement): Fix {
  const stops = new Stops();
  return snippet('Add what starts the period', [
    // "after 30 days" has its "after" already
    {
      range: endOf(statement.words),
      newText: `${/\bafter $/.test(before(statement.words)) ? ' from' : ' after'} ${stops.stop(EVENT)}`,
    },
  ]);
}

/** The draft's own words for the data, as the object of a new sentence. */
function subjectOf({ data, object, sentence }: RetentionStatement): string {
  const own = data.find(({ place }) => place.block === sentence.block)?.place ?? object;
  return own ? snippetText(withPossessive(wordsOf(own))) : 'this data';
}

const withPossessive = (words: string): string =>
  /^(?:your|our|the|this|such|all|any)\b/i.test(words)
    ? midSentence(words)
    : `your ${isTerm(words) ? words : midSentence(words)}`;

/** "Personal Data": a defined term keeps its capitals. */
const isTerm = (words: string): boolean => /^\p{Lu}\S* \p{Lu}/u.test(words);

/** Inserts a sentence behind the one that holds the statement. */
function behindSentence({ sentence }: RetentionStatement, text: string): Edit {
  const { block, start, end } = sentence;
  const at = sourceRange({ block, start, end }).end;
  const said = block.text.slice(start, end);
  if (said.endsWith(':')) {
    // what introduces a list keeps it; the new sentence goes in front
    const from = sourceRange({ block, start, end }).start;
    return { range: { start: from, end: from }, newText: `${text} ` };
  }
  const closed = /[.!?]$/.test(said);
  return { range: { start: at, end: at }, newText: `${closed ? '' : '.'} ${text}` };
}

/** A list longer than this is no draft any more. */
const MOST_CATEGORIES = 15;

/** One line for each kind of data that the draft says it collects, each with a period to fill in. */
export function addCategories(
  statement: RetentionStatement,
  policy: Policy,
  categories: readonly string[] = collectedCategories(policy).map(({ words }) => words),
): Fix | undefined {
  const { block } = statement.sentence;
  const named = categories.slice(0, MOST_CATEGORIES).map(capital);
  if (block.kind !== 'paragraph' || named.length === 0) return undefined;
  const stops = new Stops();
  const period = () => `${stops.stop(MONTHS)} after ${stops.stop(EVENT)}`;
  return snippet(`Add a period for each of ${named.length} kinds of data that this draft collects`, [
    {
      range: { start: block.to, end: block.to },
      newText: tableOf(named.map(snippetText), period, policy.document),
    },
  ]);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function tableOf(rows: readonly string[], period: () => string, { format, source }: PolicyDocument): string {
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  if (format === 'html') {
    const cells = rows.map((row) => `<tr><td>${row}</td><td>${period()}</td></tr>`);
    return ['', '<table>', '<tr><th>Data</th><th>Kept for</th></tr>', ...cells, '</table>'].join(newline);
  }
  if (format === 'plaintext') return newline + rows.map((row) => `${newline}- ${row}: ${period()}`).join('');
  const lines = [
    '',
    '',
    '| Data | Kept for |',
    '| --- | --- |',
    ...rows.map((row) => `| ${row.replaceAll('|', '\\\\|')} | ${period()} |`),
  ];
  return lines.join(newline);
}
