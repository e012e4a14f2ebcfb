import { getOrMake } from '../analysis/kept';

const spellings = new Map<string, string>();

/** One spelling for one address: editors and file systems escape different characters. */
export function canonical(uri: string): string {
  if (spellings.size > 10_000) spellings.clear();
  return getOrMake(spellings, uri, () => {
    try {
      return encodeURI(decodeURIComponent(uri)).replace(/[?#]/g, encodeURIComponent);
    } catch {
      return uri;
    }
  });
}

/** With its slash. */
export function folderOf(uri: string): string {
  const address = canonical(uri);
  return address.slice(0, address.lastIndexOf('/') + 1);
}
