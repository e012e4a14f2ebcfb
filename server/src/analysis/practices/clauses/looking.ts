import catalogue from '../../catalogue/language/looking.yaml';
import { readCatalogue, wordLists } from '../../catalogue/read';
import type { TermMatch } from '../../language/types';
import type { Draft } from '../draft';
import { dataGraph } from '../ontologyGraph';
import type { Statement } from '../types';

/** People who read, view or listen to what readers write, photograph or say; see `catalogue/language/looking.yaml`. */
const { verbs, reaching, contents, machines } = readCatalogue(
  catalogue,
  wordLists('verbs', 'reaching', 'contents', 'machines'),
);
const looking = new Set(verbs);
const denying = new Set([...verbs, ...reaching]);
const automatic = new Set(machines);

const isContent = (id: string): boolean => contents.some((content) => dataGraph.isA(id, content));

/** "we do not read your messages": nobody looks at them, whoever holds them. */
export const looksAt = (base: string, data: readonly TermMatch[]): boolean =>
  looking.has(base) && data.length > 0 && data.every(({ ids }) => ids.every(isContent));

/** "Do you read my files? No.": denied is the look, not that the files are held. */
export const actionOfAnswer = ({ action, data, clause }: Pick<Draft, 'action' | 'data' | 'clause'>): Draft['action'] =>
  action === 'collect' && looking.has(clause.base) && data.every(({ id }) => isContent(id)) ? 'use' : action;

/** Whether a statement speaks of looking at contents ("our staff review photos"). */
export function isLook({ action, polarity, data, evidence: { sentence, place } }: Statement): boolean {
  if ((action !== 'use' && action !== 'collect') || data.length === 0 || !data.every(({ id }) => isContent(id)))
    return false;
  const said = polarity === 'denied' ? denying : looking;
  return sentence.tokens.some(
    ({ verb, start, end }) => verb !== undefined && said.has(verb.base) && start >= place.start && end <= place.end,
  );
}

/** "our systems review your messages automatically": nobody looks. */
export const isByMachine = ({ evidence: { sentence } }: Statement): boolean =>
  sentence.tokens.some(({ lemma, lower }) => automatic.has(lemma) || automatic.has(lower));
