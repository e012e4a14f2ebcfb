// Writes docs/rules/<rule id>.md, the page that a finding in the editor links to, from what the project already holds: the rules
// themselves, the drafts they are tested with, and the catalogue of disclosures. The families' own pages are written by hand.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/**
 * @typedef {{ text: string, url?: string }} Citation
 * @typedef {{ id: string, title: string, severity: string, citations: Citation[] }} Rule
 * @typedef {{ id: string, title: string, says: string, citation: string, url?: string, severity: string, template?: string }} Disclosure
 */

/** @param {Citation} citation */
const source = ({ text, url }) => (url ? `- [${text}](${url})` : `- ${text}`);

/** @param {string} file */
function fenced(file) {
  const text = readFileSync(file, 'utf8').replace(/^(<!--.*-->\s*\n|# (also|expect|regimes|today|missing):.*\n)+/, '');
  return `\`\`\`${path.extname(file).slice(1)}\n${text.trim()}\n\`\`\``;
}

/**
 * What the rules' own files say of them above their first line, by id: what they flag, and why.
 * @param {string} root @returns {Map<string, string>}
 */
function proseOf(root) {
  const folder = path.join(root, 'server', 'src', 'analysis', 'rules');
  /** @type {Map<string, string>} */
  const prose = new Map();
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(path.join(folder, name), 'utf8');
    const rule = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+(?:: Rule)? = [\s\S]{0,80}?\bid: '([^']+)'/g;
    for (const [, comment = '', id = ''] of text.matchAll(rule)) {
      const lines = comment.split('\n').map((line) => line.replace(/^ *\*? ?/, '').trimEnd());
      prose.set(id, lines.join('\n').trim());
    }
  }
  return prose;
}

/** What was counted on published policies, by the start of rule ids. @typedef {Record<string, string>} Measured */

/** @param {string} id @param {Measured} measured */
const countedFor = (id, measured) =>
  Object.entries(measured)
    .filter(([start]) => id.startsWith(start))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];

/** Findings of one rule on published policies, and how many of those read were right. @typedef {{ findings: number, in: number, read: number, right: number }} Precision */

/** Families whose rules were all run over the same policies. */
const counted = /^(?:consistency|placeholder|reference|retention|wording)\//;

/**
 * What was counted, and that it was counted on the policies with which the rules were worked out: no promise for others.
 * @param {string} id @param {{ policies: number, rules: Record<string, Precision> }} precision
 */
function precisionOf(id, { policies, rules }) {
  if (!counted.test(id)) return undefined;
  const one = rules[id];
  const among = `the ${policies} published policies with which the rules were worked out`;
  if (!one) return `No finding on ${among}; the drafts above show it at work.`;
  const findings = `${one.findings} ${one.findings === 1 ? 'finding' : 'findings'} on ${one.in} of ${among}`;
  return one.read < FEWEST_READ
    ? `${findings}: too few to say how often it is right.`
    : `${findings}. Of ${one.read} that were read, ${one.right} were right; expect less of a draft with which it was not worked out.`;
}
/** A share of fewer findings says nothing. */
const FEWEST_READ = 10;

/** In one line: three hundred pages lie in the package. @param {string} family */
const furtherPages = (family) =>
  [
    `[About this family of rules](../${family}.md)`,
    ...(family === 'suppression' ? [] : ['[suppressing a finding](../suppression.md)']),
  ].join(' · ');

/**
 * The drafts that show what a rule reports and what it leaves alone: the shortest of those that speak for themselves, without
 * comments on how they are checked, with the severity that the page names and a quick fix where there is one.
 * @param {Rule} rule @param {string} folder
 */
