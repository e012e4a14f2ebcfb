import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Analysis } from '../analysis/types';
import type { ProjectConfiguration } from '../config/types';
import { canonical, folderOf } from '../drafts/addresses';

/** Paths as they are given on the command line, and the addresses by which documents know each other. */

/** The folder in which project files may extend each other: the repository, else the folder itself. */
export function workspaceOf(folder: string): string {
  let at = path.resolve(folder);
  while (!existsSync(path.join(at, '.git'))) {
    const above = path.dirname(at);
    if (above === at) return `${pathToFileURL(path.resolve(folder)).href}/`;
    at = above;
  }
  return `${pathToFileURL(at).href}/`;
}

/** Standard input goes by the current folder's project file. */
export function addressOf(given: string): string {
  return pathToFileURL(given === '-' ? path.join('.', 'stdin') : given).href;
}

/** Documents of a set lie below the project file, else below the current folder, else beside the draft. */
export function rootOf(uri: string, project: ProjectConfiguration | undefined): string {
  const here = canonical(pathToFileURL(`${path.resolve('.')}${path.sep}`).href);
  const above = [project && folderOf(project.uri), here].filter((folder) => folder !== undefined);
  return above.find((folder) => canonical(uri).startsWith(folder)) ?? folderOf(uri);
}

/** Other documents are named as the draft was: by a path from here, or by a whole path. */
export function withPaths(analysis: Analysis, given: string): Analysis {
  if (!analysis.policy.set) return analysis;
  const name = (document: string) =>
    document.startsWith('file:')
      ? path.isAbsolute(given)
        ? fileURLToPath(document)
        : path.relative('.', fileURLToPath(document))
      : document;
  const members = analysis.policy.set.members.map((member) => ({ ...member, document: name(member.document) }));
  const checklist = analysis.checklist.map((item) =>
    item.elsewhere ? { ...item, elsewhere: { ...item.elsewhere, document: name(item.elsewhere.document) } } : item,
  );
  return {
    ...analysis,
    checklist,
    policy: { ...analysis.policy, checklist, set: { ...analysis.policy.set, members } },
    findings: analysis.findings.map((finding) => ({
      ...finding,
      related: finding.related.map((one) =>
        one.document === undefined ? one : { ...one, document: name(one.document) },
      ),
    })),
  };
}
