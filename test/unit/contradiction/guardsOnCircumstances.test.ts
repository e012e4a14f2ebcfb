import assert from 'node:assert/strict';
import { collection } from '../../../server/src/analysis/rules/contradiction/collection';
import { sale } from '../../../server/src/analysis/rules/contradiction/sale';
import { sharing } from '../../../server/src/analysis/rules/contradiction/sharing';
import { use } from '../../../server/src/analysis/rules/contradiction/use';
import { collects, conflict, denies, silence } from './sides';
import { draft, findings, type Said } from './statements';

describe('the guard on whose data and where', () => {
  it('a denial about children', () => {
    silence(
      collection,
      denies({ text: 'We collect no e-mail addresses from children.', subject: 'child' }),
      collects({ text: 'We collect your e-mail address.' }),
    );
  });

  it('both about children', () => {
    conflict(
      collection,
      denies({ text: 'We collect no e-mail addresses from children.', subject: 'child' }),
      collects({ text: "A child's e-mail address is recorded.", subject: 'child' }),
    );
  });

  it('a general denial covers the children', () => {
    conflict(
      collection,
      denies({ text: 'We do not collect e-mail addresses.' }),
      collects({ text: "A child's e-mail address is recorded.", subject: 'child' }),
    );
  });

  it('a sentence about one region', () => {
    silence(
      sale,
      denies({
        text: 'We do not sell data of Californians.',
        action: 'sell',
        region: { id: 'california', origin: 'sentence' },
      }),
      collects({ text: 'We sell e-mail addresses.', action: 'sell' }),
    );
  });

  it('a denial under a heading about one region, against the general text', () => {
    conflict(
      collection,
      denies({ text: 'Not collected: e-mail addresses.', region: { id: 'us', origin: 'heading' } }),
      collects({ text: 'We collect e-mail addresses.' }),
    );
  });

  it('a denial about one product', () => {
    silence(
      collection,
      denies({ text: 'The extension collects no e-mail addresses.', product: 'extension' }),
      collects({ text: 'The app collects e-mail addresses.', product: 'app' }),
    );
  });
});

describe('the guard on the purpose', () => {
  it('another purpose', () => {
    silence(
      use,
      denies({ text: 'No e-mail address serves marketing.', action: 'use', purposes: ['marketing'] }),
      collects({ text: 'We use it for receipts.', action: 'use', purposes: ['service_comms'] }),
    );
  });

  it('a narrower purpose', () => {
    conflict(
      use,
      denies({ text: 'No e-mail address serves marketing.', action: 'use', purposes: ['marketing'] }),
      collects({ text: 'We use e-mail addresses for retargeting.', action: 'use', purposes: ['targeted_advertising'] }),
    );
  });

  it('the purposes of others', () => {
    silence(
      sharing,
      denies({
        text: 'Nobody gets your address for their own marketing.',
        action: 'share',
        recipients: ['third_party'],
        purposes: ['third_party_marketing'],
      }),
      collects({
        text: 'We share e-mail addresses with advertisers for our marketing.',
        action: 'share',
        recipients: ['advertiser'],
        purposes: ['marketing'],
      }),
    );
  });

  it('no use is denied where no purpose is named', () => {
    silence(
      use,
      denies({ text: 'We do not use your e-mail address.', action: 'use' }),
      collects({ text: 'We use your e-mail address.', action: 'use' }),
    );
  });
});

describe('the guard on exceptions', () => {
  const toAdvertisers = collects({
    text: 'We give e-mail addresses to advertisers.',
    action: 'share',
    recipients: ['advertiser'],
  });
  const unless = (exception: NonNullable<Said['exceptions']>[number]): Said =>
    denies({
      text: 'We do not give anyone your e-mail address unless …',
      action: 'share',
      recipients: ['anyone'],
      exceptions: [exception],
    });

  it('law does not cover advertisers', () => conflict(sharing, unless('legal'), toAdvertisers));
  it('law covers courts', () => {
    silence(
      sharing,
      unless('legal'),
      collects({ text: 'We disclose e-mail addresses to courts.', action: 'share', recipients: ['government'] }),
    );
  });
  it('a reference to the rest of the draft covers everything', () =>
    silence(sharing, unless('crossReference'), toAdvertisers));
  it('named recipients cover only themselves', () => {
    conflict(sharing, unless(['recipient', 'shipping']), toAdvertisers);
    silence(sharing, unless(['recipient', 'advertiser']), toAdvertisers);
  });
  it('what the reader hands over does not cover what is logged', () => {
    const denial = denies({
      text: 'No personal data is collected unless you provide it.',
      data: ['personal'],
      exceptions: ['userAction'],
    });
    silence(collection, denial, collects({ text: 'We collect your name.', data: ['name'] }));
    conflict(collection, denial, collects({ text: 'Names are collected automatically.', data: ['name'] }));
  });
  it('a next sentence that opens with "However" draws the line', () => {
    const denial = denies({ text: 'We do not share e-mail addresses.', action: 'share' });
    const said = { action: 'share', recipients: ['advertiser'], follows: true } as const;
    silence(sharing, denial, collects({ text: 'However, advertisers receive them.', ...said }));
    conflict(sharing, denial, collects({ text: 'Advertisers receive them.', ...said }));
  });
});

describe('guards H and I, how and when it is denied', () => {
  const said = collects({ text: 'We collect your e-mail address.' });

  it('"knowingly" is no plain denial', () =>
    silence(
      collection,
      denies({ text: 'We do not knowingly collect e-mail addresses.', modality: 'knowingly' }),
      said,
    ));
  it('"cannot" speaks of an ability', () =>
    silence(collection, denies({ text: 'We cannot see your e-mail address.', modality: 'cannot' }), said));
  it('"for money" limits a sale', () => {
    silence(
      sale,
      denies({ text: 'We do not sell data for money.', action: 'sell', sense: 'forMoney' }),
      collects({ text: 'Some sharing is a "sale".', action: 'sell', sense: 'statutory' }),
    );
  });
  it('a sale in the statute’s sense breaks an unqualified denial, as a warning', () => {
    const [finding] = findings(
      sale,
      draft([
        denies({ text: 'We never sell data.', action: 'sell' }),
        collects({ text: 'Some sharing is a "sale".', action: 'sell', sense: 'statutory' }),
      ]),
    );
    assert.equal(finding?.severity, 'warning');
  });
  it('a denial for one case', () => {
    silence(
      collection,
      denies({ text: 'When you browse, no e-mail address is collected.', conditions: ['userAction'] }),
      said,
    );
  });
  it('a denial for the past year', () => {
    conflict(
      collection,
      denies({ text: 'Over the past year no e-mail address was collected.', conditions: ['time'] }),
      said,
    );
  });
  it('something done with consent is said under a condition', () => {
    const [finding] = findings(
      collection,
      draft([
        denies({ text: 'We collect no e-mail addresses.' }),
        collects({ text: 'With consent we collect e-mail addresses.', conditions: ['consent'] }),
      ]),
    );
    assert.equal(finding?.severity, 'warning');
  });
});
