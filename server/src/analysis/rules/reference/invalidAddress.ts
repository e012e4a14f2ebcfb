import { wordsOf } from '../../document/place';
import type { Block, Place } from '../../document/types';
import { throughBlocks } from '../../practices/throughout';
import type { Rule } from '../types';

/** An e-mail or web address that leads nowhere because it is mistyped: people who use it never reach anybody. */
export const invalidAddress: Rule = {
  id: 'reference/invalid-address',
  title: 'An e-mail or web address is mistyped',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 12(2)' }, { text: 'RFC 5322, sec. 3.4.1' }],
  *check({ policy }) {
    for (const { place, problem } of mistypesIn(policy))
      yield {
        place,
        message: `“${wordsOf(place)}” ${problem}. Correct the address, or nobody who uses it reaches you.`,
      };
  },
};

interface Mistype {
  readonly place: Place;
  readonly problem: string;
}

const shapes: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{2,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:con|cmo|ocm|comm|cpm|vom|nte|ogr|rog)(?![\w.-])/gi,
    'ends in no top-level domain',
  ],
  [/(?<![\w.+-])[a-z][\w.+-]{1,63}@[a-z0-9-]{2,63}(?=[\s.,;:)!?]|$)(?!\.\w)/gi, 'has no top-level domain such as .com'],
  [
    /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{0,63}(?:\.[a-z0-9-]{1,63}){0,3}\.\.[a-z]{2,10}/gi,
    'has two full stops in a row',
  ],
  [
    /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9.-]{2,63},(?:com|org|net|co|io|eu|de|uk)\b/gi,
    'has a comma where a full stop belongs',
  ],
  [/(?<!\w)www,[a-z0-9-]{2,63}[.,][a-z]{2,10}\b/gi, 'has a comma where a full stop belongs'],
  [/(?<!\w)(?:htp|htps|hhttp|httpss|ttps?|htttps?):\/\/[^\s<>"')]{1,200}/gi, 'begins with no known scheme'],
  [/(?<!\w)https?:\/(?!\/)[a-z0-9][^\s<>"')]{1,200}/gi, 'lacks a slash'],
  [/(?<!\w)https?:\/\/https?:\/\/[^\s<>"')]{1,200}/gi, 'names its scheme twice'],
];

const ADDRESS = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}$/;

const mistypesIn = throughBlocks((block) => [...mistypes(block)]);

function* mistypes(block: Block): Iterable<Mistype> {
  const { text, inline } = block;
  if (text.includes('@') || text.includes(':/') || text.includes('www,')) {
    for (const [shape, problem] of shapes)
      for (const match of text.matchAll(shape))
        yield { place: { block, start: match.index, end: match.index + match[0].length }, problem };
  }
  for (const { kind, start, end, target } of inline) {
    if (kind !== 'link' || end <= start || target === undefined) continue;
    const place = { block, start, end };
    if (/^(?:https?:\/\/|mailto:)$/i.test(target)) yield { place, problem: 'is a link without an address' };
    const shown = ADDRESS.exec(wordsOf(place).trim())?.[0];
    const linked = /^mailto:([^?]+)/i.exec(target)?.[1];
    if (!shown || !linked?.includes('@')) continue;
    const written = decoded(linked);
    if (!ADDRESS.test(written)) yield { place, problem: `is linked to “${written}”, which is no address` };
    else if (!isShown(written.toLowerCase(), shown.toLowerCase(), text.slice(end, end + 10).toLowerCase()))
      yield { place, problem: `is linked to another mailbox, “${written}”` };
  }
}

/** "[us@acme.co](mailto:us@acme.com)m": the link may end a letter early. */
const isShown = (written: string, shown: string, after: string): boolean =>
  written.startsWith(shown) && after.startsWith(written.slice(shown.length));

function decoded(address: string): string {
  try {
    return decodeURIComponent(address).trim();
  } catch {
    return address;
  }
}
