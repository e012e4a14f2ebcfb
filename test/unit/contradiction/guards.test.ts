import assert from 'node:assert/strict';
import { collection } from '../../../server/src/analysis/rules/contradiction/collection';
import { sale } from '../../../server/src/analysis/rules/contradiction/sale';
import { sharing } from '../../../server/src/analysis/rules/contradiction/sharing';
import { use } from '../../../server/src/analysis/rules/contradiction/use';
import type { Rule } from '../../../server/src/analysis/rules/types';
import { draft, findings, type Said } from './statements';

const collects = (said: Partial<Said> & { text: string }): Said => ({ data: ['email'], ...said });
const denies = (said: Partial<Said> & { text: string }): Said => ({ polarity: 'denied', data: ['email'], ...said });

function conflict(rule: Rule, ...said: Said[]): void {
  assert.equal(findings(rule, draft(said)).length, 1, 'a contradiction');
}

function silence(rule: Rule, ...said: Said[]): void {
  assert.deepEqual(
    findings(rule, draft(said)).map(({ message }) => message),
    [],
  );
}

describe('contradictions: what is compared', () => {
  it('the same data said and denied', () => {
    conflict(
      collection,
      denies({ text: 'We do not collect e-mail addresses.' }),
      collects({ text: 'We collect your e-mail address.' }),
    );
  });

  it('denied data that is wider than what is said', () => {
    conflict(
      collection,
      denies({ text: 'No identifiers are collected.', data: ['identifier'] }),
      collects({ text: 'Your e-mail address is recorded.' }),
    );
  });

  it('not denied data that is narrower: it limits the general statement', () => {
    silence(
      collection,
      denies({ text: 'We never collect telephone numbers.', data: ['phone'] }),
      collects({ text: 'We collect contact details.', data: ['contact'] }),
    );
  });

  it('not data that merely touches the denied', () => {
    silence(
      collection,
      denies({ text: 'We do not collect names.', data: ['name'] }),
      collects({ text: 'We collect your e-mail address.' }),
    );
  });

  it('not aggregated data with personal data', () => {
    silence(
      sharing,
      denies({
        text: 'We do not share personal data with partners.',
        action: 'share',
        data: ['personal'],
        recipients: ['business_partner'],
      }),
      collects({
        text: 'We share aggregated statistics with partners.',
        action: 'share',
        data: ['non_personal'],
        recipients: ['business_partner'],
      }),
    );
  });
});

describe('guard A, the action', () => {
  it('keeping something is collecting it', () => {
    conflict(
      collection,
      denies({ text: 'We do not collect e-mail addresses.' }),
      collects({ text: 'E-mail addresses are kept in our database.', action: 'store' }),
    );
  });

  it('sharing with a host is no sale', () => {
    silence(
      sale,
      denies({ text: 'We do not sell your e-mail address.', action: 'sell' }),
      collects({ text: 'We share your e-mail address with our host.', action: 'share', recipients: ['hosting'] }),
    );
  });

  it('selling is sharing', () => {
    conflict(
      sharing,
      denies({ text: 'Your e-mail address is never shared.', action: 'share' }),
      collects({ text: 'E-mail addresses are sold to brokers.', action: 'sell', recipients: ['data_broker'] }),
    );
  });

  it('collecting is not keeping', () => {
    silence(
      collection,
      denies({ text: 'We do not store e-mail addresses.', action: 'store' }),
      collects({ text: 'The form asks for your e-mail address.' }),
    );
  });

  it('using a sensor is collecting what it reads, one step of thought away', () => {
    const [finding] = findings(
      collection,
      draft([
        denies({ text: 'Lumen does not collect location data.', data: ['location: location data'] }),
        collects({ text: 'Lumen uses the GPS sensor.', action: 'use', data: ['precise_location: GPS sensor'] }),
      ]),
    );
    assert.equal(finding?.severity, 'warning');
  });
});

describe('guard B, who acts and who receives', () => {
  it('a denial about the company leaves others free', () => {
    silence(
      collection,
      denies({ text: 'We do not collect card numbers.', data: ['card_number'] }),
      collects({ text: 'Stripe collects your card number.', actor: 'payment_processor', data: ['card_number'] }),
    );
  });

  it('a denial about third parties holds for each of them', () => {
    conflict(
      collection,
      denies({ text: 'Third parties collect no e-mail addresses here.', actor: 'third_party' }),
      collects({ text: 'Advertisers collect your e-mail address.', actor: 'advertiser' }),
    );
  });

  it('couriers are someone', () => {
    conflict(
      sharing,
      denies({
        text: 'We share your details with no one.',
        action: 'share',
        data: ['personal'],
        recipients: ['anyone'],
      }),
      collects({ text: 'Names go to the courier.', action: 'share', data: ['name'], recipients: ['shipping'] }),
    );
  });

  it('affiliates are not third parties', () => {
    silence(
      sharing,
      denies({
        text: 'Third parties do not get your e-mail address from us.',
        action: 'share',
        recipients: ['third_party'],
      }),
      collects({
        text: 'Our subsidiaries receive your e-mail address.',
        action: 'share',
        recipients: ['corporate_family'],
      }),
    );
  });

  it('processors may be meant by "third parties" or not: worth an information', () => {
    const [finding] = findings(
      sharing,
      draft([
        denies({
          text: 'We do not pass e-mail addresses to third parties.',
          action: 'share',
          recipients: ['third_party'],
        }),
        collects({
          text: 'E-mail addresses are transmitted to our mailing service.',
          action: 'share',
          recipients: ['email_provider'],
        }),
      ]),
    );
    assert.equal(finding?.severity, 'information');
  });

  it('data given to the reader is not shared', () => {
    silence(
      sharing,
      denies({ text: 'We share nothing.', action: 'share' }),
      collects({ text: 'We send you your e-mail address.', action: 'share', recipients: ['data_subject'] }),
    );
  });
});

