import { absoluteSecurity } from './consistency/absoluteSecurity';
import { acceptanceByContinuedUse } from './consistency/acceptanceByContinuedUse';
import { accountForRequests } from './consistency/accountForRequests';
import { adsToMinors } from './consistency/adsToMinors';
import { agentsRefused } from './consistency/agentsRefused';
import { alteredStateNotice } from './consistency/alteredStateNotice';
import { ambiguousDate } from './consistency/ambiguousDate';
import { anonymousIdentifiers } from './consistency/anonymousIdentifiers';
import { answerTimeOfAnotherRegime } from './consistency/answerTimeOfAnotherRegime';
import { authorityOfAnotherCountry } from './consistency/authorityOfAnotherCountry';
import { automatedDecisionsDenied } from './consistency/automatedDecisionsDenied';
import { childrenDisclaimed } from './consistency/childrenDisclaimed';
import { conflictingDates } from './consistency/conflictingDates';
import { cookieBannerAsOptOut } from './consistency/cookieBannerAsOptOut';
import { cookieConsentByBrowsing } from './consistency/cookieConsentByBrowsing';
import { dateInFuture } from './consistency/dateInFuture';
import { differentChildAges } from './consistency/differentChildAges';
import { entityNames } from './consistency/entityNames';
import { euCitizens } from './consistency/euCitizens';
import { euClausesForUk } from './consistency/euClausesForUk';
import { feeForRequests } from './consistency/feeForRequests';
import { foreignLeftovers } from './consistency/foreignLeftovers';
import { formerAuthority } from './consistency/formerAuthority';
import { identityCheckForOptOut } from './consistency/identityCheckForOptOut';
import { immediateChangeDespiteNotice } from './consistency/immediateChangeDespiteNotice';
import { incentiveDenied } from './consistency/incentiveDenied';
import { knowLimitedTo12Months } from './consistency/knowLimitedTo12Months';
import { lateOptOut } from './consistency/lateOptOut';
import { missingLookBack } from './consistency/missingLookBack';
import { oldRegulationNumbers } from './consistency/oldRegulationNumbers';
import { ordinaryNumberAsTollFree } from './consistency/ordinaryNumberAsTollFree';
import { outdatedThresholds } from './consistency/outdatedThresholds';
import { pageChrome } from './consistency/pageChrome';
import { pendingCpra } from './consistency/pendingCpra';
import { policyConsentByUse } from './consistency/policyConsentByUse';
import { privacyShield } from './consistency/privacyShield';
import { recipientInOneSection } from './consistency/recipientInOneSection';
import { repealedClauses } from './consistency/repealedClauses';
import { repealedDirective } from './consistency/repealedDirective';
import { representativeElsewhere } from './consistency/representativeElsewhere';
import { retroactiveChange } from './consistency/retroactiveChange';
import { rightsOfAnotherRegime } from './consistency/rightsOfAnotherRegime';
import { safeHarbor } from './consistency/safeHarbor';
import { saleDeniedDespiteAds } from './consistency/saleDeniedDespiteAds';
import { signalRefusedWhileSelling } from './consistency/signalRefusedWhileSelling';
import { staffExempted } from './consistency/staffExempted';
import { staleDate } from './consistency/staleDate';
import { supersededOptOutTitle } from './consistency/supersededOptOutTitle';
import { termDrift } from './consistency/termDrift';
import { trackingDenied } from './consistency/trackingDenied';
import { transferConsentByUse } from './consistency/transferConsentByUse';
import { ukInEu } from './consistency/ukInEu';
import { unfinishedSentence } from './consistency/unfinishedSentence';
import { withdrawalByClosingAccount } from './consistency/withdrawalByClosingAccount';
import { adultsOnly } from './contradiction/adultsOnly';
import { analyticsDenied } from './contradiction/analyticsDenied';
import { browserSignal } from './contradiction/browserSignal';
import { changeNotice } from './contradiction/changeNotice';
import { collection } from './contradiction/collection';
import { cookies } from './contradiction/cookies';
import { crossSiteTracking } from './contradiction/crossSiteTracking';
import { definition } from './contradiction/definition';
import { emptyPromise } from './contradiction/emptyPromise';
import { erasureRefused } from './contradiction/erasureRefused';
import { exclusiveList } from './contradiction/exclusiveList';
import { hedgedSale } from './contradiction/hedgedSale';
import { identifyingCookies } from './contradiction/identifyingCookies';
import { legalBasis } from './contradiction/legalBasis';
import { narrowing } from './contradiction/narrowing';
import { profilingDenied } from './contradiction/profilingDenied';
import { providersOwnUse } from './contradiction/providersOwnUse';
import { retention } from './contradiction/retention';
import { rightRefused } from './contradiction/rightRefused';
import { sale } from './contradiction/sale';
import { saleToAdvertisers } from './contradiction/saleToAdvertisers';
import { sharing } from './contradiction/sharing';
import { staysOnDevice } from './contradiction/staysOnDevice';
import { storagePlace } from './contradiction/storagePlace';
import { takenBack } from './contradiction/takenBack';
import { trackingDeniedElsewhere } from './contradiction/trackingDenied';
import { twoContacts } from './contradiction/twoContacts';
import { use } from './contradiction/use';
import { voluntaryData } from './contradiction/voluntaryData';
import { requiredDisclosures } from './disclosure/required';
import { unfilled } from './placeholder/unfilled';
import { footnoteWithoutNote } from './reference/footnoteWithoutNote';
import { invalidAddress } from './reference/invalidAddress';
import { missingDate } from './reference/missingDate';
import { missingFile } from './reference/missingFile';
import { undefinedTerm } from './reference/undefinedTerm';
import { unknownSection } from './reference/unknownSection';
import { unusedTerm } from './reference/unusedTerm';
import { cookiesOnly } from './retention/cookiesOnly';
import { indefinitePeriod } from './retention/indefinitePeriod';
import { noStartEvent } from './retention/noStartEvent';
import { openEndedPeriod } from './retention/openEndedPeriod';
import { periodPerCategory } from './retention/periodPerCategory';
import { unlimitedCopies } from './retention/unlimitedCopies';
import { vaguePeriod } from './retention/vaguePeriod';
import { expired } from './suppression/expired';
import { missingReason } from './suppression/missingReason';
import { unknownRule } from './suppression/unknownRule';
import { unknownSetting } from './suppression/unknownSetting';
import { unused } from './suppression/unused';
import type { Rule } from './types';
import { hedgedPractice } from './wording/hedgedPractice';
import { notAPolicy } from './wording/notAPolicy';
import { openList } from './wording/openList';
import { otherLanguage } from './wording/otherLanguage';
import { plainLanguage } from './wording/plainLanguage';
import { unnamedRecipients } from './wording/unnamedRecipients';
import { vagueOccasion } from './wording/vagueOccasion';
import { vagueSecurity } from './wording/vagueSecurity';

