import { readCatalogue, wordLists } from '../catalogue/read';
import wording from '../catalogue/retention.yaml';
import { wordsOf } from '../document/place';
import type { Place } from '../document/types';
import type { RetentionStatement } from '../practices/types';

const { needs } = readCatalogue(wording, wordLists('needs'));

/** As far as the neighbouring words matter, in characters. */
const REACH = 200;

/** Words before and after a place in the same block, lower case. */
export const before = ({ block, start }: Place): string =>
  block.text.slice(Math.max(0, start - REACH), start).toLowerCase();
export const after = ({ block, end }: Place): string => block.text.slice(end, end + REACH).toLowerCase();

/**
 * What only went with the vague words and would hang in the air without them: "…, such as running our site", "…, comply
 * with law, and resolve disputes", "a longer period | than is necessary". What says something of its own stays.
 */
export function withTail(place: Place, { sentence }: RetentionStatement): Place | undefined {
  const rest = place.block.text.slice(place.end, Math.max(place.end, sentence.end));
  const tail = TAIL.exec(rest)?.[0] ?? '';
  const whole = /\d/.test(tail) ? place : { ...place, end: place.end + tail.length };
  return isClean(trimmed(whole)) ? trimmed(whole) : undefined;
}

/** Without the joiner of what follows ("for business purposes and | /or if …"). */
function trimmed(place: Place): Place {
  const joiner = /(?:,? (?:and|or)|,)$/i.exec(wordsOf(place));
  return joiner ? { ...place, end: place.end - joiner[0].length } : place;
}

/** Cuts neither a link nor a list of purposes with brackets in two. */
function isClean({ block, start, end }: Place): boolean {
  const cutsLink = block.inline.some(
    (span) => span.kind === 'link' && span.start < end && span.end > start && (span.start < start || span.end > end),
  );
  return (
    !cutsLink &&
    // "…, effectively and efficiently" would hang in the air
    !/^, \p{L}+ly\b/u.test(block.text.slice(end, end + 40)) &&
    !/^ ?[([\p{L}\p{N}]/u.test(block.text.slice(end, end + 1)) &&
    !/^ \((?:including|such as|e\.g)/.test(block.text.slice(end, end + 12))
  );
}

const TAIL = new RegExp(
  `^(?:\\(s\\)(?: [^,.;:()]*)?)?(?:(?:,? (?:such as|including)|,? than|,? and to|, (?:${needs.join('|')}))\\b[^.;:()]*?(?=,? (?:unless|except|but|however|after which|whichever)\\b|[.;:()]|$))?`,
);

export const opensSentence = (place: Place): boolean => /(?:^|[.!?] )$/.test(before(place));

/** "When we no longer need your address, we delete it": without the words in front, nobody knows what "it" is. */
export const holdsReferent = (place: Place): boolean =>
  /(?:^|[.!?] )$/.test(before(place)) && /^[^.!?]*\b(?:it|them)\b/.test(after(place));

/** "for a reasonable period | after your account ends": the start is there already. */
export const hasStart = (place: Place): boolean =>
  /^\s*(?:after|following|from|once|thereafter|afterwards?)\b/.test(after(place));

/** The stretch that a period can take the place of. */
export function exchangeable({ phrase, words, class: name, kind }: RetentionStatement): Place | undefined {
  if (!phrase) return undefined;
  const text = wordsOf(phrase).toLowerCase();
  if (kind === 'table') return phrase;
  switch (name) {
    case 'vague_reasonable':
      // "for a reasonable period", without the event that may follow it
      if (opensSentence(phrase) && /^(?:a|some)\b/.test(text)) return undefined;
      return /^(?:for|within|in|during|only|a|some)\b/.test(text)
        ? { ...phrase, end: words.end > phrase.start ? words.end : phrase.end }
        : undefined;
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
