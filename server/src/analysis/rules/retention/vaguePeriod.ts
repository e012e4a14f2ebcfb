import { wordsOf } from '../../document/place';
import type { Block } from '../../document/types';
import { addCategories, addPeriod, nameLaw, replaceWithPeriod } from '../../fixes/retentionPeriod';
import type { Policy } from '../../policy';
import { collectedCategories } from '../../practices/retention/coverage';
import type { RetentionStatement } from '../../practices/types';
import type { Severity } from '../../severity';
import type { Fix, Rule } from '../types';
import { isCompleted, isGeneral, isVague, nounsOf } from './completed';
import { severityFor } from './regimes';
import { isSettled } from './settled';
import { quoted, STORAGE_PERIOD } from './wording';

/**
 * A retention sentence from which a reader cannot work out how long data is kept.
 * WP260 rev.01, annex: the period has to be phrased so that readers can assess it from their own situation; a generic
 * necessity statement is not enough (CNIL SAN-2022-020; DPC IN-18-12-2, paras 458-462). A bare formula is an error where
 * you confirmed a law that asks for periods, and an information where no such law applies.
 */
export const vaguePeriod: Rule = {
  id: 'retention/vague-period',
  aliases: ['CR-043'],
  title: 'Words on how long data is kept from which no reader can work out a period',
  severity: 'warning',
  citations: STORAGE_PERIOD,
  *check({ policy }) {
    const open = policy.retention.filter(
      (statement) =>
        isVague(statement) && !isSentOn(statement) && !isSettled(statement) && !isCompleted(statement, policy),
    );
    for (const [statement, ...alike] of byParagraph(open)) {
      yield {
        place: statement.words,
        message: messageFor(statement),
        ...severityFor(policy, severityOf(statement)),
        related: alike.map(({ words }) => ({ place: words, message: `the same is open here: ${quoted(words)}` })),
        fixes: (draft) => fixesFor(statement, draft),
      };
    }
  },
};

/**
 * What a paragraph says of the same data, or of data in general, is one finding: a period in one of its sentences settles
 * the others too.
 */
function byParagraph(open: readonly RetentionStatement[]): RetentionStatement[][] {
  const groups: RetentionStatement[][] = [];
  const known = new Map<string, RetentionStatement[]>();
  let block: Block | undefined;
  for (const statement of open) {
    if (statement.words.block !== block) known.clear();
    block = statement.words.block;
    const about = isGeneral(statement) ? '' : nounsOf(statement).join();
    const group = known.get(about);
    if (group) group.push(statement);
    else {
      const made = [statement];
      known.set(about, made);
      groups.push(made);
    }
  }
  return groups;
}

/** "for the length of time described in our Retention section", "our practices are described above": the words there are judged where they stand. */
const isSentOn = ({ words: { block, end } }: RetentionStatement): boolean =>
  /\b(?:described|set out|specified|stated|listed|explained|indicated|given)(?: in)? ?$/i.test(
    block.text.slice(Math.max(0, end - 20), end),
  )
    ? /^[^.;:]{0,60}\b(?:section|table|schedule|annex|below)\b/i.test(block.text.slice(end, end + 80))
    : /^ (?:is|are) (?:described|set out|explained|listed|given) [^.;:]{0,40}\b(?:section|table|above|below)\b/i.test(
        block.text.slice(end, end + 80),
      );

/** A criterion at least says what counts; a bare formula says nothing. */
const severityOf = ({ verdict, class: name }: RetentionStatement): Severity =>
  verdict === 'weak criteria' || name === 'event' ? 'warning' : 'error';

function messageFor(statement: RetentionStatement): string {
  const words = quoted(statement.words);
  switch (statement.class) {
    case 'vague_law':
      if (!namesLaw(statement)) break;
      return `${words} names no law and no period, so readers cannot look up when this ends. Name the law and how long it asks for.`;
    case 'criteria_specific':
      return `${words}: readers learn what is weighed, not how long anything is kept. Add the outcome for each kind of data.`;
    case 'discretion':
      return `${words} leaves the end to you, so readers cannot know it. Name a period and what starts it.`;
    case 'absent':
      return `${words}: how long data is kept has to be said here, not on request. Name a period and what starts it.`;
    case 'event':
      return `${words} takes back the end that was just named: readers no longer know when it comes. Name how long after it.`;
    default:
  }
  if (TURNS_ON.test(wordsOf(statement.words)))
    return `${words}: readers learn what the period turns on, not how long it is. Give it for each kind of data.`;
  return `${words} tells no reader when this ends. Name a period and what starts it, such as “24 months after the last order”.`;
}

const TURNS_ON = /^(?:depends?|var(?:y|ies)|differs?|based|contingent)\b/i;

/** "as required by law"; not "to prevent fraud", which is of the same class. */
const namesLaw = ({ words, phrase }: RetentionStatement): boolean =>
  /law|legal|regulat|statut|obligat|compl(?:y|iance)/i.test(wordsOf(phrase ?? words));

/** "We keep all data …": a line for each kind of data takes its place. */
function splitByCategory(statement: RetentionStatement, policy: Policy): Fix | undefined {
  return isGeneral(statement) && collectedCategories(policy).length > 1 ? addCategories(statement, policy) : undefined;
}

function fixesFor(statement: RetentionStatement, policy: Policy): Fix[] {
  const named =
    statement.class === 'vague_law' && namesLaw(statement) ? nameLaw(statement) : replaceWithPeriod(statement);
  return [named ?? addPeriod(statement), splitByCategory(statement, policy)].filter(
    (fix): fix is Fix => fix !== undefined,
  );
}
