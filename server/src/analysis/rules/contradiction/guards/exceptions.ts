import cues from '../../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordList, wordLists, wordSet } from '../../../catalogue/read';
import { wordsOf } from '../../../document/place';
import type { Block, Place } from '../../../document/types';
import { kept } from '../../../kept';
import type { Sentence, Token } from '../../../language/types';
import { passesOn } from '../../../practices/clauses/actions';
import { pointingDeterminers } from '../../../practices/clauses/constructions';
import { isDataRoot } from '../../../practices/generalData';
import type { DraftGraphs } from '../../../practices/names/localDefinitions';
import { purposeGraph } from '../../../practices/ontologyGraph';
import { sentencesOf } from '../../../practices/sentences';
import type { Exception, Statement } from '../../../practices/types';
import type { Claim } from '../pairs/claims';

const { volunteered, unattended, beforeConsent, openExceptions, joined } = readCatalogue(
  cues,
  wordLists('volunteered', 'unattended', 'beforeConsent', 'openExceptions', 'joined'),
);
const strangers = readCatalogue(cues, part('consent.strangers', wordList));
const asking = readCatalogue(cues, part('consent.asking', wordSet));
const ownEnds = readCatalogue(cues, part('ownEnds', wordSet));
const openException = new RegExp(`\\b(?:${openExceptions.join('|')})`);
const isJoined = new RegExp(`\\b(?:you|user|customer|they)s? (?:are|is|have|has) (?:been )?(?:${joined.join('|')})\\b`);

/** Whether a denial itself leaves out what is said. A reference to other parts of the draft leaves out anything. */
export function leavesOut(denied: Statement, said: Claim, graphs: DraftGraphs): boolean {
  const early = isBeforeConsent(said.statement);
  return denied.exceptions.some((exception) => !(early && isOfConsent(exception)) && covers(exception, said, graphs));
}

function covers(exception: Exception, said: Claim, graphs: DraftGraphs): boolean {
  const { statement } = said;
  if (isOfConsent(exception)) return !isWithoutConsent(said, graphs);
  // "unless you join our affiliate programme" names affiliates, but leaves out a case
  if (exception.kind !== 'legal' && exception.kind !== 'userAction' && lower(exception.place).startsWith('unless'))
    return true;
  // "other than as this policy says, or where the law asks for it", "unless we have a legal basis": whatever follows
  if (openException.test(lower(exception.place))) return true;
  // "without complying with the law" says how, not that the law asks for it
  if (exception.kind === 'legal' && lower(exception.place).startsWith('without')) return true;
  switch (exception.kind) {
    case 'consent':
    case 'crossReference':
    case 'necessity':
    case 'other':
      return true;
    case 'legal':
      return isLegal(said, graphs);
    case 'userAction':
      return coversVolunteered(exception, statement);
    case 'recipient':
      return (
        exception.ids.length === 0 ||
        said.recipient === undefined ||
        // "except with Acme": whatever it does for us
        (said.recipient.name !== undefined && wordsOf(exception.place).includes(said.recipient.name)) ||
        // "this does not include trusted third parties", and "third parties abroad": those, for all that is said
        (said.recipient.id === 'third_party' && NAMES_PARTIES.test(wordsOf(exception.place))) ||
        exception.ids.some((id) => graphs.entities.isA(said.recipient?.id ?? 'anyone', id))
      );
    case 'purpose':
      return (
        exception.ids.length === 0 ||
        statement.purposes.length === 0 ||
        statement.purposes.some(({ id }) => exception.ids.some((wider) => purposeGraph.isA(id, wider)))
      );
    case 'data':
      return (
        exception.ids.length === 0 ||
        // "no data except payment data" and "your data is stored": it may be that
        isDataRoot(said.data.id) ||
        exception.ids.some((id) => graphs.data.isA(said.data.id, id) || isOn(said, id))
      );
  }
}

const NAMES_PARTIES = /\bpart(?:y|ies)\b/i;

/**
 * "The only exception is an order that the maker ships. In that case your address is handed on", "…. That is the only case
 * in which we do so": what is said is told as an exception, so that the denial stands wherever it was made.
 */
export const isToldAsException = kept(({ evidence: { sentence } }: Statement): boolean => {
  const told = sentencesOf(sentence.block);
  const before = told[sentence.index - 1];
  return (
    namesException(sentence) ||
    (before !== undefined && namesException(before)) ||
    told.slice(sentence.index + 1).some(closesCases)
  );
});

