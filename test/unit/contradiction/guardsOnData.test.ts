import assert from 'node:assert/strict';
import { collection } from '../../../server/src/analysis/rules/contradiction/collection';
import { sale } from '../../../server/src/analysis/rules/contradiction/sale';
import { sharing } from '../../../server/src/analysis/rules/contradiction/sharing';
import { collects, conflict, denies, silence } from './sides';
import { draft, findings } from './statements';

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

describe('the guard on the action', () => {
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

describe('the guard on who acts and who receives', () => {
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

describe('the guard on contested terms', () => {
  const pair = [
    denies({ text: 'We gather no personal information.', data: ['personal: personal information'] }),
    collects({ text: 'Our server logs IP addresses.', data: ['ip_address: IP addresses'] }),
  ];

  it('an IP address is personal under GDPR, though many drafts deny it: an information', () => {
    const [finding] = findings(collection, draft(pair));
    assert.equal(finding?.severity, 'information');
    assert.match(finding?.message ?? '', /IP addresses count as personal information under GDPR and CCPA/);
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

describe('the guard on part of the data', () => {
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
