import type { Block, PolicyDocument, Region } from '../../document/types';
import { kept } from '../../kept';
import type { Sentence, Token } from '../../language/types';
import { receiving, subjectVerbs } from '../clauses/constructions';
import { sentencesIn } from '../sentences';

/** Words with which a sentence names a company of the catalogue, and whether that company acts in it. */
interface Naming {
  readonly name: string;
  readonly acts: boolean;
}

/** Fewer sentences in which a company acts may speak of somebody else's service. */
const LEAST_ACTS = 3;
/** Nobody else's service is named in so many sentences. */
const OFTEN = 40;
/** Among the first blocks the draft says whose it is. */
const OPENING = 12;

/**
 * The drafting company where it is itself one of those that the catalogue knows as other drafts' providers: named from the
 * outset, acting again and again, and spoken of more than all others, while nobody points readers to a policy of its
 * own. `others` are names that the draft goes by.
 */
export function ownCompany(document: PolicyDocument, others: readonly string[]): string | undefined {
  const acts = new Map<string, number>();
  const named = new Map<string, number>();
  let all = 0;
  for (const region of document.regions)
    for (const { name, acts: does } of namingsIn(region)) {
      all++;
      named.set(name, (named.get(name) ?? 0) + 1);
      if (does) acts.set(name, (acts.get(name) ?? 0) + 1);
    }
  const [name, count] = [...named].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const often = count >= OFTEN;
  const acting = (acts.get(name) ?? 0) >= LEAST_ACTS;
  if (!often && !acting) return undefined;
  const alike = [...named].reduce((sum, [other, times]) => (other.startsWith(name) ? sum + times : sum), 0);
  if (alike * 2 < all) return undefined;
  if (!document.blocks.slice(0, OPENING).some(({ text }) => text.includes(name))) return undefined;
  const unlike = others.filter(
    (other) => !letters(other).includes(letters(name)) && !letters(name).includes(letters(other)),
  );
  const isOther = unlike.length > 0;
  // the title names somebody else
  if (unlike.some((other) => document.blocks.slice(0, 2).some(({ text }) => text.includes(other)))) return undefined;
  const isPointedTo = document.blocks.some((block) => pointsTo(block, name));
  return (often ? isOther && (isPointedTo || !acting) : isOther || isPointedTo) ? undefined : name;
}

const ofItsOwn = /^(?:['’]s?)? (?:own )?(?:privacy (?:policy|notice|statement)|terms (?:of|and))\b/i;

const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** "Acme's privacy policy": a policy other than this. */
function pointsTo({ text, kind, index }: Block, name: string): boolean {
  if (kind === 'heading' || index < 2) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (ofItsOwn.test(text.slice(at + name.length, at + name.length + 40))) return true;
  return false;
}

const namingsIn = kept((region: Region): readonly Naming[] => sentencesIn(region).flatMap(namingsOf));

function namingsOf({ terms, tokens, block }: Sentence): Naming[] {
  return terms.flatMap((term) =>
    term.kind === 'company'
      ? [
          {
            name: block.text.slice((tokens[term.first] as Token).start, (tokens[term.last] as Token).end),
            acts: term.first < 6 && isBeforeVerb(tokens, term.last + 1) && tokens.some(speaksOfReaders),
          },
        ]
      : [],
  );
}

const speaksOfReaders = ({ lower }: Token): boolean => /^(?:you|your|personal|user|users|we|our|us)$/.test(lower);

/** "Acme collects", "Acme may also share"; not "Acme receives … from us". */
function isBeforeVerb(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 4; i++) {
    const { kind, verb } = tokens[i] ?? {};
    if (kind !== 'word') return false;
    if (verb && subjectVerbs.has(verb.base))
      return (
        verb.form !== 'gerund' &&
        !(receiving.has(verb.base) && tokens.some(({ lower }, k) => lower === 'us' && tokens[k - 1]?.lower === 'from'))
      );
    if (verb && verb.base !== 'do' && verb.base !== 'may' && verb.form !== 'base') return false;
  }
  return false;
}
