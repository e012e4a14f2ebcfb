import type { Block, PolicyDocument, Region } from '../../document/types';
import { kept } from '../../kept';
import { isAdverb, modals, negators } from '../../language/grammar';
import type { Sentence, Token } from '../../language/types';
import { actionOfVerb } from '../clauses/actions';
import { receiving, subjectVerbs } from '../clauses/constructions';
import { sentencesIn } from '../sentences';

/** Among the first blocks a draft says what its product is. */
const OPENING = 4;
/** More letters tell a name from an abbreviation. */
const SHORTEST = 3;

/**
 * Names of the company's own that say so only once or twice: they act in the draft ("Parlor uploads …"), and its title,
 * its own address ("help@parlor-app.example") or its first sentences ("Parlor is a …") bear them.
 */
export function actingNames({ regions, blocks }: PolicyDocument): string[] {
  const acting = new Set(regions.flatMap(actingIn));
  if (acting.size === 0) return [];
  const domains = new Set(blocks.flatMap(domainsIn));
  const [domain = ''] = domains.size === 1 ? domains : [];
  const titles = blocks.slice(0, 2).filter(({ kind }) => kind === 'heading');
  const opening = blocks.slice(0, OPENING);
  return [...acting].filter(
    (name) =>
      titles.some(({ text }) => isWithin(name, text)) ||
      domain.startsWith(letters(name)) ||
      opening.some(({ text }) =>
        new RegExp(`^(?:The )?${escaped(name)} (?:is an?|makes|stores|helps|lets)\\b`).test(text),
      ),
  );
}

const isWithin = (name: string, title: string): boolean => new RegExp(`(?:^|\\W)${escaped(name)}(?:\\W|$)`).test(title);

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const letters = (name: string): string => name.toLowerCase().replace(/[^a-z\d]/g, '');

/** "mail@acme-shop.example" gives "acmeshop". */
const domainsIn = kept((block: Block): readonly string[] =>
  [...block.text.matchAll(/@([a-z\d][a-z\d-]{1,60})\.[a-z]{2}/gi)].map(([, host]) => letters(host as string)),
);

const actingIn = kept((region: Region): readonly string[] => sentencesIn(region).flatMap(actingNamesOf));

/** Capitalised words right before what they do: "That is why Parlor never keeps …". */
function actingNamesOf({ tokens, terms, block }: Sentence): string[] {
  const found: string[] = [];
  for (let first = 0; first < tokens.length - 1; first++) {
    if (!isNamed(tokens[first])) continue;
    let last = first;
    while (isNamed(tokens[last + 1]) || (tokens[last + 1]?.lower === '&' && isNamed(tokens[last + 2]))) last++;
    const known = terms.some(
      (term) =>
        term.first <= last &&
        term.last >= first &&
        // "Puddle & Friends": a part of a name
        (term.kind === 'company' || term.kind === 'data' || (term.first <= first && term.last >= last)),
    );
    const words = block.text.slice((tokens[first] as Token).start, (tokens[last] as Token).end);
    if (!known && words.length > SHORTEST && acts(tokens, last + 1)) found.push(words);
    first = last;
  }
  return found;
}

const isNamed = (token: Token | undefined): boolean => token?.kind === 'word' && token.capitalised;

/** A practice in the third person: "keeps", "never uploads", "may also record"; not "receives … from us". */
function acts(tokens: readonly Token[], from: number): boolean {
  let at = from;
  let aided = false;
  for (; at < from + 4; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    if (modals.has(token.lower) || token.lower === 'does') aided = true;
    else if (!negators.has(token.lower) && !isAdverb(token)) break;
  }
  const verb = tokens[at]?.verb;
  if (!verb || verb.form !== (aided ? 'base' : 'third')) return false;
  if (!subjectVerbs.has(verb.base) && actionOfVerb(verb.base) === undefined) return false;
  return !(
    receiving.has(verb.base) && tokens.some(({ lower }, i) => lower === 'us' && tokens[i - 1]?.lower === 'from')
  );
}
