import { type Line, type Marker, romanValue } from './plainLines';

interface OpenList {
  readonly indent: number;
  readonly family: Marker['family'];
  readonly style: string;
  value: number;
  readonly depth: number;
  readonly list: number;
}

/** The lists that are open at a line, by indentation and kind of marker. */
export class OpenLists {
  readonly open: OpenList[] = [];
  /** Numbered lists that a paragraph interrupted: the next number takes them up again. */
  private interrupted: OpenList[] = [];
  /** Marker of the last heading that had one. */
  private heading: Marker | undefined;

  constructor(private readonly newList: () => number) {}

  get innermost(): OpenList | undefined {
    return this.open[this.open.length - 1];
  }

  /** A heading ends all lists for good. */
  endAt(heading: Marker | undefined): void {
    this.open.length = 0;
    this.interrupted = [];
    if (heading) this.heading = heading;
  }

  /** The marker if it is one: "b." only where "a." opened and the letters increment. */
  trusted(marker: Marker): Marker | undefined {
    if (marker.family === 'bullet' || marker.family === 'number' || marker.family === 'decimal') return marker;
    const roman = this.asRoman(marker);
    if (roman) return roman;
    if (marker.family === 'roman') return undefined;
    return marker.value === 1 || this.isNext(marker) ? marker : undefined;
  }

  private asRoman(marker: Marker): Marker | undefined {
    const name = marker.written.replace(/[().]/g, '');
    const value = romanValue(name);
    if (value === 0) return undefined;
    const roman: Marker = {
      ...marker,
      family: 'roman',
      value,
      style: marker.style + (name === name.toLowerCase() ? 'i' : 'I'),
    };
    if (this.isNext(roman)) return roman;
    return value === 1 && !this.isNext(marker) ? roman : undefined;
  }

  private isNext(marker: Marker): boolean {
    const follows = (list: OpenList) =>
      list.family === marker.family && list.style === marker.style && list.value === marker.value - 1;
    const heading = this.heading;
    if (heading?.family === marker.family && heading.style === marker.style && heading.value === marker.value - 1)
      return true;
    return this.open.some(follows) || this.interrupted.some(follows);
  }

  listFor(line: Line, marker: Marker): OpenList {
    const { open } = this;
    while (open.length > 0 && open[open.length - 1].indent > line.indent + 1) open.pop();
    const same = open.findLastIndex(
      (list) =>
        list.family === marker.family && list.style === marker.style && Math.abs(list.indent - line.indent) <= 1,
    );
    if (same >= 0) {
      open.length = same + 1;
      open[same].value = marker.value;
      return open[same];
    }
    const resumed = this.interrupted.find(
      (list) =>
        marker.value > 1 &&
        list.family === marker.family &&
        list.style === marker.style &&
        list.value === marker.value - 1,
    );
    if (resumed) open.length = Math.min(open.length, resumed.depth - 1);
    const list: OpenList = {
      indent: line.indent,
      family: marker.family,
      style: marker.style,
      value: marker.value,
      depth: resumed?.depth ?? open.length + 1,
      list: resumed?.list ?? this.newList(),
    };
    open.push(list);
    return list;
  }

  end(): void {
    const numbered = this.open.filter((list) => list.value > 0);
    if (numbered.length > 0) this.interrupted = numbered;
    this.open.length = 0;
  }
}
