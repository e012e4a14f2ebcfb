import { replaceWithPeriod } from '../../fixes/retentionPeriod';
import { phrases } from '../../practices/retention/wording';
import type { RetentionStatement } from '../../practices/types';
import type { Rule } from '../types';
import { severityFor } from './regimes';
import { isManner, isSettled } from './settled';
import { quoted } from './wording';

const suppression = phrases('suppression');

/**
 * Personal data kept without an end. Storage limitation: GDPR Art. 5(1)(e); Cal. Civ. Code 1798.100(a)(3) and (c);
 * children's data: 16 CFR 312.10.
 */
export const indefinitePeriod: Rule = {
  id: 'retention/indefinite-period',
  title: 'Personal data kept without an end',
  severity: 'warning',
  citations: [
    { text: 'GDPR Art. 5(1)(e)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'Cal. Civ. Code § 1798.100(a)(3)' },
    { text: '16 CFR § 312.10' },
  ],
  *check({ policy }) {
    for (const statement of policy.retention) {
      if (statement.verdict !== 'vague (indefinite)' || suppression.find(statement.sentence.tokens)) continue;
      if (isManner(statement) || isSettled(statement) || isEndedBehind(statement) || isEndedInRow(statement)) continue;
      yield {
        place: statement.words,
        message: `${quoted(statement.words)} sets no end: personal data may be kept only as long as its purpose needs it. Name a period, or say that only anonymous data stays.`,
        ...severityFor(policy, 'error'),
        fixes: () => [replaceWithPeriod(statement)].filter((fix) => fix !== undefined),
      };
    }
  },
};

/** "kept indefinitely, unless you remove the app, in which case it is deleted": the end is named behind. */
const isEndedBehind = ({ words: { block, end } }: RetentionStatement): boolean =>
  /^,? (?:or )?(?:unless|until)\b[^.;]{0,160}\b(?:delet|remov|eras|uninstall|clos|cancel|withdraw)/i.test(
    block.text.slice(end, end + 240),
  );

/** Another cell of the row says when its data goes: "Until you remove the key". */
const isEndedInRow = ({ words: { block } }: RetentionStatement): boolean =>
  block.cell !== undefined &&
  (block.cell.table.rows[block.cell.row] ?? []).some(
    (cell) =>
      cell !== undefined &&
      cell !== block &&
      /^(?:until|till|up to|for as long as|\d+ (?:day|week|month|year)s?)\b/i.test(cell.text),
  );
