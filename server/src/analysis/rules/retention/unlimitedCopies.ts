import { addCopies, replaceWithPeriod } from '../../fixes/retentionPeriod';
import { phrases } from '../../practices/retention/wording';
import type { RetentionStatement } from '../../practices/types';
import type { Rule } from '../types';
import { areCopiesLimited } from './completed';
import { severityFor } from './regimes';
import { isEndedThere, isSettled } from './settled';
import { quoted, STORAGE_PERIOD } from './wording';

const suppression = phrases('suppression');

/** Copies that stay after deletion, without a limit: "may remain in backups for some time". GDPR Art. 13(2)(a), 5(1)(e). */
export const unlimitedCopies: Rule = {
  id: 'retention/unlimited-copies',
  title: 'Data that stays after deletion, in copies or backups, without a limit',
  severity: 'warning',
  citations: STORAGE_PERIOD,
  *check({ policy }) {
    for (const statement of policy.retention) {
      if (
        !statement.residual ||
        statement.verdict !== 'vague' ||
        statement.action === 'delete' ||
        suppression.find(statement.sentence.tokens) ||
        isEndedThere(statement) ||
        isQuestion(statement) ||
        isSettled(statement) ||
        areCopiesLimited(statement, policy)
      )
        continue;
      yield {
        place: statement.words,
        message: `${quoted(statement.words)}: what stays after deletion has no limit here, so readers cannot know when it is gone. Say what is kept, and until when.`,
        ...severityFor(policy, 'warning'),
        fixes: () => [replaceWithPeriod(statement), addCopies(statement)].filter((fix) => fix !== undefined),
      };
    }
  },
};

/** "How long copies remain after you delete them": what a line of contents is about. */
const isQuestion = ({ sentence: { tokens } }: RetentionStatement): boolean =>
  tokens[0]?.lower === 'how' && tokens[1]?.lower === 'long';
