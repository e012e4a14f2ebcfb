import catalogue from '../../catalogue/policyDates.yaml';
import { isDatedElsewhere } from '../../disclosures/writtenDates';
import type { Place } from '../../document/types';
import { findDates } from '../../language/dates';
import type { Policy } from '../../policy';
import { sentencesOf } from '../../practices/sentences';
import { throughBlocks } from '../../practices/throughout';
import { policyDates } from '../consistency/policyDates';
import { gapsIn } from '../placeholder/shapes';
import { wordings } from '../said';
import type { Rule } from '../types';

const said = wordings(catalogue);

/**
 * The draft sends its readers to a date that it does not carry: "we will update the “Last revised” date above".
 * Source: Cal. Bus. & Prof. Code 22575(b)(4) (a policy states its effective date).
 */
export const missingDate: Rule = {
  id: 'reference/missing-date',
  title: 'A date of the last change is named that the draft does not have',
  severity: 'warning',
  citations: [{ text: 'Cal. Bus. & Prof. Code § 22575(b)(4)' }],
  *check({ policy }) {
    const promise = missingDateIn(policy);
    if (!promise) return;
    const { block, start, end } = promise;
    yield {
      place: { block, start: OPENING_QUOTE.test(block.text[start - 1] ?? '') ? start - 1 : start, end },
      message: `Readers are told to watch for the date of the last change, but the draft has no date. Put one below the title.`,
    };
  },
};

/** Where readers are sent to a date that the draft does not have. */
export function missingDateIn(policy: Policy): Place | undefined {
  const [promise] = said(policy, 'promised-date');
  return promise && !hasDate(policy) ? promise.place : undefined;
}

const OPENING_QUOTE = /["'“‘«]/;

/** Dates that a template fills in stand between braces or in the front matter. */
const FILLED_IN = /(?:\{\{|\{%|<%|\$\{).{0,40}(?:date|updated|modified|now)/i;
/** Where a date stands without a word that says what it is. */
const EDGE_BLOCKS = 6;

function hasDate(policy: Policy): boolean {
  const { document } = policy;
  if (policyDates(policy).length > 0 || /\d{4}|date|updated/i.test(document.frontMatter?.text ?? '')) return true;
  if (filledIn(policy).length > 0 || isDatedElsewhere(document)) return true;
  const edges = [...document.blocks.slice(0, EDGE_BLOCKS), ...document.blocks.slice(-EDGE_BLOCKS)];
  return edges.flatMap(sentencesOf).some(({ tokens }) => findDates(tokens).length > 0);
}

/** "Last updated: [date]": a gap that is reported as one. */
const OPEN_DATE = /\b(?:updated|effective|revised|modified|date)\b.{0,20}[[<_{]/i;
const filledIn = throughBlocks((block) =>
  FILLED_IN.test(block.text) || (OPEN_DATE.test(block.text) && gapsIn(block).length > 0) ? [block] : [],
);
