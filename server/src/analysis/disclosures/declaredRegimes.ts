import type { PolicyDocument } from '../document/types';
import { readDraftSettings } from '../draftSettings/read';
import { regimeIds } from './catalogue';
import type { RegimeId } from './types';

interface DeclaredRegimes {
  readonly source: 'directive' | 'frontMatter';
  readonly regimes: readonly RegimeId[];
}

const DIRECTIVE = /^policy-linter[-\s](?:.*[\s;])?regimes(?:\s*[=:]\s*|\s+)([\w-]+(?:\s*,\s*[\w-]+)*)/;
const FLOW_LIST = /^regimes[ \t]*:[ \t]*\[?([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)\]?[ \t]*(?:#.*)?$/m;
const BLOCK_LIST = /^regimes[ \t]*:[ \t]*(?:#.*)?\r?\n((?:[ \t]*-[ \t]+[\w-]+[ \t]*(?:\r?\n|$)){1,20})/m;

const known = new Set<string>(regimeIds);
const isRegime = (word: string): word is RegimeId => known.has(word);

/**
 * The regimes that the draft itself names: `<!-- policy-linter regimes=gdpr,ccpa -->` (`policy-linter-regimes: gdpr` in a plain
 * text), else `regimes: [gdpr, ccpa]` in its front matter, by itself or below `policy-linter`. Undefined where it names none;
 * unknown names are left out.
 */
export function declaredRegimes(document: PolicyDocument): DeclaredRegimes | undefined {
  for (const { text } of document.comments) {
    const list = DIRECTIVE.exec(text)?.[1];
    if (list !== undefined) return { source: 'directive', regimes: regimesIn(list) };
  }
  const front = document.frontMatter?.text ?? '';
  const list = FLOW_LIST.exec(front)?.[1] ?? BLOCK_LIST.exec(front)?.[1];
  if (list !== undefined) return { source: 'frontMatter', regimes: regimesIn(list) };
  const nested = readDraftSettings(document).filter(
    ({ kind, source }) => kind === 'regime' && source === 'frontMatter',
  );
  const regimes = nested.map(({ name }) => name).filter(isRegime);
  return nested.length > 0 ? { source: 'frontMatter', regimes: [...new Set(regimes)] } : undefined;
}

const regimesIn = (list: string): RegimeId[] => [...new Set(list.match(/\w[\w-]*/g) ?? [])].filter(isRegime);
