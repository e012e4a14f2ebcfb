import type { InlineKind } from './types';

export interface OpenElement {
  readonly name: string;
  readonly isBlock: boolean;
  /** What is inside is not read. */
  readonly hides: boolean;
  inline?: InlineKind;
  /** Of a heading that is read; else 0. */
  readonly level: number;
  /** Block count when a page header began: only its headings are the draft's. */
  readonly header?: number;
  /** Block count when a page footer began: of it only what asks readers to write about the policy is the draft's. */
  readonly footer?: number;
}

/** The elements that are open at a place of a page, the innermost last. A height counts the elements around one. */
export class OpenElements {
  private readonly stack: OpenElement[] = [];
  /** Heights at which elements of a name are open. */
  private readonly heights = new Map<string, number[]>();
  private readonly blocks: number[] = [];
  /** Levels of the open headings. */
  private readonly headings: number[] = [];
  private hiding = 0;

  get height(): number {
    return this.stack.length;
  }

  get innermost(): OpenElement | undefined {
    return this.stack[this.stack.length - 1];
  }

  /** Height of the innermost block element; undefined outside any. */
  get innermostBlock(): number | undefined {
    return this.blocks[this.blocks.length - 1];
  }

  /** Level of the innermost open heading; undefined outside any. */
  get headingLevel(): number | undefined {
    return this.headings[this.headings.length - 1];
  }

  /** Nothing here is read. */
  get hidden(): boolean {
    return this.hiding > 0;
  }

  at(height: number): OpenElement {
    return this.stack[height];
  }

  /** Height of the innermost element of a name; undefined where none is open. */
  heightOf(name: string): number | undefined {
    const heights = this.heights.get(name);
    return heights?.[heights.length - 1];
  }

  isOpen(name: string): boolean {
    return this.heightOf(name) !== undefined;
  }

  push(element: OpenElement): void {
    const { height } = this;
    const heights = this.heights.get(element.name);
    if (heights) heights.push(height);
    else this.heights.set(element.name, [height]);
    if (element.isBlock) this.blocks.push(height);
    if (element.level > 0) this.headings.push(element.level);
    if (element.hides) this.hiding++;
    this.stack.push(element);
  }

  pop(): void {
    const element = this.stack.pop();
    if (!element) return;
    this.heights.get(element.name)?.pop();
    if (element.isBlock) this.blocks.pop();
    if (element.level > 0) this.headings.pop();
    if (element.hides) this.hiding--;
  }
}
