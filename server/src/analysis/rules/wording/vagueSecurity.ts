import { firstPerson } from '../../language/grammar';
import { PhraseList, type PhraseMatch } from '../../language/phrases';
import type { Sentence } from '../../language/types';
import type { Rule } from '../types';
import { isConcrete, more, nextOf, OFF, perSection, placeOf, said, words } from './vague';

const security = new PhraseList(words.security);
const context = new PhraseList(words.securityContext);
const elsewhere = new PhraseList(words.securityElsewhere);
const measures = new PhraseList(words.securityMeasures);

/** Security that is praised and not described ("industry standard measures"). */
export const vagueSecurity: Rule = {
  id: 'wording/vague-security',
  title: 'Security measures are praised, not described',
  severity: 'off',
  offBecause: OFF,
  citations: [
    { text: 'GDPR Art. 12(1)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { text: 'FTC Act § 5, 15 U.S.C. § 45(a)' },
  ],
  *check({ policy }) {
    // what a section names anywhere, its general words introduce or sum up
    const described = new Set(
      policy.sentences.filter(({ tokens }) => measures.find(tokens)).map(({ block }) => block.section),
    );
    const places = policy.sentences.flatMap((sentence, at) => {
      if (sentence.question || sentence.block.kind === 'heading') return [];
      const [first, ...others] = said(security, sentence, policy).filter((match) => isNoun(sentence, match));
      if (!first || !context.find(sentence.tokens) || !isOwnPromise(sentence)) return [];
      const practice = { sentence, ...nextOf(policy, at) };
      return described.has(sentence.block.section) ||
        measures.find(practice.next?.tokens ?? []) ||
        isConcrete(practice, others[others.length - 1] ?? first, policy)
        ? []
        : [placeOf(sentence, first)];
    });
    yield* perSection(
      places,
      (quote, others) =>
        `'${quote}'${more(others)} is a promise that nobody can check. Name the main measures, such as encryption or who has access.`,
    );
  },
};

/** "appropriate technical measures", not "appropriate notices and take steps". */
const isNoun = ({ tokens }: Sentence, { first, last }: PhraseMatch): boolean =>
  !tokens.slice(first + 1, last).some(({ verb, lower }) => verb?.form === 'base' && taking.has(lower));
const taking = new Set(words.taking);

/** "we take appropriate measures"; safeguards for transfers and what is asked of others are another matter. */
const isOwnPromise = ({ tokens }: Sentence): boolean =>
  tokens.some(({ lower }) => firstPerson.has(lower)) && !elsewhere.find(tokens);
