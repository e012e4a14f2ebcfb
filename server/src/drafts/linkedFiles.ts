import type { DocumentLink } from '../analysis/policy';
import { searchedExtensions } from './format';

/** Links beyond these are those of a list, not of a draft. */
const MOST_LINKS = 40;
/** A path that a program fills in ("{{ site.url }}/terms.md"). */
const TEMPLATE = /[{}<>$|]/;
const EXTENSION = /\.[a-z]+$/i;

/**
 * The targets, as written, of links to files beside the draft where there is none. A page that is built from a file of
 * another format counts as there ("terms.html" from "terms.md").
 * @param addressOf undefined where a target must not be looked for
 * @param isThere undefined where that is not known yet; it is asked again when it is
 */
export function missingTargets(
  links: readonly DocumentLink[],
  addressOf: (target: string) => string | undefined,
  isThere: (uri: string) => boolean | undefined,
): readonly string[] {
  const targets = new Set(
    links.filter(({ remote, place, target }) => !remote && place && !TEMPLATE.test(target)).map(({ target }) => target),
  );
  return [...targets].slice(0, MOST_LINKS).filter((target) => {
    const uri = addressOf(target);
    if (uri === undefined || isThere(uri) !== false) return false;
    // every one is asked for, so that all are read at once
    return sourcesOf(uri)
      .map(isThere)
      .every((there) => there === false);
  });
}

/** Files that the page at an address may be built from. */
function sourcesOf(uri: string): string[] {
  const stem = uri.replace(EXTENSION, '');
  const stems = [stem, ...(stem.endsWith('/index') ? [stem.slice(0, -'/index'.length)] : [`${stem}/index`])];
  return stems
    .flatMap((one) => searchedExtensions.map((extension) => `${one}.${extension}`))
    .filter((one) => one !== uri);
}
