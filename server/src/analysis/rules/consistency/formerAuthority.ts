import { sourceRange, wordsOf } from '../../document/place';
import type { Policy } from '../../policy';
import type { Saying } from '../said';
import type { Rule } from '../types';
import { once, said } from './consistency';

/**
 * The Information Commissioner's Office of the United Kingdom has become the Information Commission.
 * Source: Data (Use and Access) Act 2025, Part 6; SI 2026/386.
 */
export const formerAuthority: Rule = {
  id: 'consistency/former-authority',
  aliases: ['CR-051'],
  title: 'The UK authority is called by its former name',
  severity: 'information',
  citations: [{ text: 'Data (Use and Access) Act 2025, Part 6' }, { text: 'SI 2026/386' }],
  *check({ policy }) {
    // told already that it is another country's
    const told = elsewhere.some((name) => said(policy, name).length > 0);
    yield* once(told ? [] : namings(policy), ({ place }, words) => ({
      message: `“${words}” is now the Information Commission. Use the new name; the address ico.org.uk stays.`,
      fixes: () => [
        {
          title: 'Replace by “Information Commission”',
          safety: 'suggestion',
          edits: [
            {
              range: sourceRange(place),
              newText: /^uk /i.test(wordsOf(place)) ? 'UK Information Commission' : 'Information Commission',
            },
          ],
        },
      ],
    }));
  },
};

const elsewhere = ['authority-of-another-country', 'only-the-uk-authority'];

/** The whole name, as far as it goes on: "UK Information Commissioner | 's Office". */
function* namings(policy: Policy): Generator<Saying> {
  for (const saying of said(policy, 'former-uk-authority')) {
    const { block, start, end } = saying.place;
    const rest = /^(?:['’]s)? Office\b/i.exec(block.text.slice(end, end + 12));
    yield { ...saying, place: { block, start, end: end + (rest?.[0].length ?? 0) } };
  }
}
