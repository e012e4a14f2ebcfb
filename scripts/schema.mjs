// Writes schemas/policy-linter.schema.json, by which editors complete and check .policy-linter.yml, from the rules and the
// catalogue: node scripts/schema.mjs [--check]
// (after a build). With --check it only says whether the file is up to date.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const levels = ['error', 'warning', 'information', 'hint', 'off'];

/** @param {string} root @returns {string} the file's content */
function schemaText(root) {
  const catalogue = path.join(root, 'server', 'src', 'analysis', 'catalogue');
  /** @param {string[]} name */
  const read = (...name) => parse(readFileSync(path.join(catalogue, ...name), 'utf8'));
  const output = execFileSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'rules', '--format', 'json']);
  /** @type {{ rules: { id: string, title: string, severity: string }[] }} */
  const { rules } = JSON.parse(output.toString());
  const families = [...new Set(rules.map(({ id }) => id.replace(/\/.*/s, '')))];
  const regimes = Object.keys(read('regimes.yaml').regimes).sort();
  /** @param {{ id: string, label: string }[]} entries */
  const ids = (entries) => ({ oneOf: entries.map(({ id, label }) => ({ const: id, description: label })) });
  /** @param {object} item */
  const oneOrMore = (item) => ({ anyOf: [item, { type: 'array', items: item }] });
  const texts = { type: 'array', items: { type: 'string' } };
  const ruleName = { type: 'string', examples: [...families, ...rules.map(({ id }) => id)] };
  const level = { enum: levels };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Policy Linter project file',
    description: 'How privacy policies below this folder are checked.',
    type: 'object',
    additionalProperties: false,
    definitions: {
      dataType: ids(read('ontology', 'data.yaml').entries),
      role: ids(read('ontology', 'entities.yaml').entries),
    },
    properties: {
      extends: {
        ...oneOrMore({ type: 'string' }),
        description: 'Project files that this one builds on: relative paths in the workspace.',
      },
      regimes: {
        description: 'The regimes that apply, instead of what the drafts show.',
        type: 'array',
        uniqueItems: true,
        items: { enum: ['general', ...regimes.filter((id) => id !== 'general')] },
      },
      facts: {
        description: 'What only you know: disclosures depend on it.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          read('disclosures', 'facts.yaml').map((/** @type {{ id: string, label: string }} */ { id, label }) => [
            id,
            { type: 'boolean', description: label },
          ]),
        ),
      },
      rules: {
        description: 'Severities by rule, its other name (CR-…), or family.',
        type: 'object',
        additionalProperties: false,
        patternProperties: { '^CR-\\d{3}$': level },
        properties: Object.fromEntries([
          ...families.map((family) => [family, { ...level, description: `Every rule of ${family}` }]),
          ...rules.map(({ id, title, severity }) => [
            id,
            { ...level, description: `${title} (as it ships: ${severity})` },
          ]),
        ]),
      },
      terms: {
        description: 'Terms of your own, each with the type of data it stands for.',
        type: 'object',
        additionalProperties: oneOrMore({ $ref: '#/definitions/dataType' }),
      },
      companies: {
        description: 'Companies as the drafts write them, each with its role.',
        type: 'object',
        additionalProperties: oneOrMore({ $ref: '#/definitions/role' }),
      },
      documents: {
        description: 'Sets of drafts that complete each other: relative paths.',
        type: 'array',
        items: texts,
      },
      paths: {
        description: 'Patterns from this folder: drafts that are always checked, drafts that are left out.',
        type: 'object',
        additionalProperties: false,
        properties: { include: oneOrMore({ type: 'string' }), exclude: oneOrMore({ type: 'string' }) },
      },
      suppress: {
        description: 'Findings that do not matter, and why.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'reason'],
          properties: {
            rule: { ...oneOrMore(ruleName), description: 'Rule or family' },
            path: { type: 'string', description: 'Pattern of the drafts; all where there is none' },
            reason: { type: 'string', description: 'Why it does not matter' },
            approved: { type: 'string', description: 'Who approved it' },
            until: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Last day on which it holds' },
          },
        },
      },
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
