/**
 * The pattern language of the disclosure catalogue: conditions over the concepts found in a stretch of text.
 *
 *   right-to > delete            a `delete` phrase at most 8 words after a `right-to` phrase
 *   keep >20 $duration           the same with another distance
 *   delete ~5 personal-data      at most 5 words apart, in either order
 *   a & b, a | b, !a             both, either, absent
 *   /as long as necessary/       a phrase on the spot
 *   $email                       a mark that is recognised by form, see marks.ts
 *   heading(a)                   in the titles of the section and of the sections around it
 *   near(a)                      in the sentence before, the sentence itself or the one after
 *   block(a), section(a), doc(a) anywhere in the paragraph with its list lead, the section, the draft
 *   aff(a), neg(a)               not denied, denied ("we do not …")
 *   starts(a)                    among the first words
 *   title(a)                     also where quoted or linked: a title is what is asked for
 *   count(2, a)                  two different places
 *   min(2, a, b, c)              two of the list
 *   short(12)                    the sentence has at most 12 words
 */
export type Expression =
  | { readonly kind: 'concept'; readonly id: string }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'sequence'; readonly first: Expression; readonly next: Expression; readonly within: number }
  | { readonly kind: 'nearby'; readonly first: Expression; readonly next: Expression; readonly within: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }
  | { readonly kind: 'scope'; readonly scope: Scope; readonly part: Expression }
  | { readonly kind: 'filter'; readonly filter: Filter; readonly part: Expression }
  | { readonly kind: 'count'; readonly least: number; readonly part: Expression }
  | { readonly kind: 'min'; readonly least: number; readonly parts: readonly Expression[] }
  | { readonly kind: 'short'; readonly most: number };

export type Scope = (typeof scopes)[number];
export type Filter = (typeof filters)[number];

const scopes = ['heading', 'near', 'block', 'section', 'doc'] as const;
const filters = ['aff', 'neg', 'starts', 'title'] as const;
const DEFAULT_DISTANCE = 8;

/** Throws on a malformed expression: the catalogue's tests parse every one. */
export function parseExpression(text: string): Expression {
  const parser = new Parser(text);
  const expression = parser.or();
  parser.end();
  return expression;
}

class Parser {
  private readonly symbols: string[];
  private at = 0;

  constructor(private readonly source: string) {
    this.symbols = source.match(/\/[^/]*\/|[$\w][\w-]*|>\d*|~\d*|[&|!(),]|\S/g) ?? [];
  }

  or(): Expression {
    return this.list('or', '|', () => this.and());
  }

  end(): void {
    if (this.at < this.symbols.length) this.fail();
  }

  private and(): Expression {
    return this.list('and', '&', () => this.chain());
  }

  private list(kind: 'and' | 'or', separator: string, item: () => Expression): Expression {
    const parts = [item()];
    while (this.peek() === separator) {
      this.at++;
      parts.push(item());
    }
    return parts.length === 1 ? (parts[0] as Expression) : { kind, parts };
  }

  private chain(): Expression {
    let left = this.unary();
    for (let symbol = this.peek(); symbol && /^[>~]/.test(symbol); symbol = this.peek()) {
      this.at++;
      const within = symbol.length > 1 ? Number(symbol.slice(1)) : DEFAULT_DISTANCE;
      left = { kind: symbol[0] === '>' ? 'sequence' : 'nearby', first: left, next: this.unary(), within };
    }
    return left;
  }

  private unary(): Expression {
    const symbol = this.take();
    if (symbol === '!') return { kind: 'not', part: this.unary() };
    if (symbol === '(') {
      const inner = this.or();
      this.expect(')');
      return inner;
    }
    if (symbol.length > 2 && symbol.startsWith('/') && symbol.endsWith('/'))
      return { kind: 'phrase', text: symbol.slice(1, -1) };
    if (!/^[$\w]/.test(symbol)) this.fail();
    return this.peek() === '(' ? this.call(symbol) : { kind: 'concept', id: symbol };
  }

  private call(name: string): Expression {
    this.expect('(');
    if (name === 'short') {
      const most = this.number();
      this.expect(')');
      return { kind: 'short', most };
    }
    let least = 0;
    if (name === 'count' || name === 'min') {
      least = this.number();
      this.expect(',');
    }
    const parts = [this.or()];
    while (this.peek() === ',') {
      this.at++;
      parts.push(this.or());
    }
    this.expect(')');
    const [part] = parts as [Expression];
    if (name === 'count') return { kind: 'count', least, part };
    if (name === 'min') return { kind: 'min', least, parts };
    if (isScope(name)) return { kind: 'scope', scope: name, part };
    if (isFilter(name)) return { kind: 'filter', filter: name, part };
    return this.fail();
  }

  private number(): number {
    const value = Number(this.take());
    if (!Number.isInteger(value)) this.fail();
    return value;
  }

  private peek(): string | undefined {
    return this.symbols[this.at];
  }

  private take(): string {
    const symbol = this.symbols[this.at++];
    return symbol ?? this.fail();
  }

  private expect(symbol: string): void {
    if (this.take() !== symbol) this.fail();
  }

  private fail(): never {
    throw new Error(`Malformed expression near "${this.symbols[this.at - 1] ?? ''}" in: ${this.source}`);
  }
}

const isScope = (name: string): name is Scope => (scopes as readonly string[]).includes(name);
const isFilter = (name: string): name is Filter => (filters as readonly string[]).includes(name);
