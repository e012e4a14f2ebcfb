import { mapOf, number, part, readCatalogue } from '../catalogue/read';
import time from '../catalogue/time.yaml';
import type { PolicyDocument } from '../document/types';
import { throughBlocks } from '../practices/throughout';

const months = Object.keys(readCatalogue(time, part('months', mapOf(number)))).join('|');
const label =
  '(?:last[ _-]?(?:updated?|modified|modification|revised|revision|reviewed|changed?|edit(?:ed)?)|effective|updated|revised|modified|dated?)(?:[ _-]?(?:on|as of|at|date))?';
const figures = [
  String.raw`\d{1,4} ?[./-] ?\d{1,2} ?[./-] ?\d{2,4}`,
  String.raw`\d{1,2} ?[./-] ?(?:19|20)\d\d`,
  String.raw`(?:19|20)\d\d[./-]?(?:0\d|1[0-2])(?:[./-]?[0-3]\d)?`,
  `\\d{1,2}[ -](?:${months})[a-z.]{0,7}[ -]['’]?(?:\\d\\d)?\\d\\d`,
  `(?:${months})[a-z.]{0,7} ?(?:\\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:['’]\\d\\d|(?:19|20)\\d\\d)`,
].join('|');

/** A label and a date behind it, with no word between: "Last updated: 3-Mar-25", `lastUpdated: '2025-03-04'`. */
const LABELLED = new RegExp(`\\b${label}["')\\]]{0,2}[ \\t\\n:=|–—-]{1,8}["'(\\[]{0,2}(?:${figures})(?![\\d%])`, 'i');
/** A date for machines: `<time datetime="2025-03-04">`. */
const MACHINE_READABLE = /<time\b[^<>]{0,200}\bdatetime\s{0,3}=\s{0,3}["']?(?:19|20)\d\d/i;
/** Front matter or a page's script may call its date as it likes. */
const DATE_KEY = /^[^\n]{0,40}(?:date|updated|revised|modified|effective)[^\n]{0,60}\d{4}/im;
/** A template engine puts the date in. */
const FILLED_IN = /(?:\{\{|\{%|<%|\$\{)[^\n]{0,40}(?:date|updated|modified|now)/i;

const filledIn = throughBlocks((block) => (FILLED_IN.test(block.text) ? [block] : []));

/**
 * Whether a draft has a date where its sentences have none: in the front matter, at the foot of the page, in an attribute,
 * in a notation that reads as anything else elsewhere ("05.12.25"), or filled in by a template engine.
 */
export function isDatedElsewhere(document: PolicyDocument): boolean {
  if (DATE_KEY.test(document.frontMatter?.text ?? '') || filledIn({ document }).length > 0) return true;
  const { source } = document;
  if (MACHINE_READABLE.test(source)) return true;
  // an attribute of a component (`lastUpdated="3 March 2025"`) shows it too
  return LABELLED.test(source) || LABELLED.test(source.replace(/<[^<>]*>|[*_`~\u00a0\u200b]/g, ' '));
}
