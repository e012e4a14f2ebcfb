/** ANSI styles, or the text as it is where colours are not wanted. */
export interface Colours {
  bold(text: string): string;
  dim(text: string): string;
  underline(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  green(text: string): string;
}

export function coloursFor(enabled: boolean): Colours {
  const style = (open: number, close: number) => (text: string) =>
    enabled && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    underline: style(4, 24),
    red: style(31, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    green: style(32, 39),
  };
}

/** NO_COLOR (no-color.org) forbids, FORCE_COLOR demands, else a terminal decides. */
export function wantsColours(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR !== undefined) return !['', '0', 'false'].includes(environment.FORCE_COLOR);
  return isTerminal && environment.TERM !== 'dumb';
}
