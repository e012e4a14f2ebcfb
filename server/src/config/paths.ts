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
  return path !== undefined && fits(path, stepsOf(value));
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

/** One step of a pattern. `folders`: any number of folders, each with its slash. */
type Step = { readonly character: string } | 'one' | 'inName' | 'all' | 'folders';

const steps = new Map<string, readonly Step[]>();

/** `*` within a name, `**` across folders, `?` one character. Without a slash the name counts in every folder. */
function stepsOf(pattern: string): readonly Step[] {
  let found = steps.get(pattern);
  if (!found) {
    const plain = pattern.replace(/^\.?\//, '').replace(/\/$/, '/**');
    const own = [...plain.matchAll(/\*\*\/|\*\*|./gsu)].map(([part]) => wildcards[part] ?? { character: part });
    found = pattern.includes('/') ? own : ['folders', ...own];
    steps.set(pattern, found);
  }
  return found;
}

const wildcards: Readonly<Record<string, Step | undefined>> = {
  '**/': 'folders',
  '**': 'all',
  '*': 'inName',
  '?': 'one',
};

/**
 * Whether a path fits a pattern, in time of the one's length times the other's: a regular expression of several stars
 * would try them all against each other.
 */
function fits(path: string, pattern: readonly Step[]): boolean {
  const characters = [...path];
  /** Whether the first characters, so many as the index says, fit the steps up to here. */
  let reached = [true, ...characters.map(() => false)];
  for (const step of pattern) {
    const next: boolean[] = [];
    let isOpen = false;
    for (let at = 0; at <= characters.length; at++) {
      const last = characters[at - 1];
      if (typeof step === 'object') next.push(at > 0 && reached[at - 1] && last === step.character);
      else if (step === 'one') next.push(at > 0 && reached[at - 1] && last !== '/');
      else if (step === 'folders') {
        next.push(reached[at] || (isOpen && last === '/'));
        isOpen ||= reached[at];
      } else {
        isOpen = reached[at] || (isOpen && (step === 'all' || last !== '/'));
        next.push(isOpen);
      }
    }
    reached = next;
  }
  return reached[characters.length];
}
