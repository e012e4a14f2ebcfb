import { strict as assert } from 'node:assert';
import { tokenize } from '../../../server/src/analysis/language/tokens';
import { isOnDevice } from '../../../server/src/analysis/practices/readersDevice';

const onDevice = [
  'Notes are stored on your device.',
  'Notes are stored in your own browser.',
  'Notes are kept on your Windows PC and nowhere else.',
  'Settings are saved to the user’s computer.',
  'Settings lie on users’ devices until they are deleted.',
  'Backups are written to your hard drive.',
  'Backups are kept within your computer’s own storage.',
  'Everything is stored locally, in a file.',
];

const elsewhere = [
  'Notes are stored on our servers.',
  'We keep your notes on the website of the maker of your phone.',
  'We rely on your phone number.',
  'We report on the device manufacturer.',
  'We keep it for the locally applicable statutory period.',
  'In the event that your device is lost, we keep your notes.',
];

describe('what lies on the reader’s own device', () => {
  for (const text of onDevice) it(text, () => assert.equal(isOnDevice(tokenize(text)), true));
  for (const text of elsewhere) it(`not: ${text}`, () => assert.equal(isOnDevice(tokenize(text)), false));
});
