import type { DocumentFormat } from '../../server/src/analysis/document/types';

/** Numbers that look random and are the same in every run. */
export class Numbers {
  constructor(private state: number) {}

  /** From 0 up to, not including, `end`. */
  below(end: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * end);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }
}

const data = [
  'email addresses',
  'IP addresses',
  'postal addresses',
  'phone numbers',
  'purchase history',
  'precise location',
  'device identifiers',
  'payment card numbers',
  'usage data',
  'profile photos',
];
const others = [
  'advertisers',
  'service providers',
  'analytics partners',
  'our payment processor',
  'public authorities',
  'affiliates',
];
const purposes = [
  'to ship orders',
  'to prevent fraud',
  'for marketing',
  'to answer requests',
  'to improve our services',
  'for analytics',
];
const periods = ['30 days', 'two years', 'six months', 'as long as necessary', '13 months', 'ten years'];
const topics = [
  'Information we collect',
  'How we share information',
  'Retention',
  'Your rights',
  'California residents',
  'Children',
  'Cookies',
  'Contact',
  'International transfers',
  'Changes to this notice',
  'Security',
];

/** A draft keeps each kind of data for one period. */
const periodOf = (kind: string): string => periods[data.indexOf(kind) % periods.length];

function sentence(numbers: Numbers): string {
  const a = numbers.of(data);
  const b = numbers.of(data);
  const who = numbers.of(others);
  const why = numbers.of(purposes);
  const count = numbers.below(900) + 10;
  // what contradicts itself or waits to be filled in is rare in a real draft
  if (numbers.below(50) > 0) return numbers.of(plain(a, b, who, why, count));
  return numbers.of([
    `We do not collect ${a}.`,
    `We never sell ${a} to ${who}.`,
    `Do we sell your data?`,
    `No, we do not.`,
    `See “${numbers.of(topics)}” below for case ${count}.`,
    `[Company name] was last updated on 5 May ${2015 + (count % 12)}.`,
  ]);
}

function plain(a: string, b: string, who: string, why: string, count: number): string[] {
  return [
    `We collect ${a} and ${b} ${why}.`,
    `We may share ${a} with ${who} ${why}.`,
    `If you order item ${count}, we use ${a} ${why}.`,
    `We keep ${a} for ${periodOf(a)} after you close your account.`,
    `${a[0].toUpperCase()}${a.slice(1)} are deleted after ${periodOf(a)}.`,
    `You may ask us to delete your ${a} at privacy${count}@lindenhof.example.`,
    `This information includes ${b}.`,
    `However, we may disclose it to ${who} where the law requires it.`,
    `Lindenhof Ltd (“Lindenhof”, “we”) stores ${a} in the European Union only.`,
    `Under the GDPR you have the right to access ${a}, ${b} and record ${count}.`,
    `Our servers in team ${count} log what visitors do, which helps us ${why.replace(/^for /, 'with ').replace(/^to /, '')}.`,
    `The team in room ${count} reviews this notice together with ${who} every year and writes down what it found.`,
    `When you call us about case ${count}, a colleague may ask for details so that we can help you quickly.`,
    `Our shops in district ${count} are open to visitors, and staff will gladly explain how this notice works.`,
  ];
}

type Part =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

function* parts(numbers: Numbers): Generator<Part> {
  yield { kind: 'heading', level: 1, text: 'Lindenhof Privacy Policy' };
  yield { kind: 'paragraph', text: 'Last updated: 3 March 2026' };
  for (;;) {
    yield { kind: 'heading', level: 2 + numbers.below(2), text: numbers.of(topics) };
    for (let n = 1 + numbers.below(4); n > 0; n--) {
      const text = Array.from({ length: 1 + numbers.below(5) }, () => sentence(numbers)).join(' ');
      yield { kind: 'paragraph', text };
      if (numbers.below(3) === 0) {
        const rare = numbers.below(60) === 0;
        const lead = rare
          ? 'We do not share:'
          : numbers.of(['We collect:', 'You have the right to:', 'We share data with:']);
        yield { kind: 'paragraph', text: lead };
        yield {
          kind: 'list',
          items: Array.from({ length: 2 + numbers.below(4) }, () => numbers.of([...data, ...others])),
        };
      }
      if (numbers.below(9) === 0) {
        const rows = Array.from({ length: 3 }, () => {
          const kind = numbers.of(data);
          return [kind, numbers.of(purposes), periodOf(kind)];
        });
        yield { kind: 'table', rows: [['Data', 'Why', 'Kept for'], ...rows] };
      }
    }
  }
}

const writers: Readonly<Record<DocumentFormat, (part: Part) => string>> = {
  markdown(part) {
    switch (part.kind) {
      case 'heading':
        return `${'#'.repeat(part.level)} ${part.text}`;
      case 'paragraph':
        return part.text;
      case 'list':
        return part.items.map((item) => `- ${item}`).join('\n');
      case 'table': {
        const [head, ...rows] = part.rows.map((row) => `| ${row.join(' | ')} |`);
        return [head, '| --- | --- | --- |', ...rows].join('\n');
      }
    }
  },
  html(part) {
    switch (part.kind) {
      case 'heading':
        return `<h${part.level}>${part.text}</h${part.level}>`;
      case 'paragraph':
        return `<p>${part.text}</p>`;
      case 'list':
        return `<ul>\n${part.items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
      case 'table':
        return `<table>\n${part.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</table>`;
    }
  },
  plaintext(part) {
    switch (part.kind) {
      case 'heading':
        return part.text.toUpperCase();
      case 'paragraph':
        return part.text;
      case 'list':
        return part.items.map((item) => `• ${item}`).join('\n');
      case 'table':
        return part.rows.map((row) => row.join('\t')).join('\n');
    }
  },
};

/** A draft of invented wording with about so many characters. */
export function draftOf(length: number, format: DocumentFormat, seed = 1): string {
  const written: string[] = [];
  let total = 0;
  for (const part of parts(new Numbers(seed))) {
    const text = writers[format](part);
    written.push(text);
    total += text.length + 2;
    if (total >= length) break;
  }
  return `${written.join('\n\n')}\n`;
}

/** What makes a reader slow that looks back or ahead: no headings, one endless paragraph, one list, one line. */
export function adversarialOf(length: number, format: DocumentFormat, seed = 1): string {
  const numbers = new Numbers(seed);
  const parts: Part[] = [{ kind: 'heading', level: 1, text: 'Lindenhof Privacy Policy' }];
  const sentences: string[] = [];
  for (let total = 0; total < length / 2; total += sentences[sentences.length - 1].length)
    sentences.push(sentence(numbers));
  parts.push({ kind: 'paragraph', text: sentences.join(' ') });
  parts.push({ kind: 'paragraph', text: 'We collect:' });
  const items: string[] = [];
  for (let total = 0; total < length / 2; total += items[items.length - 1].length + 4)
    items.push(`[${numbers.of(data)}] (“${numbers.of(others)}”, ${numbers.of(data)})`);
  parts.push({ kind: 'list', items });
  return `${parts.map((part) => writers[format](part)).join('\n\n')}\n`;
}
