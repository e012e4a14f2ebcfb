// A picture of a screen as a PNG with a palette: a third of the weight, as text and flat areas need few colours.
import { crc32, deflateSync } from 'node:zlib';

const MOST_COLOURS = 256;
/** Channels of a pixel as a canvas gives it. */
const RGBA = 4;

/**
 * The colours of a picture, those that are nearly the same taken together until the palette holds them.
 * @param {Uint8Array} pixels RGBA
 * @returns {{ palette: number[][], indexes: Uint8Array }} for each colour its red, green and blue; for each pixel its colour
 */
function reduce(pixels) {
  for (let lost = 0; ; lost++) {
    /** By the bits that are left of a colour. @type {Map<number, { index: number, count: number, sums: number[] }>} */
    const colours = new Map();
    const indexes = new Uint8Array(pixels.length / RGBA);
    for (let at = 0; at < pixels.length && colours.size <= MOST_COLOURS; at += RGBA) {
      const channels = [pixels[at], pixels[at + 1], pixels[at + 2]];
      const key = channels.reduce((bits, channel) => (bits << 8) | (channel >> lost), 0);
      const colour = colours.get(key) ?? { index: colours.size, count: 0, sums: [0, 0, 0] };
      if (colour.count === 0) colours.set(key, colour);
      colour.count++;
      for (const [i, channel] of channels.entries()) colour.sums[i] += channel;
      indexes[at / RGBA] = colour.index;
    }
    if (colours.size > MOST_COLOURS) continue;
    return {
      palette: [...colours.values()].map(({ sums, count }) => sums.map((sum) => Math.round(sum / count))),
      indexes,
    };
  }
}

/** @param {string} type @param {Uint8Array} content */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(content.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}

/**
 * PNG specification, third edition: 8 bits a pixel, colour type 3 (indexed), no filter.
 * @param {{ width: number, height: number, pixels: Uint8Array }} picture its pixels as RGBA, opaque
 * @returns {Buffer}
 */
export function indexedPng({ width, height, pixels }) {
  const { palette, indexes } = reduce(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height); // each begins with its filter: none
  for (let row = 0; row < height; row++)
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
