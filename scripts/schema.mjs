// Writes schemas/policy-linter.schema.json, by which editors complete and check .policy-linter.yml, from the rules and the
// catalogue: node scripts/schema.mjs [--check]
// (after a build). With --check it only says whether the file is up to date.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const levels = ['error', 'warning', 'information', 'hint', 'off'];

const texts = { type: 'array', items: { type: 'string' } };
const level = { enum: levels };

/** @param {{ id: string, label: string }[]} entries */
const idsOf = (entries) => ({ oneOf: entries.map(({ id, label }) => ({ const: id, description: label })) });

/** @param {object} item */
const oneOrMore = (item) => ({ anyOf: [item, { type: 'array', items: item }] });

/** @param {{ id: string, label: string }[]} facts */
const factsBy = (facts) => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(facts.map(({ id, label }) => [id, { type: 'boolean', description: label }])),
});

/** @typedef {{ id: string, title: string, severity: string }} Rule */

/** @param {Rule[]} rules @param {string[]} families */
const severitiesBy = (rules, families) => ({
  type: 'object',
  additionalProperties: false,
  patternProperties: { '^CR-\\d{3}$': level },
  properties: Object.fromEntries([
    ...families.map((family) => [family, { ...level, description: `Every rule of ${family}` }]),
    ...rules.map(({ id, title, severity }) => [id, { ...level, description: `${title} (as it ships: ${severity})` }]),
  ]),
});

/** @param {Rule[]} rules @param {string[]} families @param {Record<string, string>} about */
function suppressionsBy(rules, families, about) {
  const ruleName = { type: 'string', examples: [...families, ...rules.map(({ id }) => id)] };
  return {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['rule', 'reason'],
      properties: {
        rule: { ...oneOrMore(ruleName), description: about['suppress.rule'] },
        path: { type: 'string', description: about['suppress.path'] },
        reason: { type: 'string', description: about['suppress.reason'] },
        approved: { type: 'string', description: about['suppress.approved'] },
        until: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: about['suppress.until'] },
      },
    },
  };
}

/** What the rules are, as the built command line tool says it. @param {string} root @returns {Rule[]} */
function rulesOf(root) {
  const output = execFileSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'rules', '--format', 'json']);
  return JSON.parse(output.toString()).rules;
}

/** @param {string} root @returns {string} the file's content */
function schemaText(root) {
  const catalogue = path.join(root, 'server', 'src', 'analysis', 'catalogue');
  /** @param {string[]} name */
  const read = (...name) => parse(readFileSync(path.join(catalogue, ...name), 'utf8'));
  /** @type {Record<string, string>} */
  const about = parse(readFileSync(path.join(root, 'server', 'src', 'config', 'keys.yaml'), 'utf8'));
  const rules = rulesOf(root);
  const families = [...new Set(rules.map(({ id }) => id.replace(/\/.*/s, '')))];
  const regimes = Object.keys(read('regimes.yaml').regimes).sort();
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Policy Linter project file',
    description: 'How privacy policies below this folder are checked.',
    type: 'object',
    additionalProperties: false,
    definitions: {
      dataType: idsOf(read('ontology', 'data.yaml').entries),
      role: idsOf(read('ontology', 'entities.yaml').entries),
    },
    properties: {
      extends: { ...oneOrMore({ type: 'string' }), description: about.extends },
      regimes: {
        description: about.regimes,
        type: 'array',
        uniqueItems: true,
        items: { enum: ['general', ...regimes.filter((id) => id !== 'general')] },
      },
      facts: { description: about.facts, ...factsBy(read('disclosures', 'facts.yaml')) },
      rules: { description: about.rules, ...severitiesBy(rules, families) },
      terms: {
        description: about.terms,
        type: 'object',
        additionalProperties: oneOrMore({ $ref: '#/definitions/dataType' }),
      },
      companies: {
        description: about.companies,
        type: 'object',
        additionalProperties: oneOrMore({ $ref: '#/definitions/role' }),
      },
      documents: { description: about.documents, type: 'array', items: texts },
      paths: {
        description: about.paths,
        type: 'object',
        additionalProperties: false,
        properties: {
          include: { ...oneOrMore({ type: 'string' }), description: about['paths.include'] },
          exclude: { ...oneOrMore({ type: 'string' }), description: about['paths.exclude'] },
        },
      },
      suppress: { description: about.suppress, ...suppressionsBy(rules, families, about) },
    },
  };
  return `${JSON.stringify(schema, undefined, 1)}\n`;
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const file = path.join(root, 'schemas', 'policy-linter.schema.json');
const text = schemaText(root);
if (!process.argv.includes('--check')) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('The schema is not what the catalogue has it be now: npm run schema');
  process.exitCode = 1;
}
