import type { DirectiveWord, Reach, SuppressionDirective } from './types';

const commands: Readonly<Record<string, Reach | 'end'>> = {
  'policy-linter-disable-line': 'line',
  'policy-linter-disable-next-line': 'nextLine',
  'policy-linter-disable': 'region',
  'policy-linter-disable-file': 'file',
  'policy-linter-enable': 'end',
};
export const directiveNames: readonly string[] = Object.keys(commands);

/**
 * `policy-linter-disable-next-line RULE, RULE -- reason (approved: who, until: YYYY-MM-DD)`. The reason begins after a
 * dash, a colon or the word "because": Markdown allows no `--` in a comment within a line. Undefined for other directives.
 */
export function readDirective(text: string): SuppressionDirective | undefined {
  if (!/^policy-linter-(?:disable|enable)/.test(text)) return undefined;
  const [word, ...words] = wordsOf(text);
  const rules: DirectiveWord[] = [];
  let reasonFrom = text.length;
  for (const next of words) {
    if (isSeparator(next.text)) {
      reasonFrom = next.text === 'because' ? next.start : next.end;
      break;
    }
    const name = next.text.replace(/(?<![,:])[,:]+$/, '');
    if (name !== '') rules.push({ text: name, start: next.start, end: next.start + name.length });
    if (next.text.endsWith(':')) {
      reasonFrom = next.end;
      break;
    }
  }
  return { command: commands[word.text], word, rules, ...readReason(text, reasonFrom) };
}

function readReason(text: string, from: number): Pick<SuppressionDirective, 'reason' | 'approved' | 'until'> {
  const rest = text.slice(from);
  const details = /\(([^()]*)\)\s*$/.exec(rest);
  const approved = details && /(?:^|,)\s*approved(?: by)?:([^,]*)/.exec(details[1])?.[1].trim();
  const until = details && /(?:^|,)\s*until:\s*([^,\s]*)/.exec(details[1]);
  if (!details || !(approved || until)) return { reason: unlessBlank(rest) };
  const reason = unlessBlank(rest.slice(0, details.index));
  const start = until ? from + details.index + 1 + until.index + until[0].length - until[1].length : 0;
  return {
    reason,
    ...(approved && { approved }),
    ...(until && { until: { text: until[1], start, end: start + until[1].length } }),
  };
}

/** A reason in which the blank of a quick fix is still to be filled in is none. */
function unlessBlank(reason: string): string {
  return /\[reason\]/i.test(reason) ? '' : reason.replace(/\s+/g, ' ').trim();
}

const isSeparator = (word: string): boolean => /^(?:-{2,}|[—–:]|because)$/.test(word);

function wordsOf(text: string): DirectiveWord[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** A day that exists, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}
