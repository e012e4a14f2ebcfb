interface ListFrame {
  /** Height of the open elements at the list and at its open item. */
  readonly height: number;
  itemHeight: number;
  list: number;
  depth: number;
  itemFrom: number;
  fresh: boolean;
  /** Of a definition list: depth and number of its terms; a definition stands one level below. */
  readonly terms: { readonly depth: number; readonly list: number };
  afterTerm: boolean;
}

/** The lists that are open at a place of a page. `newList` gives the next list its number. */
export class OpenHtmlLists {
  private readonly open: ListFrame[] = [];

  constructor(
    private readonly outerDepth: number,
    private readonly newList: () => number,
  ) {}

  get count(): number {
    return this.open.length;
  }

  get innermost(): Readonly<ListFrame> | undefined {
    return this.open[this.open.length - 1];
  }

  get depth(): number {
    return this.innermost?.depth ?? this.outerDepth;
  }

  /** A list begins at this height; its tag at `from`. */
  start(height: number, from: number): void {
    const depth = this.depth + 1;
    const list = this.newList();
    this.open.push({
      height,
      itemHeight: height,
      list,
      depth,
      itemFrom: from,
      fresh: false,
      terms: { depth, list },
      afterTerm: false,
    });
  }

  /** An item of the innermost list begins at this height; its tag at `from`. */
  startItem(name: string, height: number, from: number): void {
    const list = this.open[this.open.length - 1];
    list.itemHeight = height;
    list.itemFrom = from;
    list.fresh = true;
    if (name === 'dt') Object.assign(list, list.terms, { afterTerm: true });
    else if (name === 'dd' && list.afterTerm)
      Object.assign(list, { depth: list.terms.depth + 1, list: this.newList(), afterTerm: false });
  }

  /** A block was read: what follows in the item continues it. */
  continueItem(): void {
    const list = this.open[this.open.length - 1];
    if (list) list.fresh = false;
  }

  /** Only the elements up to this height are open still. */
  leave(height: number): void {
    const list = this.open[this.open.length - 1];
    if (!list) return;
    if (height <= list.height) this.open.pop();
    else if (height === list.itemHeight) {
      list.itemHeight = list.height;
      list.fresh = false;
    }
  }
}
