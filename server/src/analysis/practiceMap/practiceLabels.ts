import { wordsOf } from '../document/place';
import { passesOn } from '../practices/clauses/actions';
import { isForPrice } from '../practices/clauses/saleSense';
import { entityGraph, purposeGraph } from '../practices/ontologyGraph';
import type { Action, Mention, Statement } from '../practices/types';

/** What the cells of the practice map say, in a few words. */

const not = ({ polarity }: Statement): string => (polarity === 'denied' ? 'not ' : '');

const recipientVerbs: Readonly<Partial<Record<Action, readonly [alone: string, withName: string]>>> = {
  share: ['shared', 'shared with '],
  sell: ['sold', 'sold to '],
  ccpaShare: ['shared for cross-context advertising', 'shared for cross-context advertising with '],
  allow: ['collected by others', 'collected by '],
};

/** Sharing is what the column is about, so that it names the recipient only; a sale or a denial is worth a word. */
export function recipientLabels(statement: Statement): string[] {
  const { action, polarity, recipients } = statement;
  const [alone, withName] = recipientVerbs[action] ?? ['shared', 'shared with '];
  if (recipients.length === 0) return [not(statement) + alone];
  const lead = action === 'share' && polarity === 'affirmed' ? '' : not(statement) + withName;
  return [...new Set(recipients.map(({ id, name }) => lead + (name ?? entityGraph.label(id))))];
}

export function purposeLabel({ id, place }: Mention, statement: Statement): string {
  const isKnown = id !== 'other' && id !== 'any_purpose';
  const label = isKnown ? purposeGraph.label(id) : wordsOf(place).replace(/(?<![\s.,;:])[\s.,;:]+$/, '');
  return statement.polarity === 'denied' ? `not for ${label}` : label;
}

export function sourceLabel(statement: Statement): string {
  const { action, source, channel } = statement;
  if (action === 'place') return `${not(statement)}placed on the device`;
  const from = source === undefined ? '' : ` from ${source === 'data_subject' ? 'you' : entityGraph.label(source)}`;
  return `${not(statement)}collected${from}${channel ? ` through ${channel}` : ''}`;
}

const subjects: Readonly<Record<Exclude<Statement['subject'], 'any'>, string>> = {
  child: 'children',
  applicant: 'applicants',
  employee: 'staff',
  business: 'business contacts',
  visitor: 'visitors',
};
const regions: Readonly<Record<Exclude<Statement['region']['id'], 'any' | 'other'>, string>> = {
  california: 'California',
  us: 'United States',
  eea: 'EEA',
  uk: 'United Kingdom',
  brazil: 'Brazil',
  canada: 'Canada',
  australia: 'Australia',
};

/** What narrows a statement, a few words each. */
export function limitsOf(statement: Statement): string[] {
  const { action, sense, subject, region, product, conditions, exceptions, modality } = statement;
  return [
    modality === 'knowingly' ? 'knowingly' : undefined,
    subject === 'any' ? undefined : subjects[subject],
    region.id === 'any' || region.id === 'other' ? undefined : regions[region.id],
    product,
    conditions.some(({ kind }) => kind === 'consent') ? 'with consent' : undefined,
    exceptions.length > 0 ? 'with exceptions' : undefined,
    isForPrice(sense) && passesOn(action) ? 'for a price' : undefined,
  ].filter((limit) => limit !== undefined);
}