/** "The only exception is …", not "without exception". */
function namesException({ tokens }: Sentence): boolean {
  const at = tokens.slice(0, OPENING).findIndex(({ lemma }) => lemma === 'exception');
  return at >= 0 && !/^(?:no|without)$/.test(tokens[at - 1]?.lower ?? '');
}
/** In tokens. */
const OPENING = 6;

/** "That is the only situation in which we hold your data" */
const closesCases = ({ tokens }: Sentence): boolean => {
  const only = tokens.slice(0, OPENING).findIndex(isOnly);
  return pointingDeterminers.has(tokens[0]?.lower ?? '') && tokens[1]?.verb?.base === 'be' && isOnlyCase(tokens, only);
};

export const isOnly = ({ lower }: Token): boolean => lower === 'only' || lower === 'sole';

/** "only situation", "sole exception" */
export const isOnlyCase = (tokens: readonly Token[], only: number): boolean =>
  only >= 0 && loneCases.has(tokens[only + 1]?.lemma ?? '');
const loneCases = readCatalogue(cues, part('ownAccord.cases', wordSet));

/** "The information is stored" below "Payment data" is payment data. */
const isOn = ({ statement: { evidence } }: Claim, id: string): boolean => {
  const { heading } = evidence.place.block.section;
  return heading !== undefined && sentencesOf(heading).some(({ terms }) => terms.some(({ ids }) => ids.includes(id)));
};

/** Whether law asks for what is said. */
export function isLegal(said: Claim, graphs: DraftGraphs): boolean {
  return (
    said.statement.conditions.some(({ kind }) => kind === 'legal') ||
    said.statement.purposes.some(({ id }) => purposeGraph.isA(id, 'legal_purpose')) ||
    (said.recipient !== undefined && graphs.entities.isA(said.recipient.id, 'government'))
  );
}

/** "to protect our rights": the company's own ends, which no law demands. */
export const isForOwnEnds = ({ statement: { conditions, purposes, recipients } }: Claim): boolean =>
  conditions.length === 0 &&
  recipients.every(({ id }) => id !== 'government') &&
  purposes.some(({ place }) =>
    wordsOf(place)
      .toLowerCase()
      .split(' ')
      .some((word) => ownEnds.has(word)),
  );

/** "unless you provide it" covers whatever is asked for, "unless you contact us" what is done then; neither covers logging. */
function coversVolunteered(exception: Exception, said: Statement): boolean {
  if (said.conditions.some(({ kind }) => kind === 'userAction' || kind === 'consent')) return true;
  // "unless you are logged in": who is one of the users is left out with all that is theirs
  const words = lower(exception.place);
  if (isJoined.test(words)) return true;
  return !isUnattended(said) && volunteered.some((word) => words.includes(word));
}

/** "every visit is logged": recorded without the reader's doing. */
export function isUnattended({ evidence: { sentence } }: Statement): boolean {
  const text = sentence.block.text.slice(sentence.start, sentence.end).toLowerCase();
  return unattended.some((word) => text.includes(word));
}

/** "as soon as you open the app", "whatever you choose": nobody was asked. */
export const isBeforeConsent = kept(({ evidence: { sentence } }: Statement): boolean => {
  const text = ` ${sentence.tokens.map((token) => token.lower).join(' ')} `;
  return beforeConsent.some((words) => text.includes(` ${words} `));
});

/**
 * "We share your address with advertisers", and not a word around it on consent or choice: nothing tells that anybody is
 * asked. Who works for the company, and whom the law knows, is understood.
 */
export function isWithoutConsent({ statement, action, recipient }: Claim, { entities }: DraftGraphs): boolean {
  if (!passesOn(action) || statement.conditions.length > 0 || statement.exceptions.length > 0) return false;
  const sold = statement.action === 'sell';
  if (!sold && !strangers.some((id) => entities.isA(recipient?.id ?? 'anyone', id))) return false;
  return !statement.evidence.place.block.section.blocks.some(speaksOfConsent);
}

const speaksOfConsent = kept((block: Block): boolean =>
  sentencesOf(block).some(({ tokens }) => tokens.some(({ lower, lemma }) => asking.has(lower) || asking.has(lemma))),
);

/** Consent that is asked for: "unless you agree", not "unless you opt out". */
export const isOfConsent = ({ kind, place }: Exception): boolean => kind === 'consent' && !/\bout\b/.test(lower(place));

const lower = (place: Place): string => wordsOf(place).toLowerCase();
