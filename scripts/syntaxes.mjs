// Writes the grammars that colour a draft's placeholders, its defined terms and its directives. Their words are those of
// the catalogue, so that what is coloured is what the rules speak of.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** Where the formats draw a line between prose and what is none. */
const prose = [
  'comment',
  'markup.fenced_code',
  'markup.inline.raw',
  'markup.raw',
  'meta.embedded',
  'meta.tag',
  'source',
];
const roots = ['text.html.markdown', 'text.html.derivative'];

/** @param {string[]} words */
const anyOf = (words) =>
  [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');

/** @param {{ names: string[], marks: string[], requests: string[], fillers: string[] }} words of `catalogue/placeholders.yaml` */
function placeholdersBy({ names, marks, requests, fillers }) {
  const matches = [
    `\\[(?i:(?:${anyOf(requests)})\\b)[^\\[\\]\\n]{0,120}\\](?![(\\[:])`,
    `\\[(?:[\\p{L}\\p{N}'’ -]{0,60} )?(?i:${anyOf(names)})\\](?![(\\[:])`,
    "\\[[\\p{Lu}][\\p{Lu}\\p{N}_/'’& -]{2,60}\\](?![(\\[:])",
    '<<[^<>\\n]{1,60}>>',
    `(?<![\\p{L}\\p{N}_])(?:${anyOf([...marks, ...fillers])})(?![\\p{L}\\p{N}_])`,
    '(?<=\\S[ \\t])_{4,}',
  ];
  return { patterns: matches.map((match) => ({ name: 'constant.other.placeholder.policy-linter', match })) };
}

/** @param {{ inBrackets: string[], meaning: string[] }} words of `catalogue/definedTerms.yaml` */
function definedTermsBy({ inBrackets, meaning }) {
  const quoted = '["“][^"“”()\\n]{1,58}["”]';
  const term = { name: 'entity.name.type.defined-term.policy-linter' };
  return {
    patterns: [
      {
        // (collectively, the "Services"): nothing in the brackets but terms and words that introduce them
        begin: `\\((?=[^()\\n]{0,200}["“])(?=(?:(?:(?i:${anyOf(inBrackets)})\\b|${quoted})[ ,]{0,2}){1,16}\\))`,
        end: '\\)',
        patterns: [{ match: '["“]([^"“”()\\n]{1,58}?)[,.]?["”]', captures: { 1: term } }],
      },
      {
        match: `["“]([^"“”\\n]{1,58})["”](?=,? (?:(?:shall|will|also) )?(?:${anyOf(meaning)})\\b)`,
        captures: { 1: term },
      },
      {
        match: `(?<![*\\w])\\*\\*([^*\\n]{1,58})\\*\\*(?=,? (?:(?:shall|will|also) )?(?:${anyOf(meaning)})\\b)`,
        captures: { 0: { name: 'markup.bold.markdown' }, 1: term },
      },
    ],
  };
}

const directives = {
  patterns: [
    {
      begin: '(?<![\\w-])(policy-linter-(?:disable(?:-next-line|-line|-file)?|enable))(?![\\w-])',
      beginCaptures: { 1: { name: 'keyword.control.directive.policy-linter' } },
      end: '(?=-->|\\*/)|$',
      patterns: [
        { match: '\\b(?:approved(?: by)?|until)(?=:)', name: 'keyword.other.detail.policy-linter' },
        { match: '\\b\\d{4}-\\d{2}-\\d{2}\\b', name: 'constant.numeric.date.policy-linter' },
        {
          begin: '(?<=\\s)(--|—|–|because)(?=\\s)',
          beginCaptures: { 1: { name: 'punctuation.separator.reason.policy-linter' } },
          end: '(?=-->|\\*/|\\((?:approved|until))|$',
          contentName: 'string.unquoted.reason.policy-linter',
        },
        { match: '[a-z][a-z-]*/[\\w.-]+', name: 'support.constant.rule.policy-linter' },
        { match: '\\b[a-z][a-z-]*\\b', name: 'support.constant.rule.policy-linter' },
      ],
    },
    {
      begin: '(?<![\\w-])(policy-linter[- ]regimes)\\s*[:=]',
      beginCaptures: { 1: { name: 'keyword.control.directive.policy-linter' } },
      end: '(?=-->|\\*/)|$',
      patterns: [{ match: '[\\w]+(?:-[\\w]+)*', name: 'support.constant.regime.policy-linter' }],
    },
  ],
};

/**
 * The grammars by file name.
 * @param {string} root
 * @returns {Map<string, object>}
 */
export function syntaxes(root) {
  /** @param {string} name */
  const catalogue = (name) =>
    parse(readFileSync(path.join(root, 'server', 'src', 'analysis', 'catalogue', `${name}.yaml`), 'utf8'));
  const placeholders = placeholdersBy(catalogue('placeholders'));
  const definedTerms = definedTermsBy(catalogue('definedTerms'));
  return new Map([
    [
      'policy-draft.injection.tmLanguage.json',
      {
        scopeName: 'policy-linter.draft.injection',
        injectionSelector: roots.map((scope) => `L:${scope} -${prose.join(' -')}`).join(', '),
        patterns: [{ include: '#placeholders' }, { include: '#definedTerms' }],
        repository: { placeholders, definedTerms },
      },
    ],
    [
      'policy-directives.injection.tmLanguage.json',
      {
        scopeName: 'policy-linter.directives.injection',
        injectionSelector: roots
          .flatMap((scope) => [`L:${scope} comment.block`, `L:${scope} meta.link.reference.def`])
          .join(', '),
        patterns: [{ include: '#directives' }],
        repository: { directives },
      },
    ],
    [
      'policy-plaintext.tmLanguage.json',
      {
        scopeName: 'text.plain.policy-linter',
        patterns: [
          {
            begin: '^\\s{0,12}(?:#|//)?\\s{0,12}(?=policy-linter[- ])',
            end: '$',
            name: 'comment.line.directive.policy-linter',
            patterns: [{ include: 'policy-linter.directives.injection#directives' }],
          },
          { include: 'policy-linter.draft.injection#placeholders' },
          { include: 'policy-linter.draft.injection#definedTerms' },
        ],
      },
    ],
  ]);
}

/**
 * @param {string} root
 * @returns {number} how many were written
 */
export function writeSyntaxes(root) {
  const folder = path.join(root, 'syntaxes');
  mkdirSync(folder, { recursive: true });
  const all = syntaxes(root);
  for (const [name, grammar] of all) writeFileSync(path.join(folder, name), written(grammar));
  return all.size;
}

/** @param {object} grammar */
export const written = (grammar) => `${JSON.stringify(grammar, undefined, 2)}\n`;
