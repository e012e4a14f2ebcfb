import { sourceRange, wordsOf } from '../document/place';
import type { Place, PolicyDocument } from '../document/types';
import type { Policy } from '../policy';
import { collectedCategories } from '../practices/retentionCoverage';
import type { RetentionStatement } from '../practices/types';
import type { Edit, Fix } from '../rules/types';
import { endOf, midSentence, snippetText } from './words';

/** Nothing here is a fact about the company: every value is a placeholder that is flagged until it is filled in. */
const MONTHS = '[N months]';
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

/** As far as the neighbouring words matter, in characters. */
const REACH = 200;

/** Words before and after a place in the same block, lower case. */
const before = ({ block, start }: Place): string => block.text.slice(Math.max(0, start - REACH), start).toLowerCase();
const after = ({ block, end }: Place): string => block.text.slice(end, end + REACH).toLowerCase();

/**
 * "for [N months] after [event]" in the place of the vague words, so that subject and verb stay as they are. Undefined
 * where the words are no phrase of time that could be exchanged ("our retention policy governs …").
 */
export function replaceWithPeriod(statement: RetentionStatement): Fix | undefined {
  if (statement.class === 'event') return replaceTail(statement);
  const core = exchangeable(statement);
  if (!core || holdsReferent(core)) return undefined;
  const place = withTail(core, statement);
  const stops = new Stops();
  const months = stops.stop(MONTHS);
  const words = wordsOf(place).toLowerCase();
  const event = () => ` after ${stops.stop(EVENT)}`;
  let newText: string;
  if (/^(for )?(longer than|beyond|any longer than|more than|a longer (?:period|time)[^.]* than )/.test(words)) {
    newText = `${/\bno $/.test(before(place)) ? '' : 'for '}longer than ${months}${event()}`;
  } else if (/^(?:never|not) /.test(words)) {
    // "are never deleted", "will not be deleted"
    newText = `${words.replace(/^(?:never|not) /, '')} ${months}${event()}`;
  } else if (statement.action === 'delete' || /^(?:when|once|after|upon|if|as soon as)\b/.test(words)) {
    const within = /^(?:with)?in\b/.test(words);
    newText = `${within ? 'within ' : ''}${months}${hasStart(place) ? '' : event()}`;
  } else if (statement.kind === 'table') {
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
  const newText = `and for ${new Stops().stop(MONTHS)} after that`;
  return snippet(`Replace ${quote(place)} with a period after that`, [{ range: sourceRange(place), newText }]);
}

/**
 * What only went with the vague words and would hang in the air without them: "…, such as running our site", "…, comply
 * with law, and resolve disputes", "a longer period | than is necessary". What says something of its own stays.
 */
function withTail(place: Place, { sentence }: RetentionStatement): Place {
  const rest = place.block.text.slice(place.end, Math.max(place.end, sentence.end));
  const tail = TAIL.exec(rest)?.[0] ?? '';
  return /\d/.test(tail) ? place : { ...place, end: place.end + tail.length };
}

const TAIL =
  /^(?:\(s\)(?: [^,.;:()]*)?)?(?:(?:,? (?:such as|including)|,? than|,? and to|, (?:comply|resolve|enforce|provide|fulfil|fulfill|meet|satisfy|protect|defend|prevent|conduct|perform|establish|pursue|support|operate|maintain|investigate|detect|complete|respond|improve|honou?r))\b[^.;:()]*?(?=,? (?:unless|except|but|however|after which|whichever)\b|[.;:()]|$))?/;

const opensSentence = (place: Place): boolean => /(?:^|[.!?] )$/.test(before(place));

/** "When we no longer need your address, we delete it": without the words in front, nobody knows what "it" is. */
const holdsReferent = (place: Place): boolean =>
  /(?:^|[.!?] )$/.test(before(place)) && /^[^.!?]*\b(?:it|them)\b/.test(after(place));

const quote = (place: Place): string => {
  const words = wordsOf(place);
  return `“${words.length > 40 ? `${words.slice(0, words.lastIndexOf(' ', 40))} …` : words}”`;
};

/** "for a reasonable period | after your account ends": the start is there already. */
const hasStart = (place: Place): boolean =>
  /^\s*(?:after|following|from|once|thereafter|afterwards?)\b/.test(after(place));

/** The stretch that a period can take the place of. */
function exchangeable({ phrase, words, class: name, kind }: RetentionStatement): Place | undefined {
  if (!phrase) return undefined;
  const text = wordsOf(phrase).toLowerCase();
  if (kind === 'table') return phrase;
  switch (name) {
    case 'vague_reasonable':
      // "for a reasonable period", without the event that may follow it
      if (opensSentence(phrase) && /^(?:a|some)\b/.test(text)) return undefined;
      return /^(?:for|within|in|during|only|a|some)\b/.test(text) ? { ...phrase, end: words.end } : undefined;
    case 'vague_business':
      return startsLikeTime(text) ? phrase : undefined;
    case 'indefinite':
      if (/^(?:never|not) /.test(text)) return phrase;
      return /\b(?:n't|permanent)\b/.test(text) ? undefined : phrase;
    case 'discretion':
      return /\b(?:deem|deemed)\b/.test(text) ? undefined : phrase;
    default:
      return startsLikeTime(text) ? phrase : undefined;
  }
}

const startsLikeTime = (text: string): boolean =>
  /^(?:only |just |solely |strictly )*(?:for (?:as|so) long as|(?:as|so) long as|for (?:the|that|such|a|any|their|its)\b.*|until|till|while|whilst|(?:for )?(?:any )?longer than|beyond|when|once|after|upon|for durations?|for periods?|during)\b/.test(
    text,
  );

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

/** What happens to copies and backups. */
export function addCopies(statement: RetentionStatement): Fix {
  const stops = new Stops();
  return snippet('Add until when copies and backups are kept', [
    behindSentence(statement, `Copies and backups are deleted within ${stops.stop('[N days]')} after the deletion.`),
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
