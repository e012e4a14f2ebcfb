import type { Report, Rule } from '../types';
import { quote } from './pairs/wording';

/**
 * A sale is denied in a sense that leaves the statute's open ("not in the conventional sense", "not for money"), and the
 * draft never says whether there is one in California's sense.
 * Cal. Civ. Code 1798.130(a)(5)(C) asks for the categories sold, or the fact that none were: 1798.140(ad) defines "sell".
 */
export const hedgedSale: Rule = {
  id: 'contradiction/hedged-sale',
  title: 'A sale denied in one sense, without a word on the statutory one',
  severity: 'information',
  citations: [{ text: 'Cal. Civ. Code § 1798.130(a)(5)(C)' }, { text: 'Cal. Civ. Code § 1798.140(ad)' }],
  *check({ policy }): Iterable<Report> {
    if (!policy.regimes.some(({ id, state }) => id === 'ccpa' && state === 'active')) return;
    const sales = policy.statements.filter(({ action, confidence }) => action === 'sell' && confidence === 'high');
    if (sales.some(({ sense }) => sense === 'statutory')) return;
    const first = sales.find(
      ({ polarity, sense }) => polarity === 'denied' && (sense === 'hedged' || sense === 'forMoney'),
    );
    // an unqualified denial elsewhere says more than the hedged one
    if (!first || sales.some(({ polarity, sense }) => polarity === 'denied' && sense === 'ordinary')) return;
    yield {
      place: first.evidence.place,
      message: `${quote(first.evidence.place)} leaves open whether data is sold in California's sense, which covers anything of value. Say so, one way or the other.`,
      regime: 'ccpa',
    };
  },
};
