/**
 * What a snippet (LSP snippet syntax) says where nobody can fill in its blanks: defaults as they are, a choice as all
 * its options in brackets, so that none is asserted and the placeholder rule asks for a decision.
 */
export function snippetToText(snippet: string): string {
  return readSnippet(snippet, 0, false).text;
}

function readSnippet(snippet: string, from: number, nested: boolean): { text: string; end: number } {
  let text = '';
  let at = from;
  while (at < snippet.length) {
    const character = snippet[at];
    if (character === '\\' && at + 1 < snippet.length) {
      text += snippet[at + 1];
      at += 2;
    } else if (character === '}' && nested) {
      return { text, end: at + 1 };
    } else if (character === '$') {
      const blank = readBlank(snippet, at);
      text += blank.text;
      at = blank.end;
    } else {
      text += character;
      at++;
    }
  }
  return { text, end: at };
}

const blankStart = /\$(?:(?:\d+|[A-Za-z_]\w*)|\{(?:\d+|[A-Za-z_]\w*)(?<then>[}:|/]))/y;

function readBlank(snippet: string, at: number): { text: string; end: number } {
  blankStart.lastIndex = at;
  const match = blankStart.exec(snippet);
  if (!match) return { text: '$', end: at + 1 };
  const inside = at + match[0].length;
  switch (match.groups?.then) {
    case ':':
      return readSnippet(snippet, inside, true);
    case '|':
      return readChoice(snippet, inside);
    case '/': {
      const end = snippet.indexOf('}', inside);
      return { text: '', end: end < 0 ? snippet.length : end + 1 };
    }
    default:
      return { text: '', end: inside };
  }
}

function readChoice(snippet: string, from: number): { text: string; end: number } {
  const options = [''];
  let at = from;
  for (; at < snippet.length && !snippet.startsWith('|}', at); at++) {
    if (snippet[at] === '\\' && at + 1 < snippet.length) options[options.length - 1] += snippet[++at];
    else if (snippet[at] === ',') options.push('');
    else options[options.length - 1] += snippet[at];
  }
  const text =
    options.length === 1 ? options[0] : `[${options.map((option) => option.replace(/^\[|\]$/g, '')).join(' / ')}]`;
  return { text, end: Math.min(snippet.length, at + 2) };
}
