/** Texts are compared in pieces of this length: comparing two pieces is a single step for the machine. */
const PIECE = 4096;

/** How many characters two texts begin with alike. */
export function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length + PIECE <= most && a.slice(length, length + PIECE) === b.slice(length, length + PIECE)) length += PIECE;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** How many characters two texts end with alike, behind the first `start` of both. */
export function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  const piece = (text: string, length: number) => text.slice(text.length - length - PIECE, text.length - length);
  let length = 0;
  while (length + PIECE <= most && piece(a, length) === piece(b, length)) length += PIECE;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}
