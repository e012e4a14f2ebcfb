import type { DocumentFormat } from '../analysis/document/types';

const formatsByExtension: Readonly<Record<string, DocumentFormat>> = {
  md: 'markdown',
  mdx: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'plaintext',
  text: 'plaintext',
};

const formats: readonly DocumentFormat[] = ['markdown', 'html', 'plaintext'];

/** Language identifiers of editors. */
const formatsByLanguage: Readonly<Record<string, DocumentFormat>> = {
  markdown: 'markdown',
  mdx: 'markdown',
  html: 'html',
  plaintext: 'plaintext',
  text: 'plaintext',
};

/** What a directory search looks for. */
export const searchedExtensions: readonly string[] = ['md', 'mdx', 'html', 'txt'];

/** By the file name's extension, else by how the text starts. */
export function formatOfFile(path: string, text: string): DocumentFormat {
  return formatsByExtension[extensionOf(path)] ?? guessFormat(text);
}

/** Formats, "markdown", "html" or "plaintext", by an editor's names of languages. */
export type OwnLanguages = Readonly<Record<string, unknown>>;

/** Undefined for languages in which no policy is written. */
export function formatOfLanguage(languageId: string, own: OwnLanguages = {}): DocumentFormat | undefined {
  if (Object.hasOwn(formatsByLanguage, languageId)) return formatsByLanguage[languageId];
  const format = Object.hasOwn(own, languageId) ? own[languageId] : undefined;
  return formats.find((one) => one === format);
}

export function extensionOf(path: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(path)?.[1].toLowerCase() ?? '';
}

const GUESS_WITHIN = 4096;

/** For standard input and files without a telling name. */
function guessFormat(text: string): DocumentFormat {
  const start = text.slice(0, GUESS_WITHIN);
  if (/^\s*<(?:!doctype|html|head|body|div|section|article|main|h[1-6]|p)\b/i.test(start)) return 'html';
  if (/^---\r?\n|^#{1,6} \S|\]\([^)\s]{1,500}\)|^\*\*\S/m.test(start)) return 'markdown';
  return 'plaintext';
}
