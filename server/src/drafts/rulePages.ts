import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Addresses of the rule pages that the package brings along: `docs/rules/<rule id>.md`, or the page of the rule's
 * family. Undefined where neither is there, as a dead link helps nobody.
 * @param bundleFolder the folder of the running server, beside which `docs` lies
 */
export function packagedRulePages(bundleFolder: string) {
  const besideServer = pathToFileURL(path.join(bundleFolder, '..', 'docs', 'rules')).href;
  const known = new Map<string, string | undefined>();
  return (rule: string, folder = besideServer): string | undefined => {
    const key = `${folder} ${rule}`;
    if (!known.has(key)) known.set(key, findPage(rule, folder.replace(/\/$/, '')));
    return known.get(key);
  };
}

function findPage(rule: string, folder: string): string | undefined {
  const pages = [rule, rule.replace(/\/.*/s, '')].map((name) => `${folder}/${name}.md`);
  return pages.find((page) => page.startsWith('file:') && existsSync(fileURLToPath(page)));
}
