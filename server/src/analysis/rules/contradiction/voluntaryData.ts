import catalogue from '../../catalogue/contradiction.yaml';
import { part, readCatalogue, wordLists } from '../../catalogue/read';
import type { Place } from '../../document/types';
import { kept } from '../../kept';
import type { Sentence } from '../../language/types';
import type { Policy } from '../../policy';
import { isGeneralData } from '../../practices/generalData';
import { dataGraph } from '../../practices/ontologyGraph';
import { sentencesIn } from '../../practices/sentences';
import { throughRegions } from '../../practices/throughout';
import type { Report, Rule } from '../types';
import { quote } from './pairs/wording';

const { free, limiting, required } = readCatalogue(
  catalogue,
  part('voluntaryData', wordLists('free', 'limiting', 'required')),
);
/** "You need not provide any data": words so wide that a required field breaks them. */

/**
 * Readers are told that they need give no data, and elsewhere that some of it is required.
 * Whether data must be given, and what happens without it, is to be told: GDPR Art. 13(2)(e).
 */
export const voluntaryData: Rule = {
  id: 'contradiction/voluntary-data',
  title: 'No data need be given, but some of it is required elsewhere',
  severity: 'information',
  citations: [{ text: 'GDPR Art. 13(2)(e)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' }],
  *check({ policy }): Iterable<Report> {
    for (const claim of claims(policy)) {
      const asked = demands(policy).filter(({ block }) => block !== claim.block);
      const [first] = asked;
      if (!first) return;
      yield {
        place: claim,
        message: `${quote(claim)} here, but ${quote(first)} elsewhere. Say which data is required, and for what.`,
        related: asked.slice(0, 6).map((place) => ({ place, message: 'Required here.' })),
      };
    }
  },
};

const textOf = (sentence: Sentence): string => ` ${sentence.tokens.map(({ lower }) => lower).join(' ')} `;
const holds = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(` ${phrase} `));
const wholeOf = ({ block, start, end }: Sentence): Place => ({ block, start, end });

const claims: (policy: Policy) => readonly Place[] = throughRegions((region) =>
  sentencesIn(region).filter(freesReaders).map(wholeOf),
);

const demands: (policy: Policy) => readonly Place[] = throughRegions((region) =>
  sentencesIn(region).filter(demandsData).map(wholeOf),
);

const freesReaders = kept((sentence: Sentence): boolean => {
  if (sentence.question || !sentence.terms.some(({ kind, ids }) => kind === 'data' && ids.some(isGeneralData)))
    return false;
  const text = textOf(sentence);
  return holds(text, free) && !holds(text, limiting);
});

/** "Fields marked with an asterisk are required", "you must give us your e-mail address to register". */
const demandsData = kept((sentence: Sentence): boolean => {
  if (sentence.question) return false;
  const names = sentence.terms.some(
    ({ kind, ids }) =>
      kind === 'data' && ids.some((id) => dataGraph.isA(id, 'contact') || dataGraph.isA(id, 'account_info')),
  );
  const text = textOf(sentence);
  const fields = / (?:fields?|boxes) /.test(text);
  return (
    (names || fields) && holds(text, required) && !holds(text, ['not', 'if', 'request', 'requests', "n't", 'verify'])
  );
});
