import { readDocumentLinks } from '../../documentSets/links';
import type { Rule } from '../types';

/** Where none of so many links resolves, the paths are those of the site that shows the draft. */
const SEVERAL = 3;

/**
 * A link to a file beside the draft where there is none: the notice that was meant has moved, or was never written.
 * A notice has to be easily accessible: GDPR Art. 12(1); 11 CCR 7003(a).
 */
export const missingFile: Rule = {
  id: 'reference/missing-file',
  aliases: ['CR-073'],
  title: 'A link leads to a file that does not exist',
  severity: 'warning',
  citations: [{ text: 'GDPR Art. 12(1)' }, { text: '11 CCR § 7003(a)' }],
  *check({ policy }) {
    const missing = new Set(policy.missingFiles);
    if (missing.size === 0) return;
    const links = readDocumentLinks(policy).filter(({ remote, place }) => !remote && place);
    const targets = new Set(links.map(({ target }) => target));
    if (targets.size >= SEVERAL && missing.size === targets.size) return;
    for (const target of missing) {
      const [first, ...others] = links.flatMap((link) => (link.target === target && link.place ? [link.place] : []));
      if (!first) continue;
      yield {
        place: first,
        message: `The link leads to “${target}”, and there is no such file. Correct the path, or drop the link.`,
        related: others.map((place) => ({ place, message: `“${target}” is linked here as well` })),
      };
    }
  },
};
