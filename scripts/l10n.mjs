// Gathers the texts that the extension shows, so that a translator has them in one file: `l10n/bundle.l10n.json` maps
// each to itself, and `bundle.l10n.de.json` beside it would map each to German.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CALL = /\bl10n\.t\(\s*/g;
const LITERAL = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y;

/**
 * The bundle of all texts in the client's sources.
 * @param {string} root
 * @returns {string}
 */
export function bundle(root) {
  const folder = path.join(root, 'client', 'src');
  /** @type {Set<string>} */
  const texts = new Set();
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith('.ts')) continue;
    const source = readFileSync(path.join(folder, name), 'utf8');
    for (const call of source.matchAll(CALL)) {
      LITERAL.lastIndex = call.index + call[0].length;
      const literal = LITERAL.exec(source)?.[0];
      // A text that is put together at run time cannot be translated.
      if (!literal) throw new Error(`${name}: l10n.t needs a text, not an expression`);
      texts.add(unquoted(literal));
    }
  }
  return `${JSON.stringify(Object.fromEntries([...texts].sort().map((text) => [text, text])), undefined, 2)}\n`;
}

/** @param {string} literal @returns {string} */
const unquoted = (literal) =>
  JSON.parse(
    `"${literal
      .slice(1, -1)
      .replace(/\\'/g, "'")
      .replace(/(?<!\\)"/g, '\\"')}"`,
  );

/** @param {string} root */
export function writeBundle(root) {
  mkdirSync(path.join(root, 'l10n'), { recursive: true });
  writeFileSync(path.join(root, 'l10n', 'bundle.l10n.json'), bundle(root));
}
