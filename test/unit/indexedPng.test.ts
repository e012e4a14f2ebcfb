import { strict as assert } from 'node:assert';
import { inflateSync } from 'node:zlib';
import { indexedPng } from '../../scripts/indexed-png.mjs';

/** The colours of a PNG with a palette and no filters, by reading its chunks. */
function coloursOf(png: Buffer, width: number): number[][] {
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    chunks[png.toString('latin1', at + 4, at + 8)] = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
  const rows = inflateSync(chunks.IDAT);
  const colours: number[][] = [];
  rows.forEach((index, at) => {
    if (at % (width + 1) > 0) colours.push([...chunks.PLTE.subarray(index * 3, index * 3 + 3)]);
  });
  return colours;
}

describe('a PNG with a palette', () => {
  const pngOf = (colours: readonly number[][], width: number) =>
    indexedPng({
      width,
      height: colours.length / width,
      pixels: Uint8Array.from(colours.flatMap((one) => [...one, 255])),
    });

  it('keeps few colours as they are', () => {
    const colours = [
      [255, 255, 255],
      [1, 2, 3],
      [1, 2, 4],
      [255, 255, 255],
    ];
    assert.deepEqual(coloursOf(pngOf(colours, 2), 2), colours);
  });

  it('takes those together that are nearly the same when there are many', () => {
    const colours = Array.from({ length: 400 }, (_, i) => [i % 256, i >> 4, 200]);
    const read = coloursOf(pngOf(colours, 20), 20);
    assert.equal(read.length, colours.length);
    assert.ok(new Set(read.map(String)).size > 100);
    for (const [i, colour] of colours.entries())
      for (const [channel, value] of colour.entries()) assert.ok(Math.abs(read[i][channel] - value) <= 2);
  });
});
