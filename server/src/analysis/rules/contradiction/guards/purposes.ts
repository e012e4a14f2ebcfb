import type { Place } from '../../../document/types';
import { entityGraph, purposeGraph } from '../../../practices/ontologyGraph';
import type { PurposeMention, Statement } from '../../../practices/types';
import type { Claim } from '../pairs/claims';
import type { Guard } from './guard';

/** A denial "for marketing" leaves every other purpose open. */
export const samePurpose: Guard = {
  name: 'same purpose',
  holds({ statement: said, recipient }, { statement: denied }) {
    const denies = denied.purposes.filter(
      ({ id, party, place }) =>
        (id !== 'any_purpose' || party === 'third_party') &&
        // who sells has a commercial purpose
        !(id === 'commercial_purpose' && denied.action === 'sell') &&
        !isNounOfItem(place, denied),
    );
    // "not for any purpose": what is done for none that was read tells nothing
    if (denied.action === 'use' && denied.purposes.some(({ id }) => id === 'any_purpose') && said.purposes.length === 0)
      return false;
    if (denies.length === 0) return true;
    // purposes that the catalogue does not know cannot be compared
    if (denies.every(({ id }) => !purposeGraph.has(id))) return false;
    return denies.some(
      (no) =>
        said.purposes.some((yes) => serves(ofOthers(yes, said, recipient), no)) ||
        isCookieFor(said, no) ||
        isForAdvertiser(recipient, said, no),
    );
  },
};

/** "Advertising cookies" are for advertising, said so or not. */
const isCookieFor = ({ data, action }: Statement, { id }: PurposeMention): boolean =>
  action === 'place' &&
  data.some(
    (mention) =>
      (mention.id === 'advertising_cookie' && purposeGraph.isA('advertising', id)) ||
      (mention.id === 'analytics_cookie' && purposeGraph.isA('analytics_purpose', id)),
  );

/** What an advertising network gets is for advertising, said so or not; so is what a company gets where advertising is spoken of. */
export const isForAdvertiser = (
  recipient: Claim['recipient'],
  { evidence, purposes }: Statement,
  { id, party }: PurposeMention,
): boolean =>
  recipient?.name !== undefined &&
  purposes.length === 0 &&
  party !== 'third_party' &&
  purposeGraph.isA('targeted_advertising', id) &&
  (entityGraph.isA(recipient.id, 'advertiser') ||
    (entityGraph.isA(recipient.id, 'social_network') &&
      evidence.sentence.terms.some(({ kind, ids }) => kind === 'purpose' && ids.some(isAdvertising))));

const isAdvertising = (id: string): boolean => purposeGraph.isA(id, 'advertising');

/** "interactions with advertisements" in a list of types of data: a part of the data, not what it is for. */
const isNounOfItem = (place: Place, { evidence, action }: Statement): boolean =>
  action === 'collect' &&
  (evidence.kind === 'list' || evidence.kind === 'table') &&
  place.block === evidence.place.block;

/** "Retailers use the addresses to send you offers": what others do serves them. */
const ofOthers = (purpose: PurposeMention, { actor }: Statement, recipient: Claim['recipient']): PurposeMention =>
  recipient && entityGraph.isA(actor, 'third_party') ? { ...purpose, party: 'third_party' } : purpose;

function serves(yes: PurposeMention, no: PurposeMention): boolean {
  if (no.party === 'third_party' && yes.party !== 'third_party') return false;
  return purposeGraph.isA(yes.id, no.id);
}
