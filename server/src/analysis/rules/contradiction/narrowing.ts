import { isGeneralData } from '../../practices/generalData';
import { dataGraph, entityGraph } from '../../practices/ontologyGraph';
import type { Statement } from '../../practices/types';
import type { Report, Rule } from '../types';
import { sameDataScope } from './guards/dataGuards';
import { sameActor, sameModality } from './guards/guards';
import { samePurpose } from './guards/purposes';
import { sameScope } from './guards/scopeGuards';
import { isSweeping } from './guards/sweeping';
import { claimsOf } from './pairs/claims';
import { quote } from './pairs/wording';

/**
 * A general statement that a particular denial limits ("we collect contact details", "we do not collect telephone
 * numbers"): consistent, but readers of the first alone are misled. Cells N1 to N4 of PolicyLint (USENIX Security 2019).
 */
export const narrowing: Rule = {
  id: 'contradiction/narrowing',
  title: 'A general statement that a particular denial limits elsewhere',
  severity: 'off',
  citations: [{ text: 'GDPR Art. 12(1)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' }],
  *check({ policy }): Iterable<Report> {
    const usable = policy.statements.filter(({ action, confidence }) => action === 'collect' && confidence === 'high');
    const general = new Map<string, Statement[]>();
    for (const statement of usable) {
      if (statement.polarity === 'denied') continue;
      for (const { id } of statement.data) general.set(id, [...(general.get(id) ?? []), statement].slice(0, 50));
    }
    for (const denial of usable) {
      if (denial.polarity !== 'denied') continue;
      const limited = claimsOf(denial)
        .filter(isSweeping)
        .flatMap((denied) =>
          dataGraph
            .ancestors(denied.data.id)
            .slice(1)
            .filter((id) => !isGeneralData(id))
            .flatMap((id) => general.get(id) ?? [])
            .flatMap(claimsOf)
            .filter((said) =>
              [sameActor, sameModality, sameDataScope, sameScope, samePurpose].every((guard) =>
                guard.holds(said, denied, { data: dataGraph, entities: entityGraph }),
              ),
            ),
        );
      const first = limited[0];
      if (!first || first.statement.evidence.sentence === denial.evidence.sentence) continue;
      yield {
        place: denial.evidence.place,
        severity: 'hint',
        message: `${quote(denial.evidence.place)} limits ${quote(first.statement.evidence.place)}. Say so where the general statement stands.`,
        related: [{ place: first.data.place, message: 'Limited elsewhere.' }],
      };
    }
  },
};
