import type { Numbers } from '../incremental/drafts';

/** What no author writes on purpose: half a merge, half a character, half a table, half a file of another kind. */
export const oddities: readonly string[] = [
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> theirs\n',
  '\ud83d',
  '\ude00',
  '\ufeff',
  '\u0000',
  '\u0001\u0002\u007f\u0080\u009f',
  '%PDF-1.4\n\u00e2\u00e3\u00cf\u00d3\n',
  'PK\u0003\u0004\u0014\u0000\u0006\u0000',
  '\r',
  '\r\n\r\n',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u202e',
  '\u2067מדיניות פרטיות\u2069 ',
  'سياسة الخصوصية. ',
  'e\u0301\u0302\u0303',
  '👩‍👩‍👧 ',
  '> > > - 1. ',
  '        - ',
  '- - - - ',
  '* * *\n',
  '| a | b\n|--|\n',
  '|||\n',
  '||',
  '\n|---|---|\n',
  '```',
  '~~~\n',
  '**',
  '__*_',
  '![](',
  '[](',
  ']: <',
  '[^a]: ',
  '\\',
  '&#x110000;',
  '&amp',
  '&nosuch;',
  '<table><tr><td>',
  '</td></tr></table>',
  '<ul><li>',
  '</ul>',
  '</p></p>',
  '<h1><h2>',
  '<script>if (a < b) "</p>"',
  '</script>',
  '<style>',
  '<![CDATA[',
  '<?php ',
  '<!DOCTYPE',
  '<a href="',
  "<b title='",
  '<!--',
  '-->',
  '{/*',
  '{% if',
  '---\n',
  '...\n',
  '\n\n\n\n',
  '(a) (i) 1.1.1. ',
  '“‘"\'',
  'ﬁ ß İ ',
  '१२३ ',
  '99999999999999999999 years ',
  '2026-13-45 ',
];

/** A pasted block repeats up to so many times. */
const MOST_REPEATED = 40;

/** Changes a text somewhere: types, pastes, cuts, moves, repeats, truncates, or mixes line ends. */
export function mutate(text: string, numbers: Numbers, words: readonly string[]): string {
  const at = numbers.below(text.length + 1);
  const insert = (what: string) => text.slice(0, at) + what + text.slice(at);
  switch (numbers.below(16)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return insert(numbers.of(words));
    case 4:
    case 5:
    case 6:
      return insert(numbers.of(oddities));
    case 7:
      return insert(numbers.of(oddities).repeat(1 + numbers.below(MOST_REPEATED)));
    case 8:
    case 9:
      return text.slice(0, at) + text.slice(at + 1 + numbers.below(4));
    case 10:
      return text.slice(0, at) + text.slice(at + numbers.below(200));
    case 11: {
      const from = numbers.below(text.length + 1);
      return insert(text.slice(from, from + numbers.below(200)));
    }
    case 12: {
      const end = at + numbers.below(120);
      const rest = text.slice(0, at) + text.slice(end);
      const to = numbers.below(rest.length + 1);
      return rest.slice(0, to) + text.slice(at, end) + rest.slice(to);
    }
    case 13:
      return numbers.below(6) === 0 ? text.slice(0, at) : insert('\n');
    case 14:
      return numbers.below(6) === 0 ? text.replace(/\r?\n/g, numbers.of(['\r\n', '\n', '\r'])) : insert('\r\n');
    default:
      return (
        text.slice(0, at) +
        String.fromCharCode(numbers.below(numbers.of([0x100, 0x10000]))) +
        text.slice(at + numbers.below(2))
      );
  }
}
