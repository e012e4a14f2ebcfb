import type { Place } from '../../document/types';
import type { Rule } from '../types';
import { activeRegime, said } from './consistency';

/**
 * Whoever sells or shares personal information has to treat an opt-out preference signal as an opt-out.
 * Source: Cal. Civ. Code 1798.135; 11 CCR 7025, 7026(a)(1); C.R.S. 6-1-1306(1)(a)(IV)(B); Conn. Gen. Stat. 42-520(e).
 */
export const signalRefusedWhileSelling: Rule = {
  id: 'consistency/signal-refused-while-selling',
  aliases: ['CR-027'],
  title: 'Opt-out signals are refused although data are sold or shared',
  severity: 'warning',
  citations: [{ text: 'Cal. Civ. Code § 1798.135' }, { text: '11 CCR § 7025' }, { text: '11 CCR § 7026(a)(1)' }],
  *check({ policy }) {
    const regime = activeRegime(policy, 'ccpa', 'us-states');
    const sure = policy.statements.filter(({ confidence }) => confidence === 'high');
    const sale = sure.find(
      ({ action, polarity }) => (action === 'sell' || action === 'ccpaShare') && polarity === 'affirmed',
    );
    // not honoured where readers switched it off, and honoured otherwise
    const off = said(policy, 'signal-switched-off');
    const isOff = ({ block, start, end }: Place) =>
      off.some(({ place }) => place.block === block && place.start >= start && place.end <= end);
    const refusal = sure.find(
      ({ action, polarity, signal, evidence }) =>
        action === 'honourSignal' && polarity === 'denied' && signal !== 'dnt' && !isOff(evidence.place),
    );
    if (!regime || !sale || !refusal) return;
    yield {
      place: refusal.evidence.place,
      regime,
      message:
        'Who sells or shares personal information must treat the Global Privacy Control as an opt-out. Honour it and say so.',
      related: [{ place: sale.evidence.place, message: 'sold or shared here' }],
    };
  },
};
