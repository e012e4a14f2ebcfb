/**
 * UTF-8, else windows-1252, which reads any bytes: old policies often come in it. UTF-16 is known by its byte order
 * mark. The mark itself is left out.
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return decodeAs('windows-1252', bytes);
  }
}

function decodeAs(encoding: string, bytes: Uint8Array) {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
