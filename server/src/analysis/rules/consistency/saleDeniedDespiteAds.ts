import { saleToAdvertisers } from '../contradiction/saleToAdvertisers';
import type { Rule } from '../types';
import { activeRegime, said, shortened } from './consistency';

/**
 * A sale is denied, and advertising networks receive data so that readers are shown advertisements elsewhere. In California
 * that is sharing, and often a sale: giving data for anything of value.
 * Source: Cal. Civ. Code 1798.140(k), (ad), (ah), 1798.120; People v. Sephora USA (Super. Ct. San Francisco 2022).
 */
export const saleDeniedDespiteAds: Rule = {
  id: 'consistency/sale-denied-despite-ads',
  aliases: ['CR-001'],
  title: 'A sale is denied while advertising networks receive data',
  severity: 'warning',
  citations: [
    { text: 'Cal. Civ. Code § 1798.140(k), (ad), (ah)' },
    { text: 'People v. Sephora USA, Inc., No. CGC-22-601380 (Cal. Super. Ct. 2022)' },
  ],
  *check(context) {
    const { policy } = context;
    const regime = activeRegime(policy, 'ccpa');
    if (!regime) return;
    // the statements themselves say more than words about advertising do
    for (const _ of saleToAdvertisers.check(context)) return;
    const [denial] = said(policy, 'sale-denied');
    const [ads] = denial ? said(policy, 'ads-elsewhere') : [];
    if (!denial || !ads) return;
    yield {
      place: denial.place,
      regime,
      message: `A sale is denied here, but elsewhere data is passed on for advertising (“${shortened(ads.place)}”). California calls that sharing, and may call it a sale: say whether data is shared for cross-context behavioral advertising, and how to opt out.`,
      related: [{ place: ads.place, message: 'advertising elsewhere' }],
    };
  },
};
