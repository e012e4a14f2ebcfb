import { absoluteSecurity } from './consistency/absoluteSecurity';
import { acceptanceByContinuedUse } from './consistency/acceptanceByContinuedUse';
import { accountForRequests } from './consistency/accountForRequests';
import { agentsRefused } from './consistency/agentsRefused';
import { ambiguousDate } from './consistency/ambiguousDate';
import { anonymousIdentifiers } from './consistency/anonymousIdentifiers';
import { conflictingDates } from './consistency/conflictingDates';
import { cookieConsentByBrowsing } from './consistency/cookieConsentByBrowsing';
import { dateInFuture } from './consistency/dateInFuture';
import { differentChildAges } from './consistency/differentChildAges';
import { euCitizens } from './consistency/euCitizens';
import { feeForRequests } from './consistency/feeForRequests';
import { identityCheckForOptOut } from './consistency/identityCheckForOptOut';
import { immediateChangeDespiteNotice } from './consistency/immediateChangeDespiteNotice';
import { knowLimitedTo12Months } from './consistency/knowLimitedTo12Months';
import { lateOptOut } from './consistency/lateOptOut';
import { oldRegulationNumbers } from './consistency/oldRegulationNumbers';
import { ordinaryNumberAsTollFree } from './consistency/ordinaryNumberAsTollFree';
import { outdatedThresholds } from './consistency/outdatedThresholds';
import { pageChrome } from './consistency/pageChrome';
import { pendingCpra } from './consistency/pendingCpra';
import { policyConsentByUse } from './consistency/policyConsentByUse';
import { privacyShield } from './consistency/privacyShield';
import { repealedClauses } from './consistency/repealedClauses';
import { repealedDirective } from './consistency/repealedDirective';
import { retroactiveChange } from './consistency/retroactiveChange';
import { safeHarbor } from './consistency/safeHarbor';
import { staleDate } from './consistency/staleDate';
import { supersededOptOutTitle } from './consistency/supersededOptOutTitle';
import { transferConsentByUse } from './consistency/transferConsentByUse';
import { ukInEu } from './consistency/ukInEu';
import { unfinishedSentence } from './consistency/unfinishedSentence';
import { browserSignal } from './contradiction/browserSignal';
import { collection } from './contradiction/collection';
import { cookies } from './contradiction/cookies';
import { definition } from './contradiction/definition';
import { exclusiveList } from './contradiction/exclusiveList';
import { retention } from './contradiction/retention';
import { sale } from './contradiction/sale';
import { sharing } from './contradiction/sharing';
import { storagePlace } from './contradiction/storagePlace';
import { use } from './contradiction/use';
import { requiredDisclosures } from './disclosure/required';
import { unfilled } from './placeholder/unfilled';
import { footnoteWithoutNote } from './reference/footnoteWithoutNote';
import { invalidAddress } from './reference/invalidAddress';
import { missingDate } from './reference/missingDate';
import { unknownSection } from './reference/unknownSection';
import { indefinitePeriod } from './retention/indefinitePeriod';
import { noStartEvent } from './retention/noStartEvent';
import { openEndedPeriod } from './retention/openEndedPeriod';
import { unlimitedCopies } from './retention/unlimitedCopies';
import { vaguePeriod } from './retention/vaguePeriod';
import type { Rule } from './types';

/** Every rule, sorted by id. One import per rule; the order of findings does not depend on it. */
export const rules: readonly Rule[] = [
  exclusiveList,
  absoluteSecurity,
  acceptanceByContinuedUse,
  accountForRequests,
  agentsRefused,
  ambiguousDate,
  anonymousIdentifiers,
  conflictingDates,
  cookieConsentByBrowsing,
  dateInFuture,
  differentChildAges,
  euCitizens,
  feeForRequests,
  identityCheckForOptOut,
  immediateChangeDespiteNotice,
  knowLimitedTo12Months,
  lateOptOut,
  oldRegulationNumbers,
  ordinaryNumberAsTollFree,
  outdatedThresholds,
  pageChrome,
  pendingCpra,
  policyConsentByUse,
  privacyShield,
  repealedClauses,
  repealedDirective,
  retroactiveChange,
  safeHarbor,
  staleDate,
  supersededOptOutTitle,
  transferConsentByUse,
  ukInEu,
  unfinishedSentence,
  browserSignal,
  collection,
  cookies,
  definition,
  retention,
  sale,
  sharing,
  storagePlace,
  use,
  requiredDisclosures,
  unfilled,
  footnoteWithoutNote,
  invalidAddress,
  missingDate,
  unknownSection,
  indefinitePeriod,
  noStartEvent,
  openEndedPeriod,
  unlimitedCopies,
  vaguePeriod,
];
