import catalogue from '../../catalogue/contradiction.yaml';
import { wordsOf } from '../../document/place';
import { kept } from '../../kept';
import type { Token } from '../../language/types';
import { isDataRoot } from '../../practices/generalData';
import type { Statement } from '../../practices/types';
import type { Claim } from './claims';
import { presupposesCollection } from './presupposed';
import { isLocal, isOfStaying } from './sweeping';

const { reaching } = catalogue as unknown as {
  readonly reaching: { readonly verbs: readonly string[]; readonly ours: readonly string[] };
};
const verbs = new Set(reaching.verbs);
const ours = new Set(reaching.ours);
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'when', 'whenever', 'once', 'unless', 'until']);
/** How many words may stand between "our" and "servers". */
const REACH = 2;

/**
 * A draft that says of its data that it stays on the reader's device ("your notes never leave your phone", "settings
 * are stored locally"). There, what "is collected", "is used" or stands below "Information you enter" stays on the
 * device too, unless the draft says that the company gets it.
 */
export const isLocalFirst = (statements: readonly Statement[]): boolean => statements.some(saysLocal);

const saysLocal = kept(
  (statement: Statement) => isOfStaying(statement) || isLocal(statement) || keepsOffServers(statement),
);

/** "No data is sent to our servers", but not "card numbers are not stored on our servers". */
const keepsOffServers = ({ polarity, data, evidence: { sentence } }: Statement): boolean =>
  polarity === 'denied' &&
  data.some(({ id }) => isDataRoot(id)) &&
  sentence.tokens.some(({ lemma }) => lemma === 'server');

/** Shared with an app that the reader chose: that does not make it collected. */
export const isMereConsequence = ({ derived, action }: Claim): boolean => derived && action === 'collect';

/** Whether a statement says that data reaches the company or somebody else, not just the reader's own device. */
export const reachesCompany = kept((statement: Statement): boolean => {
  const { action, actor, recipients, evidence } = statement;
  if (recipients.length > 0 || actor !== 'first_party' || presupposesCollection(statement)) return true;
  if (action === 'use') return false;
  if (action !== 'collect' && action !== 'store' && action !== 'retain') return true;
  const { sentence, place, lead } = evidence;
  const until = sentence.tokens.findIndex(({ lower }, i) => i > 0 && CONDITIONS.has(lower));
  const before = sentence.tokens.filter(({ end }, i) => end <= place.end && (until < 0 || i < until));
  return before.some(isReaching) || (lead !== undefined && /\b(?:we|us)\b/i.test(wordsOf(lead)));
});

/** "we", "us", "our servers", "uploads". */
const isReaching = ({ lower, verb }: Token, i: number, tokens: readonly Token[]): boolean =>
  lower === 'we' ||
  lower === 'us' ||
  (lower === 'our' && tokens.slice(i + 1, i + 1 + REACH).some(({ lemma }) => ours.has(lemma))) ||
  (verb !== undefined && verbs.has(verb.base));
