import catalogue from '../../../catalogue/contradiction.yaml';
import { readCatalogue, wordLists } from '../../../catalogue/read';
import { isNothingBut } from '../../../practices/slots/slotPhrases';
import type { Statement } from '../../../practices/types';
import { isBare } from '../guards/sweeping';
import { turned } from './turned';

const { only, staff, besideStaff } = readCatalogue(catalogue, wordLists('only', 'staff', 'besideStaff'));

/**
 * What "your data is handled by our own staff only", "seen by nobody but our own people" rules out: nobody outside works
 * with it. "Only employees who need it have access" speaks of the company's inside, so that "own" has to stand there.
 * Authorities, advisers and buyers of the business are not thought of. Undefined where a statement says no such thing.
 */
export function onlyOwnStaff(statement: Statement): Statement | undefined {
  const { action, evidence, data, recipients, purposes } = statement;
  const { tokens } = evidence.sentence;
  const [everything] = data;
  if (action !== 'use' || !everything || recipients.length > 0 || purposes.length > 0) return undefined;
  const own = tokens.findIndex(
    ({ lower }, i) =>
      (lower === 'own' && tokens[i - 1]?.lower === 'our' && staff.includes(tokens[i + 1]?.lower ?? '')) ||
      lower === 'in-house',
  );
  const closed = tokens.some(({ lower }, i) => only.includes(lower) || isNothingBut(tokens, i));
  if (own < 0 || !closed || tokens.slice(own + 2).some(({ lower }) => lower === 'who' || lower === 'that'))
    return undefined;
  if (!data.every((mention) => isBare(statement, mention))) return undefined;
  return turned(statement, {
    action: 'share',
    exceptions: besideStaff.map((id) => ({ kind: 'recipient', ids: [id], place: everything.place })),
  });
}
