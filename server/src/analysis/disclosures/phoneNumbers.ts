import type { Token } from '../language/types';

/** Words before figures, in lower case. */
export interface PhoneWords {
  /** What follows is dialled. */
  readonly dialled: ReadonlySet<string>;
  /** What follows numbers a company in a register. */
  readonly registered: ReadonlySet<string>;
}

const PHONE_LETTERS = /^[a-z]{3,8}$/;

/** A run of figures, brackets and hyphens with 7 to 15 figures that begins like a telephone number. */
export function phoneEnd(tokens: readonly Token[], at: number, words: PhoneWords): number | undefined {
  if ((tokens[at] as Token).glue) return undefined;
  const before = tokens[at - 1]?.lower;
  let figures = 0;
  let groups = 0;
  let last = at;
  for (let i = at; i < tokens.length && i < at + 12; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'number' && /^[\d.]+$/.test(token.lower)) {
      figures += token.lower.replace(/\./g, '').length;
      groups += token.lower.split('.').length;
      last = i;
    } else if (token.kind === 'word' && token.glue === '-' && groups >= 2 && PHONE_LETTERS.test(token.lower)) {
      figures += token.lower.length;
      last = i;
    } else if (!['(', ')', '-', '/', '–'].includes(token.lower)) break;
  }
  if (figures < 7 || figures > 15 || isRegistration(tokens, at, words) || isLegalAct(tokens, last)) return undefined;
  const separated = groups >= 2 && (groups >= 3 || before === '(' || before === '+' || figures >= 9 || figures === 7);
  const solid = groups === 1 && (before === '+' || (figures >= 10 && figures <= 13));
  if (before !== '+' && looksLikeDate(tokens, at, last)) return undefined;
  return separated || solid ? last : undefined;
}

/** "CNPJ 12.345.678/0001-90", "reg. no. 516401-0120": the number of a company in a register. */
function isRegistration(tokens: readonly Token[], at: number, { dialled, registered }: PhoneWords): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const { lower } = tokens[i] as Token;
    if (dialled.has(lower)) return false;
    if (registered.has(lower)) return true;
  }
  return false;
}

const LEGAL_ACT = /^(?:ec|eu|eec|euratom)$/;

/** "2000/518/EC": a decision of the European Union. */
function isLegalAct(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  const act = next?.lower === '/' ? tokens[last + 2] : next?.glue === '/' ? next : undefined;
  return act !== undefined && LEGAL_ACT.test(act.lower);
}

function looksLikeDate(tokens: readonly Token[], first: number, last: number): boolean {
  const parts = tokens
    .slice(first, last + 1)
    .filter((token) => token.kind === 'number')
    .flatMap((token) => token.lower.split('.'));
  return (
    parts.length === 3 && parts.some((part) => /^(?:19|20)\d\d$/.test(part)) && parts.every((part) => part.length <= 4)
  );
}

const TOLL_FREE = /^(?:800|833|844|855|866|877|888)$/;

export function isTollFree(tokens: readonly Token[], first: number, last: number): boolean {
  const groups = tokens
    .slice(first, last + 1)
    .filter((token) => token.kind === 'number')
    .flatMap((token) => token.lower.split('.'));
  const area = groups[0] === '1' ? groups[1] : groups[0];
  return (
    area !== undefined &&
    (TOLL_FREE.test(area.slice(0, 3)) || (/^1/.test(area) && TOLL_FREE.test(area.slice(1, 4)) && area.length === 11))
  );
}