function examples({ id, severity }, folder) {
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder).sort();
  const fixedOf = (/** @type {string} */ name) =>
    names.find((other) => other.startsWith(`${path.parse(name).name}.fixed.`));
  const drafts = names
    .filter((name) => !name.includes('.fixed.'))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
  const isPlain = (/** @type {string} */ text) => !/^(?:<!-- |# )(?:also|expect|regimes|today|missing):/m.test(text);
  const isUsual = (/** @type {string} */ text) => severity === 'off' || text.includes(`^ ${severity} ${id}`);
  /** How much in a draft needs an explanation. */
  const oddity = (/** @type {{ name: string, text: string }} */ { name, text }) =>
    (isPlain(text) ? 0 : 4) + (!text.includes('^^') || isUsual(text) ? 0 : 2) + (fixedOf(name) ? 0 : 1);
  drafts.sort((one, other) => oddity(one) - oddity(other) || one.text.length - other.text.length);
  const reported = drafts.find(({ text }) => text.includes('^^'));
  const silent = drafts.find(({ text }) => !text.includes('^^'));
  const fixed = reported && fixedOf(reported.name);
  return [
    reported && `## Reported\n\n${fenced(path.join(folder, reported.name))}`,
    fixed && `## Better, by the quick fix\n\n${fenced(path.join(folder, fixed))}`,
    silent && `## Not reported\n\n${fenced(path.join(folder, silent.name))}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * "error, in some cases warning or information": the severity of a rule, and which other ones its drafts show.
 * @param {Rule} rule @param {string} folder
 */
function severities({ id, severity }, folder) {
  if (severity === 'off') return 'off unless switched on';
  if (!existsSync(folder)) return severity;
  const drafts = readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
  const others = ['error', 'warning', 'information'].filter(
    (other) => other !== severity && new RegExp(`\\^ ${other} ${id}\\b(?!-)`).test(drafts),
  );
  return others.length === 0 ? severity : `${severity}, in some cases ${others.join(' or ')}`;
}

/** @param {string} template a snippet: `${1:[what to fill in]}`, `${2|Yes,No|}` */
function plain(template) {
  return template
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^}]*)\|\}/g, (_, choices) => `[${choices.replaceAll(',', ' or ')}]`);
}

/** @param {Rule} rule @param {string} root @param {string | undefined} prose @param {Measured} measured @param {string | undefined} precision */
function rulePage(rule, root, prose, measured, precision) {
  const family = rule.id.split('/')[0] ?? '';
  const known = [precision, countedFor(rule.id, measured)].filter(Boolean).join('\n\n');
  const drafts = path.join(root, 'test', 'fixtures', rule.id);
  const parts = [
    `# ${rule.title}`,
    `\`${rule.id}\` · ${severities(rule, drafts)}`,
    prose,
    examples(rule, drafts),
    rule.citations.length > 0 && `## Sources\n\n${rule.citations.map(source).join('\n')}`,
    known && `## Known false alarms\n\n${known}`,
    furtherPages(family),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** @param {Disclosure} disclosure @param {{ name: string, asOf: string }} regime @param {Measured} measured */
function disclosurePage(disclosure, regime, measured) {
  const id = `disclosure/${disclosure.id}`;
  const counted = countedFor(id, measured);
  const parts = [
    `# ${disclosure.title}`,
    `\`disclosure/${disclosure.id}\` · ${disclosure.severity === 'info' ? 'information' : disclosure.severity}`,
    `${disclosure.says}`,
    `Asked for by: ${regime.name}, as of ${regime.asOf}.`,
    disclosure.template && `## A paragraph to start from\n\n${plain(disclosure.template).trim()}`,
    `## Source\n\n${source({ text: disclosure.citation, url: disclosure.url })}`,
    counted && `## Known false alarms\n\n${counted}`,
    furtherPages('disclosure'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/**
 * Writes every page anew.
 * @param {string} root
 * @returns {number} how many
 */
export function writeRulePages(root) {
  const output = execFileSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'rules', '--format', 'json']);
  /** @type {{ rules: Rule[] }} */
  const { rules } = JSON.parse(output.toString());
  /** @type {Map<string, string>} */
  const prose = proseOf(root);
  /** @type {Measured} */
  const measured = parse(readFileSync(path.join(root, 'docs', 'rules', 'measured.yaml'), 'utf8'));
  const precision = parse(readFileSync(path.join(root, 'docs', 'rules', 'precision.yaml'), 'utf8'));
  /** @type {Record<string, string>} */
  const described = parse(readFileSync(path.join(root, 'docs', 'rules', 'described.yaml'), 'utf8'));
  const pages = new Map(
    rules.map((rule) => {
      const told = prose.get(rule.id) ?? Object.entries(described).find(([end]) => rule.id.endsWith(end))?.[1];
      return [rule.id, rulePage(rule, root, told, measured, precisionOf(rule.id, precision))];
    }),
  );
  const catalogue = path.join(root, 'server', 'src', 'analysis', 'catalogue', 'disclosures');
  for (const name of readdirSync(catalogue).filter((name) => name.endsWith('.yaml'))) {
    const regime = parse(readFileSync(path.join(catalogue, name), 'utf8'));
    if (!regime?.regime) continue; // what the regimes share
    for (const disclosure of regime.disclosures)
      pages.set(`disclosure/${disclosure.id}`, disclosurePage(disclosure, regime, measured));
  }
  const folder = path.join(root, 'docs', 'rules');
  for (const [id, page] of pages) {
    const file = path.join(folder, `${id}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, page);
  }
  // Pages of rules that are gone; the families' own lie one level higher.
  for (const family of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const name of readdirSync(path.join(folder, family.name))) {
      if (!pages.has(`${family.name}/${path.parse(name).name}`)) rmSync(path.join(folder, family.name, name));
    }
  }
  return pages.size;
}
