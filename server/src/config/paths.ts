import type { Origin, ProjectConfiguration, Setting } from './types';

/** Whether the project file says of a draft that it is always checked, or left out; the narrower word is the later one. */
export function pathRuling(
  project: ProjectConfiguration | undefined,
  uri: string,
): 'included' | 'excluded' | undefined {
  if (project?.exclude.some((pattern) => holdsFor(pattern, uri))) return 'excluded';
  if (project?.include.some((pattern) => holdsFor(pattern, uri))) return 'included';
  return undefined;
}

/** Whether a pattern, written in a project file, means this draft. Patterns go by the folder of the file. */
export function holdsFor({ value, origin }: Pick<Setting<string>, 'value' | 'origin'>, uri: string): boolean {
  const path = pathBelow(origin, uri);
  return path !== undefined && matcherOf(value)(path);
}

function pathBelow({ uri }: Origin, draft: string): string | undefined {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  if (!draft.startsWith(folder)) return undefined;
  const path = draft.slice(folder.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray percent sign
  }
}

const matchers = new Map<string, (path: string) => boolean>();

/** `*` within a name, `**` across folders, `?` one character. Without a slash the name counts in every folder. */
function matcherOf(pattern: string): (path: string) => boolean {
  let matcher = matchers.get(pattern);
  if (!matcher) {
    const plain = pattern.replace(/^\.?\//, '').replace(/\/$/, '/**');
    const anywhere = !pattern.includes('/');
    const source = plain.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (part) => globParts[part] ?? `\\${part}`);
    const regex = new RegExp(`^${anywhere ? '(?:.*/)?' : ''}${source}$`, 's');
    matcher = (path) => regex.test(path);
    matchers.set(pattern, matcher);
  }
  return matcher;
}

const globParts: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
