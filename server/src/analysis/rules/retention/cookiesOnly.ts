import { derived } from '../../dependencies';
import { addPeriod } from '../../fixes/retentionPeriod';
import type { Policy } from '../../policy';
import { isGeneralData } from '../../practices/generalData';
import { collectedCategories } from '../../practices/retention/coverage';
import type { RetentionStatement } from '../../practices/types';
import type { Rule } from '../types';
import { isConcrete } from './completed';
import { askingRegime } from './regimes';
import { quoted, STORAGE_PERIOD } from './wording';

/** What lies on the reader's device, by the name of the data, of the section or in the sentence itself. */
const ON_THE_DEVICE = /^(?:[a-z]+_)?cookie|^(?:pixel|beacon|local_storage)/;
const COOKIES = /\b(?:cookies?|local storage|pixels?|beacons?)\b/i;
const MOST_NAMED = 3;

/** How long cookies last, and not a word on how long anything else is kept. GDPR Art. 13(2)(a); Cal. Civ. Code 1798.100(a)(3). */
export const cookiesOnly: Rule = {
  id: 'retention/cookies-only',
  title: 'Periods are given for cookies alone',
  severity: 'warning',
  citations: STORAGE_PERIOD,
  *check({ policy }) {
    const regime = askingRegime(policy);
    const first = regime && firstOfCookiesOnly(policy);
    if (!first || isMissing(policy)) return;
    const others = otherData(policy);
    if (others.length === 0) return;
    const named = others.slice(0, MOST_NAMED).map(({ words }) => `“${words}”`);
    yield {
      place: first.words,
      message: `${quoted(first.words)} is about cookies; how long the rest is kept, such as ${named.join(', ')}, is not said. Say so for each kind of data.`,
      regime: regime.id,
      related: others.slice(0, MOST_NAMED).map(({ place }) => ({ place, message: 'collected here' })),
      fixes: () => (first.kind === 'table' ? [] : [addPeriod(first, others[0]?.words)]),
    };
  },
};

/** The first of the statements on how long data is kept, where all of them are about cookies. */
const firstOfCookiesOnly = derived((policy: Policy): RetentionStatement | undefined => {
  const said = policy.retention.filter(({ unstated, verdict }) => !unstated && verdict !== 'not a period');
  return said.some(isConcrete) && said.every(isAboutCookies) ? said.find(isConcrete) : undefined;
});

/** By the data that it names; where it names none, by the words around it. */
export function isAboutCookies({ data, sentence: { block, start, end } }: RetentionStatement): boolean {
  const kinds = data.filter(({ id }) => !isGeneralData(id));
  if (kinds.length > 0) return kinds.every(({ id }) => ON_THE_DEVICE.test(id));
  return (
    COOKIES.test(block.section.title) ||
    COOKIES.test(block.text.slice(start, end)) ||
    (block.cell?.table.rows[0]?.some((cell) => cell && COOKIES.test(cell.text)) ?? false)
  );
}

const otherData = (policy: Policy) =>
  collectedCategories(policy).filter(({ id, words }) => !ON_THE_DEVICE.test(id) && !COOKIES.test(words));

/** The checklist says already that no period is given. */
const isMissing = ({ checklist }: Policy): boolean =>
  checklist.some(({ id, required, status }) => id.includes('retention') && required === 'yes' && status === 'missing');
