import type { Reading } from '../disclosures/reading';
import { conceptNumber } from '../disclosures/vocabulary';
import type { Policy } from '../policy';
import { snippetText } from './words';

/** Placeholders that the draft itself can fill: its own name, the address at which it is reached. */
export function filledFromDraft(template: string, policy: Policy, reading: Reading): string {
  const [name] = policy.ownNames;
  const email = firstEmail(reading);
  let filled = template;
  if (name) filled = filled.replaceAll('[company name]', () => snippetText(name));
  if (email) filled = filled.replaceAll('[privacy e-mail address]', () => snippetText(email));
  return filled;
}

function firstEmail(reading: Reading): string | undefined {
  const mark = conceptNumber('$email');
  for (const { units, byConcept } of reading.regions) {
    for (const index of byConcept.get(mark) ?? []) {
      const { line } = units[index]?.own ?? {};
      const [span] = line?.spans.get(mark) ?? [];
      const token = span && line?.sentence.tokens[span[0]];
      if (token?.lower.includes('@')) return line?.sentence.block.text.slice(token.start, token.end);
    }
  }
  return undefined;
}
