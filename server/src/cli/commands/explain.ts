import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../../analysis/language/closest';
import { loadEngine } from '../../drafts/engine';
import { packagedRulePages } from '../../drafts/rulePages';
import type { ExitStatus } from '../exitStatus';
import type { Terminal } from '../io';

import { type Invocation, UsageError } from '../options';

/** Prints the rule's page where the package brings one, else its title and sources. */
export async function explainCommand({ operands }: Invocation, { out }: Terminal): Promise<ExitStatus> {
  const [id, ...more] = operands;
  if (id === undefined || more.length > 0) throw new UsageError('"explain" takes the id of one rule.');
  const { rules } = await loadEngine();
  const rule = rules.find((known) => known.id === id || known.aliases?.includes(id));
  if (!rule) {
    const near = didYouMean(
      id,
      rules.map((known) => known.id),
    );
    throw new UsageError(`Unknown rule "${id}".${near} "policy-linter rules" lists them all.`);
  }
  const page = packagedRulePages(__dirname)(rule.id);
  if (page?.endsWith(`/${rule.id}.md`)) {
    await out.write(await readFile(fileURLToPath(page), 'utf8'));
    return 0;
  }
  const sources = rule.citations.map(({ text, url }) => (url === undefined ? text : `${text} (${url})`));
  await out.line(`${rule.id} (${rule.severity})\n\n${rule.title}`);
  if (sources.length > 0) await out.line(`\nSources:\n${sources.map((source) => `  ${source}`).join('\n')}`);
  return 0;
}
