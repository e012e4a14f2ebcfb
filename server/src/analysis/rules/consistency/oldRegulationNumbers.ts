import catalogue from '../../catalogue/consistency.yaml';
import { mapOf, part, readCatalogue, text } from '../../catalogue/read';
import { sourceRange, wordsOf } from '../../document/place';
import type { Rule } from '../types';
import { said } from './consistency';

const regulations = readCatalogue(catalogue, part('regulations', mapOf(text)));

/**
 * The CCPA regulations cited by the numbers that they had before they moved to title 11, division 6, chapter 1.
 * Source: 11 CCR 7000 et seq. (renumbered in 2021).
 */
export const oldRegulationNumbers: Rule = {
  id: 'consistency/old-regulation-numbers',
  aliases: ['CR-053'],
  title: 'CCPA regulations are cited by their former numbers',
  severity: 'information',
  citations: [{ text: '11 CCR § 7000 et seq.' }],
  *check({ policy }) {
    for (const { place } of said(policy, 'old-regulation-numbers')) {
      const now = regulations[wordsOf(place)];
      yield {
        place,
        message: `The CCPA regulations were renumbered: § ${wordsOf(place)} is now ${now ? `§ ${now}` : 'in § 7000 and following'}.`,
        fixes: now
          ? [{ title: `Cite § ${now}`, safety: 'safe', edits: [{ range: sourceRange(place), newText: now }] }]
          : [],
      };
    }
  },
};
