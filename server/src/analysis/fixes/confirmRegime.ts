import type { PolicyDocument } from '../document/types';
import type { Fix } from '../finding';

/**
 * Writes into the draft which regimes apply, so that they are no longer a guess: a comment on the first line, or a key of
 * the front matter where there is one.
 */
export function confirmRegimes(document: PolicyDocument, ids: readonly string[], title: string): Fix {
  const end = document.source.includes('\r\n') ? '\r\n' : '\n';
  const { frontMatter, format } = document;
  if (frontMatter) {
    const at = frontMatter.range.end;
    const before = frontMatter.text === '' || frontMatter.text.endsWith('\n') ? '' : end;
    return fix(title, at, `${before}regimes: [${ids.join(', ')}]${frontMatter.text.endsWith('\n') ? end : ''}`);
  }
  const list = ids.join(', ');
  // a text file with Markdown headings is read as Markdown, whose comments are those of HTML
  const plain = format === 'plaintext' && !/^#{1,6}[ \t]/m.test(document.source);
  const comment = plain ? `// policy-linter-regimes: ${list}` : `<!-- policy-linter regimes=${list} -->`;
  return fix(title, 0, `${comment}${end}${end}`);
}

const fix = (title: string, at: number, newText: string): Fix => ({
  title,
  safety: 'suggestion',
  edits: [{ range: { start: at, end: at }, newText }],
});
