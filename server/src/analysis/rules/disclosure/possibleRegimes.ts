import { regimeCatalogue } from '../../disclosures/catalogue';
import type { Reading } from '../../disclosures/reading';
import { whatShows } from '../../disclosures/regimes';
import type { ActiveRegime } from '../../disclosures/types';
import type { Place } from '../../document/types';
import { confirmRegimes } from '../../fixes/confirmRegime';
import type { Policy } from '../../policy';
import type { Fix, Report } from '../types';
import { lawsIn } from './messages';

interface Sign {
  readonly regime: ActiveRegime;
  readonly place: Place;
}

/** One question about the laws of which the draft's words give a sign, on the first of these words. */
export function possiblyApplies(
  possible: readonly ActiveRegime[],
  policy: Policy,
  reading: Reading,
  title: Place,
): Report {
  const signs: Sign[] = possible.map((regime) => ({ regime, place: whatShows(regime.id, reading) ?? title }));
  const [{ place }, ...others] = signs as [Sign, ...Sign[]];
  const it = possible.length > 1 ? 'them' : 'it';
  return {
    rule: 'disclosure/possible-regime',
    place,
    message: `By these words ${lawsIn(possible)} may apply, and the draft is not checked against ${it} yet. Confirm ${it}, or rule ${it} out.`,
    severity: 'information',
    citations: [],
    related: others
      .filter((other) => other.place.block !== place.block)
      .map((other) => ({ place: other.place, message: `This speaks for ${lawsIn([other.regime])}.` })),
    fixes: [confirm(possible, policy), ...ruleOut(possible, policy)],
  };
}

export function confirm(regimes: readonly ActiveRegime[], policy: Policy): Fix {
  // naming some regimes rules out the others: those that the text shows stay
  const all = [...new Set([...shownIn(policy), ...regimes].map(({ id }) => id))];
  const names = regimes.map(({ id }) => regimeCatalogue.get(id)?.name ?? id).join('; ');
  return confirmRegimes(policy.document, all, `Confirm that this applies: ${names}`);
}

/** What the text shows stays as it is: only a draft of which no law is known can say that none is meant. */
function ruleOut(regimes: readonly ActiveRegime[], policy: Policy): Fix[] {
  if (shownIn(policy).length > 0) return [];
  return [
    confirmRegimes(policy.document, ['general'], `Rule out: neither ${lawsIn(regimes)} nor another law is checked`),
  ];
}

const shownIn = ({ regimes }: Policy): ActiveRegime[] =>
  regimes.filter(({ id, state }) => id !== 'general' && state === 'active');
