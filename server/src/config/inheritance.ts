import type { ConfigurationProblem, Origin, ProjectConfiguration } from './types';

/** A project file over the ones it extends: what it says itself counts; lists of patterns and suppressions add up. */
export function inherit(own: ProjectConfiguration, bases: readonly ProjectConfiguration[]): ProjectConfiguration {
  let merged = own;
  for (const base of [...bases].reverse()) merged = inheritOne(merged, base);
  return merged;
}

function inheritOne(own: ProjectConfiguration, base: ProjectConfiguration): ProjectConfiguration {
  return {
    ...own,
    regimes: own.regimes ?? base.regimes,
    facts: new Map([...base.facts, ...own.facts]),
    rules: new Map([...base.rules, ...own.rules]),
    terms: new Map([...base.terms, ...own.terms]),
    companies: new Map([...base.companies, ...own.companies]),
    documents: [...base.documents, ...own.documents],
    include: [...base.include, ...own.include],
    exclude: [...base.exclude, ...own.exclude],
    suppress: [...base.suppress, ...own.suppress],
    problems: [...own.problems, ...base.problems],
  };
}

/**
 * The address of an extended file. It is written as a path and lies in the workspace, or below the folder of the file that
 * names it: a draft from elsewhere cannot make the linter read files of its choice. Undefined otherwise.
 */
export function extendedAddress(path: string, from: string, roots: readonly string[]): string | undefined {
  const address = addressOf(path, from);
  return address !== undefined && roots.some((root) => address.startsWith(root)) ? address : undefined;
}

/** The folders in which a file may lie that the project file at an address extends: its own, and those of the workspace. */
export function rootsOf(from: string, workspace: readonly string[]): readonly string[] {
  return [from.slice(0, from.lastIndexOf('/') + 1), ...workspace.filter((root) => from.startsWith(root))];
}

/** The address of a relative path; undefined for anything else. */
export function addressOf(path: string, from: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\~])/i.test(path)) return undefined;
  return new URL(path.replace(/[%?#]/g, encodeURIComponent), from).href;
}

export function problemAt({ uri, line }: Origin, message: string): ConfigurationProblem {
  return { uri, message, start: { line, character: 0 }, end: { line, character: 999 } };
}
