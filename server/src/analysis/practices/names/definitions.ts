import type { Region } from '../../document/types';
import { kept } from '../../kept';
import { readClauses } from '../../language/clauses';
import type { Sentence, TermMatch, Token, TokenSpan } from '../../language/types';
import { defining } from '../clauses/constructions';
import { sentencesIn } from '../sentences';
import { readSlots } from '../slots/slotReader';
import { placeOf } from '../termPlaces';

import type { LocalDefinition } from '../types';

/**
 * What the draft defines itself: "Personal Information means …", "personal data does not include …",
 * 'vendors and advisers (collectively, "External Parties")'. Sentences about what is collected define nothing.
 */
export const definitionsIn = (region: Region): readonly LocalDefinition[] => sentencesIn(region).flatMap(definitionsOf);

const definitionsOf = kept((sentence: Sentence): readonly LocalDefinition[] => {
  const found = [...verbDefinitions(sentence), ...collectiveDefinitions(sentence)];
  return found.length > 0 ? found : none;
});

const none: readonly LocalDefinition[] = [];

function verbDefinitions(sentence: Sentence): LocalDefinition[] {
  const found: LocalDefinition[] = [];
  for (const clause of readClauses(sentence)) {
    if (clause.embedding !== 'main' || !clause.subject || clause.passive || !defining.has(clause.base)) continue;
    const { subject } = clause;
    const term = sentence.terms.find(
      (match) => match.kind === 'data' && match.last === subject.last && match.first >= subject.first,
    );
    if (!term || !onlyTerm(sentence, subject, term)) continue;
    const slots = readSlots(clause);
    const ids = slots.data.flatMap((match) => match.ids).filter((id) => !term.ids.includes(id) && id !== 'any_data');
    const excluded = clause.negated !== (clause.base === 'exclude');
    const exceptions = slots.exceptions.flatMap((exception) =>
      exception.terms.filter((match) => match.kind === 'data').flatMap((match) => match.ids),
    );
    if (ids.length === 0 && exceptions.length === 0) continue;
    found.push({
      term: words(sentence, term),
      place: placeOf(sentence, { first: 0, last: sentence.tokens.length - 1 }),
      includes: excluded ? [] : ids,
      excludes: excluded ? ids : exceptions,
    });
  }
  return found;
}

/** The subject is the bare term, at most with a determiner, quotation marks or "the term". */
function onlyTerm(sentence: Sentence, subject: TokenSpan, term: TermMatch): boolean {
  return (
    sentence.tokens
      .slice(subject.first, term.first)
      .every(
        (token: Token) =>
          token.kind === 'punctuation' ||
          token.kind === 'symbol' ||
          /^(?:the|term|a|our|word|for|purposes|of|this|policy|notice|as|used|in|,)$/.test(token.lower),
      ) && subject.last - term.last <= 1
  );
}

/** 'vendors, consultants and service providers (collectively referred to as "External Parties")'. */
function collectiveDefinitions(sentence: Sentence): LocalDefinition[] {
  const { tokens } = sentence;
  const found: LocalDefinition[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const word = (tokens[i] as Token).lower;
    if (
      tokens[i - 1]?.lower !== '(' ||
      (word !== 'collectively' &&
        word !== 'together' &&
        word !== 'hereinafter' &&
        word !== 'hereafter' &&
        word !== 'jointly')
    )
      continue;
    const quote = sentence.block.inline.find(
      (span) =>
        span.kind === 'quote' &&
        span.start >= (tokens[i] as Token).start &&
        span.start < (tokens[i] as Token).start + 80,
    );
    if (!quote) continue;
    const members = sentence.terms.filter(
      (term) =>
        term.last < i &&
        i - term.last < 30 &&
        (term.kind === 'entity' || term.kind === 'data') &&
        !term.ids.includes('data_subject') &&
        !term.ids.includes('first_party'),
    );
    const kind = members[members.length - 1]?.kind;
    const includes = members.filter((term) => term.kind === kind).flatMap((term) => term.ids);
    if (includes.length > 0)
      found.push({
        term: sentence.block.text
          .slice(quote.start, quote.end)
          .replace(/["“”'‘’.,]/g, '')
          .trim(),
        place: { block: sentence.block, start: quote.start, end: quote.end },
        includes,
        excludes: [],
      });
  }
  return found;
}

const words = (sentence: Sentence, term: TermMatch): string =>
  sentence.block.text.slice((sentence.tokens[term.first] as Token).start, (sentence.tokens[term.last] as Token).end);
