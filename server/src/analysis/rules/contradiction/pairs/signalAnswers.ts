import type { Policy } from '../../../policy';
import { productIn } from '../../../practices/qualifiers';
import type { Statement } from '../../../practices/types';
import type { Report } from '../../types';
import { isUnconditional } from '../guards/sweeping';
import { quote } from './wording';

const names = { dnt: 'Do Not Track', gpc: 'Global Privacy Control', any: 'browser signals' } as const;

/** A browser signal that is said to be honoured and to be ignored: what to report at both places. */
export function* answeredTwice(policy: Policy): Iterable<Report> {
  const answers = policy.statements.filter(
    ({ action, confidence, actor }) => action === 'honourSignal' && confidence === 'high' && actor === 'first_party',
  );
  const honoured = answers.filter(({ polarity }) => polarity === 'affirmed');
  for (const denial of answers.filter((answer) => answer.polarity === 'denied' && isUnconditional(answer))) {
    const broken = honoured.filter((said) => sameSignal(said, denial) && comparable(said, denial));
    const [first] = broken;
    if (!first) continue;
    const signal = names[(denial.signal === 'any' ? first.signal : denial.signal) ?? 'any'];
    yield {
      place: denial.evidence.place,
      message: `${signal} is said to be ignored here, but ${quote(first.evidence.place)} says that it is honoured. Say which of the two is done.`,
      related: broken.map(({ evidence }) => ({ place: evidence.place, message: `${signal} is honoured.` })),
    };
    for (const { evidence } of broken) {
      yield {
        place: evidence.place,
        severity: 'hint',
        message: `${signal} is said to be honoured here, but ${quote(denial.evidence.place)} says that it is not.`,
        related: [{ place: denial.evidence.place, message: `${signal} is not honoured.` }],
      };
    }
  }
}

/** Do Not Track and Global Privacy Control are two signals; many drafts answer them differently. */
const sameSignal = (a: Statement, b: Statement): boolean =>
  a.signal === b.signal || a.signal === 'any' || b.signal === 'any';

function comparable(said: Statement, denial: Statement): boolean {
  if (said.evidence.sentence === denial.evidence.sentence || said.modality === 'future' || said.modality === 'cannot')
    return false;
  // "you may ask how we respond"
  if (said.evidence.sentence.tokens.some(({ lower }) => lower === 'entitled' || lower === 'how')) return false;
  // "not an earlier setting, if you turn the signal off"
  if (denial.evidence.sentence.tokens.some(({ lower }) => lower === 'if' || lower === 'unless')) return false;
  if (denial.exceptions.length > 0 || denial.conditions.length > 0 || said.conditions.length > 0) return false;
  const [here, there] = [productOf(said), productOf(denial)];
  if (here !== undefined && there !== undefined && here !== there) return false;
  return said.region.id === denial.region.id || said.region.id === 'any' || denial.region.id === 'any';
}

const productOf = ({ product, evidence: { sentence } }: Statement): string | undefined =>
  productIn(sentence, 0, sentence.tokens.length - 1) ?? product;
