import { browserSignal } from './contradiction/browserSignal';
import { collection } from './contradiction/collection';
import { cookies } from './contradiction/cookies';
import { definition } from './contradiction/definition';
import { sale } from './contradiction/sale';
import { sharing } from './contradiction/sharing';
import { storagePlace } from './contradiction/storagePlace';
import { use } from './contradiction/use';
import { unfilled } from './placeholder/unfilled';
import { unknownSection } from './reference/unknownSection';
import type { Rule } from './types';

/** Every rule, sorted by id. One import per rule; the order of findings does not depend on it. */
export const rules: readonly Rule[] = [
  storagePlace,
  definition,
  cookies,
  browserSignal,
  collection,
  sale,
  sharing,
  use,
  unfilled,
  unknownSection,
];
