export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** UTF-8 began with a byte order mark. */
  readonly hasMark?: boolean;
}

/** A program, a picture, an archive, or UTF-16 that nothing marks as such: no text holds zero bytes. */
export const isBinary = (bytes: Uint8Array): boolean =>
  markedAs(bytes) === undefined && bytes.subarray(0, LOOKED_AT).includes(0);
/** In bytes. */
const LOOKED_AT = 8192;

/**
 * UTF-8, else windows-1252, which reads any bytes: old policies often come in it. UTF-16 is known by its byte order
 * mark. The mark itself is left out.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markedAs(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', hasMark };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

/** What its byte order mark says of a text. */
function markedAs([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** What windows-1252 has where ISO 8859-1 has control characters, from 0x80 on (Encoding Standard, index windows-1252). */
const from0x80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, as the decoder of Node 20 to 23 takes windows-1252 for ISO 8859-1 and turns quotation marks into control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => from0x80[character.charCodeAt(0) - 0x80]);
}
