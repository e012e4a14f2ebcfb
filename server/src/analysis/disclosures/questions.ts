import type { Policy } from '../policy';
import { disclosureById, type Trigger } from './catalogue';
import { factLabels, isAuthorsOnly } from './facts';

/** A fact that no draft can show and on which a disclosure of an active regime depends. */
export interface Question {
  /** Id of the fact, as the project file names it. */
  readonly fact: string;
  /** What holds if it is answered with yes. */
  readonly label: string;
  /** Titles of the disclosures that are asked for, or not, by the answer. */
  readonly decides: readonly string[];
}

/** What only the author can say, in the order of the checklist; each fact once. */
export function questionsFor({ checklist }: Pick<Policy, 'checklist'>): Question[] {
  const decides = new Map<string, string[]>();
  for (const { id } of checklist) {
    const disclosure = disclosureById.get(id);
    if (!disclosure) continue;
    for (const fact of factsOf(disclosure.when)) {
      if (!isAuthorsOnly(fact)) continue;
      const titles = decides.get(fact);
      if (titles) titles.push(disclosure.title);
      else decides.set(fact, [disclosure.title]);
    }
  }
  return [...decides].map(([fact, titles]) => ({ fact, label: factLabels.get(fact) ?? fact, decides: titles }));
}

function factsOf(trigger: Trigger): string[] {
  if (trigger === 'always') return [];
  const names = trigger.any ?? trigger.all ?? [];
  return names.map((name) => name.replace(/^not /, ''));
}
