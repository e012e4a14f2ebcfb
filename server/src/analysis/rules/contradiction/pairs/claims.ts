import { companyRoles } from '../../../catalogue/ontology/terms';
import type { Place } from '../../../document/types';
import type { Token } from '../../../language/types';
import { dataGraph, entityGraph } from '../../../practices/ontologyGraph';
import type { Action, EntityId, Mention, RecipientMention, Statement } from '../../../practices/types';

/** One thing that a statement says of one type of data and one recipient: what is compared. */
export interface Claim {
  readonly statement: Statement;
  readonly action: Action;
  readonly actor: EntityId;
  readonly data: Mention;
  /** Undefined where nobody is named. */
  readonly recipient?: RecipientMention;
  /** Follows from what is said, but is not itself said ("we share names": names were collected). */
  readonly derived: boolean;
  /** Phrases that limit a denial, where it was read for what is limited alike. */
  readonly narrowedTo?: readonly (readonly Token[])[];
}

/** A sentence that names 30 types and 30 recipients says no 900 things worth comparing. */
const MOST_CLAIMS = 200;

/** "your e-mail address", "customers' names" */
export const isReaders = ({ block, start, end }: Place): boolean =>
  /\b(?:your|their|users?['’]s?|customers?['’]s?)\s(?:\S+\s)?$/i.test(
    block.text.slice(Math.max(0, start - 24), start),
  ) || /^your\s/i.test(block.text.slice(start, end));

/** "children's data" is personal data of a child; who sells or shares cookies hands over what they record. */
function meant({ id, place }: Mention, { subject, action, polarity, dataScope, actor, actorName }: Statement): string {
  // "your data" is data about the reader, whatever a denial of "personal data" calls it
  if (id === 'any_data' && polarity === 'affirmed' && !dataScope.aggregate && isReaders(place)) return 'personal';
  if (id === 'child_data' && subject === 'child') return 'personal';
  if ((action === 'sell' || action === 'share' || action === 'ccpaShare') && dataGraph.isA(id, 'cookie_data'))
    return 'internet_activity';
  // an advertiser's cookies serve advertising, what measures the audience serves analytics
  if (action === 'place' && polarity === 'affirmed' && id === 'cookie') return cookieOf(actor, actorName) ?? id;
  return id;
}

function cookieOf(actor: EntityId, name: string | undefined): string | undefined {
  if (entityGraph.isA(actor, 'advertiser')) return 'advertising_cookie';
  if (entityGraph.isA(actor, 'analytics')) return 'analytics_cookie';
  const roles = name === undefined ? undefined : companyRoles.get(name);
  return roles?.includes('advertiser') || roles?.includes('analytics') ? 'tracking_cookie' : undefined;
}

/** "Sensitive information (data that …)": a wide word in brackets explains the narrower one before them. */
function explains({ id, place }: Mention, { data }: Statement): boolean {
  const title = data[0];
  if (!title || title.id === id || title.place.block !== place.block || title.place.end > place.start) return false;
  return dataGraph.isA(title.id, id) && place.block.text.slice(title.place.end, place.start).includes('(');
}

/** What a statement says of each type of data and each recipient it names. */
export function claimsOf(statement: Statement): Claim[] {
  const recipients: readonly (RecipientMention | undefined)[] =
    statement.recipients.length > 0 ? statement.recipients : [undefined];
  const claims: Claim[] = [];
  for (const named of statement.data) {
    if (explains(named, statement)) continue;
    const data = { ...named, id: meant(named, statement) };
    for (const recipient of recipients) {
      claims.push({
        statement,
        action: statement.action,
        actor: statement.actor,
        data,
        derived: false,
        ...(recipient && { recipient }),
      });
      if (claims.length === MOST_CLAIMS) return claims;
    }
  }
  return claims;
}
