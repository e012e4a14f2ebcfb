/** Which findings to show while somebody types. Pure: positions are offsets, times are milliseconds. */

export interface Found {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface Typing {
  /** Offsets of the carets in the document, none where it is not the one being written in. */
  readonly carets: readonly number[];
  /** Since the last edit; infinite where there was none. */
  readonly sinceEdit: number;
  /** How long after the last edit a finding is held back. */
  readonly delay: number;
}

/**
 * Splits what was found into what to show and what to hold back until typing has settled: what touches the caret is
 * half-written, and a draft that is being written lacks everything. What is on the screen already stays there as long
 * as it is found, so that nothing flickers; what is no longer found is gone at once.
 * @param shown what is on the screen, moved along with the edits since
 */
export function holdBack<T extends Found>(
  found: readonly T[],
  shown: readonly Found[],
  { carets, sinceEdit, delay }: Typing,
): { show: T[]; held: T[] } {
  const show: T[] = [];
  const held: T[] = [];
  for (const one of found) {
    const waits = sinceEdit < delay && (isAbsence(one) || carets.some((caret) => touches(one, caret)));
    const stays = shown.some((other) => other.rule === one.rule && (isAbsence(one) || overlap(other, one)));
    (waits && !stays ? held : show).push(one);
  }
  return { show, held };
}

/** Absences stand on a heading or on the title: where they stand says nothing of where they were caused. */
export const isAbsence = ({ rule }: Found): boolean => rule.startsWith('disclosure/');

export const touches = ({ start, end }: Found, caret: number): boolean => start <= caret && caret <= end;

const overlap = (a: Found, b: Found): boolean => a.start <= b.end && b.start <= a.end;

/** One replacement in the text. */
export interface Change {
  readonly offset: number;
  readonly removed: number;
  readonly inserted: number;
}

/** Where a finding stands after a change: text put into it makes it longer, text before it moves it. */
export function moved(found: Found, { offset, removed, inserted }: Change): Found {
  const moveEnd = (at: number) =>
    at <= offset ? at : at >= offset + removed ? at - removed + inserted : offset + inserted;
  const moveStart = (at: number) => (at < offset ? at : at >= offset + removed ? at - removed + inserted : offset);
  const start = moveStart(found.start);
  return { rule: found.rule, start, end: Math.max(start, moveEnd(found.end)) };
}