/** Every rule, sorted by id. One import per rule; the order of findings does not depend on it. */
export const rules: readonly Rule[] = [
  identifyingCookies,
  legalBasis,
  narrowing,
  hedgedSale,
  absoluteSecurity,
  acceptanceByContinuedUse,
  accountForRequests,
  adsToMinors,
  agentsRefused,
  alteredStateNotice,
  ambiguousDate,
  anonymousIdentifiers,
  answerTimeOfAnotherRegime,
  authorityOfAnotherCountry,
  automatedDecisionsDenied,
  childrenDisclaimed,
  conflictingDates,
  cookieBannerAsOptOut,
  cookieConsentByBrowsing,
  dateInFuture,
  differentChildAges,
  entityNames,
  euCitizens,
  euClausesForUk,
  feeForRequests,
  foreignLeftovers,
  formerAuthority,
  identityCheckForOptOut,
  immediateChangeDespiteNotice,
  incentiveDenied,
  knowLimitedTo12Months,
  lateOptOut,
  missingLookBack,
  oldRegulationNumbers,
  ordinaryNumberAsTollFree,
  outdatedThresholds,
  pageChrome,
  pendingCpra,
  policyConsentByUse,
  privacyShield,
  recipientInOneSection,
  repealedClauses,
  repealedDirective,
  representativeElsewhere,
  retroactiveChange,
  rightsOfAnotherRegime,
  safeHarbor,
  saleDeniedDespiteAds,
  signalRefusedWhileSelling,
  staffExempted,
  staleDate,
  supersededOptOutTitle,
  termDrift,
  trackingDenied,
  transferConsentByUse,
  ukInEu,
  unfinishedSentence,
  withdrawalByClosingAccount,
  adultsOnly,
  analyticsDenied,
  browserSignal,
  changeNotice,
  collection,
  cookies,
  crossSiteTracking,
  definition,
  emptyPromise,
  erasureRefused,
  exclusiveList,
  profilingDenied,
  providersOwnUse,
  retention,
  rightRefused,
  sale,
  saleToAdvertisers,
  sharing,
  staysOnDevice,
  storagePlace,
  takenBack,
  trackingDeniedElsewhere,
  twoContacts,
  use,
  voluntaryData,
  requiredDisclosures,
  unfilled,
  footnoteWithoutNote,
  invalidAddress,
  missingDate,
  missingFile,
  undefinedTerm,
  unknownSection,
  unusedTerm,
  cookiesOnly,
  indefinitePeriod,
  noStartEvent,
  openEndedPeriod,
  periodPerCategory,
  unlimitedCopies,
  vaguePeriod,
  expired,
  missingReason,
  unknownRule,
  unknownSetting,
  unused,
  hedgedPractice,
  notAPolicy,
  openList,
  otherLanguage,
  plainLanguage,
  unnamedRecipients,
  vagueOccasion,
  vagueSecurity,
];
