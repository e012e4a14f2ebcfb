import type { ActiveRegime } from '../../disclosures/types';
import { sweepingWords } from '../../language/grammar';
import type { Policy } from '../../policy';
import { isLocal, isLocalFirst, keepsOffServers, reachesCompany } from '../../practices/localFirst';
import { sentencesIn } from '../../practices/sentences';
import { throughRegions, throughSentences, throughStatements } from '../../practices/throughout';
import type { Statement } from '../../practices/types';

/** Whether a draft says so much that it can be asked for what a regime wants that nobody confirmed. */
export function isAskedOf({ id }: ActiveRegime, policy: Policy): boolean {
  if (id !== 'general') return !saysLittle(policy) && !holdsNothing(policy);
  return !saysLittle(policy) || proseOf(policy).length >= PROSE;
}

/** With fewer statements about the company's own doings a page is a menu, a form or a note beside the policy. */
const LITTLE = 2;

/** A page that only names the law, such as one of links, lacks what its policy says elsewhere. */
function saysLittle(policy: Policy): boolean {
  let own = 0;
  for (const { actor, confidence } of policy.statements) {
    if (actor === 'first_party' && confidence === 'high' && ++own === LITTLE) return false;
  }
  return !makesMost(policy.checklist) && proseOf(policy).length < MUCH_PROSE;
}

/** Tables and sentences about "the Bank" hold no statement of ours, and yet most of what a policy has to say. */
function makesMost(checklist: Policy['checklist']): boolean {
  const asked = checklist.filter(({ regime, status }) => regime !== 'general' && status !== 'notRequired');
  return asked.filter(({ status }) => status === 'present').length * 2 > asked.length;
}

/** With fewer sentences of its own a page leads to others: a menu, a list of links. */
const PROSE = 6;
/** With as many it says a good deal, whether or not its statements could be read. */
const MUCH_PROSE = 20;
const SHORTEST_SENTENCE = 6;

/** What readers look for in every policy they look for in one that collects nothing, too. */
const proseOf = throughSentences((sentence) => {
  const { block, start, end, tokens } = sentence;
  if (block.kind === 'heading' || block.kind === 'cell') return [];
  if (tokens.filter(({ kind }) => kind === 'word').length < SHORTEST_SENTENCE) return [];
  const linked = block.inline
    .filter((span) => span.kind === 'link' && span.start < end && span.end > start)
    .reduce((sum, span) => sum + Math.min(span.end, end) - Math.max(span.start, start), 0);
  return linked * 2 < end - start ? [sentence] : [];
});

/**
 * Whether the company, by its own words, has nobody's data: it denies to collect any, and names none that it does. Rights
 * to data, periods and bases make no sense for who holds none; that a law is named there ("GDPR: nothing is collected")
 * only says the same again.
 */
export const holdsNothing = (policy: Policy): boolean => {
  if (collectsNone(policy).length === 0) return false;
  const some = collectsSome(policy);
  const isLeft = (statement: Statement): boolean => !isLocal(statement) && reachesCompany(statement);
  return (isLocalFirst(policy.statements) ? some.filter(isLeft) : some).length === 0;
};

const collectsNone = throughStatements((statement) =>
  deniesAll(statement) || keepsAllWithReader(statement) ? [statement] : [],
);

/** "All data is stored on your device", "no data is uploaded to our servers". */
function keepsAllWithReader(statement: Statement): boolean {
  const { actor, polarity, confidence, data, dataScope, subject, conditions, exceptions, evidence } = statement;
  if (actor !== 'first_party' || confidence !== 'high' || subject !== 'any' || dataScope.restricted) return false;
  if (conditions.length > 0 || exceptions.length > 0 || evidence.kind !== 'prose') return false;
  if (!data.every(({ id }) => id === 'any_data' || id === 'personal')) return false;
  return polarity === 'denied' ? keepsOffServers(statement) : isLocal(statement) && data.some(isWhole);
}

/** "All data", "everything", "all of your data". */
const isWhole = ({ place: { block, start, end } }: Statement['data'][number]): boolean =>
  /^(?:all|everything)\b/i.test(block.text.slice(start, end)) ||
  /\ball (?:of )?(?:your )?$/i.test(block.text.slice(0, start));

function deniesAll(statement: Statement): boolean {
  const { actor, action, polarity, modality, confidence, evidence, data } = statement;
  if (actor !== 'first_party' || action !== 'collect' || polarity !== 'denied' || confidence !== 'high') return false;
  if (modality !== 'asserts' || statement.conditions.length > 0 || statement.exceptions.length > 0) return false;
  if (statement.subject !== 'any' || statement.dataScope.restricted) return false;
  // what a title denies of the items below is only as wide as each of them
  if (evidence.kind !== 'prose' && evidence.lead) return false;
  return data.some(isAllData);
}

/** "Personal information", "any data", "nothing"; "data" alone is often the end of a narrower name. */
function isAllData({ id, place: { block, start, end } }: Statement['data'][number]): boolean {
  if (id === 'personal') return true;
  const [first = ''] = block.text.slice(start, end).toLowerCase().split(' ', 1);
  return id === 'any_data' && sweepingWords.has(first);
}

/** What leaves readers' devices for the company: data by a name of its own, or data of theirs as a whole. */
const LEAVING: ReadonlySet<Statement['action']> = new Set(['collect', 'share', 'sell', 'ccpaShare', 'retain']);

const collectsSome = throughStatements((statement) => {
  const { actor, action, polarity, confidence, data, dataScope, conditions } = statement;
  if (actor !== 'first_party' || polarity !== 'affirmed' || confidence !== 'high') return [];
  const isKept = action === 'store' && conditions.length === 0;
  if (dataScope.onDevice || (!isKept && !LEAVING.has(action))) return [];
  return data.some(({ id }) => id !== 'any_data' && !id.startsWith('own:')) ? [statement] : [];
});

export const wordCount = (policy: Policy): number => wordCounts(policy).reduce((sum, count) => sum + count, 0);

const wordCounts = throughRegions((region) => [
  sentencesIn(region).reduce((count, { tokens }) => count + tokens.filter(({ kind }) => kind === 'word').length, 0),
]);