describe('guard C, contested terms', () => {
  const pair = [
    denies({ text: 'We gather no personal information.', data: ['personal: personal information'] }),
    collects({ text: 'Our server logs IP addresses.', data: ['ip_address: IP addresses'] }),
  ];

  it('an IP address is personal under GDPR, though many drafts deny it: an information', () => {
    const [finding] = findings(collection, draft(pair));
    assert.equal(finding?.severity, 'information');
    assert.match(finding?.message ?? '', /under GDPR and CCPA, IP addresses belong to/);
  });

  it('a warning where GDPR applies', () => {
    const [finding] = findings(collection, draft(pair, [], [{ id: 'gdpr', source: 'option', state: 'active' }]));
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding?.regime, 'gdpr');
  });

  it('an error where the draft itself calls IP addresses personal information', () => {
    const policy = draft(pair);
    const place = policy.statements[0]?.evidence.place;
    assert.ok(place);
    const [finding] = findings(collection, {
      ...policy,
      definitions: [{ term: 'Personal Information', place, includes: ['ip_address'], excludes: [] }],
    });
    assert.equal(finding?.severity, 'error');
  });

  it('nothing where the draft takes IP addresses out of personal information', () => {
    const policy = draft(pair);
    const place = policy.statements[0]?.evidence.place;
    assert.ok(place);
    assert.deepEqual(
      findings(collection, {
        ...policy,
        definitions: [{ term: 'Personal Information', place, includes: [], excludes: ['ip_address'] }],
      }),
      [],
    );
  });
});

describe('guard D, part of the data', () => {
  it('a denial about one channel', () => {
    silence(
      collection,
      denies({ text: 'Our cookies do not collect e-mail addresses.', channel: 'cookies' }),
      collects({ text: 'The form collects your e-mail address.' }),
    );
  });

  it('a denial about one source', () => {
    silence(
      collection,
      denies({ text: 'We obtain no e-mail addresses from brokers.', source: 'data_broker' }),
      collects({ text: 'You give us your e-mail address.', source: 'data_subject' }),
    );
  });

  it('both about the same channel', () => {
    conflict(
      collection,
      denies({ text: 'Our cookies hold no e-mail addresses.', channel: 'cookies' }),
      collects({ text: 'Cookies record your e-mail address.', channel: 'cookies' }),
    );
  });

  it('data that never leaves the device', () => {
    silence(
      collection,
      denies({ text: 'Photos on your phone stay there.', data: ['photo'], dataScope: { onDevice: true } }),
      collects({ text: 'We collect photos you upload.', data: ['photo'] }),
    );
  });
});

describe('guard E, whose data and where', () => {
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

describe('guard F, the purpose', () => {
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

describe('guard G, exceptions', () => {
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

describe('one finding for one denial', () => {
  const policy = draft([
    denies({ text: 'Identifiers are not collected.', data: ['identifier: Identifiers'] }),
    collects({ text: 'You type in your user name.', data: ['alias: user name'] }),
    collects({
      text: 'We record your telephone number and e-mail address.',
      data: ['phone: telephone number', 'email: e-mail address'],
    }),
  ]);

  it('names every place that breaks it, the clearest first', () => {
    const [finding, ...rest] = findings(collection, policy);
    assert.deepEqual(rest, []);
    assert.deepEqual(
      finding?.related?.map(({ place }) => place.block.text.slice(place.start, place.end)),
      ['user name', 'telephone number', 'e-mail address'],
    );
  });

  it('speaks in the words of the draft and says how the types are linked', () => {
    assert.equal(
      findings(collection, policy)[0]?.message,
      '“Identifiers” are said not to be collected here, but “user name” is collected (and 2 more); user names belong to identifiers. Limit the denial to what is truly left alone, or drop the other statement.',
    );
  });

  it('leaves a hint on each sentence of the other side', () => {
    const hints = [...collection.check({ policy })].filter(({ severity }) => severity === 'hint');
    assert.deepEqual(
      hints.map(({ place }) => place.block.index),
      [1, 2],
    );
  });
});

describe('large drafts', () => {
  it('thousands of statements are compared in no time', () => {
    const said: Said[] = [];
    for (let i = 0; i < 4000; i++)
      said.push(
        i % 2 ? collects({ text: `Form ${i} collects it.` }) : denies({ text: `Page ${i} does not.`, data: ['phone'] }),
      );
    assert.deepEqual(findings(collection, draft(said)), []);
  });
});
