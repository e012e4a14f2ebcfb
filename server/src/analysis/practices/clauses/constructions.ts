import catalogue from '../../catalogue/language/constructions.yaml';

const words = catalogue as Readonly<Record<string, readonly string[]>>;
const set = (name: string): ReadonlySet<string> => new Set(words[name]);

/** Word lists of `catalogue/language/constructions.yaml`; what each means stands there. */
export const staying = set('staying');
export const furnishing = set('furnishing');
export const furnishersOf = set('furnishersOf');
export const identifying = set('identifying');
export const handing = set('handing');
export const bringing = set('bringing');
export const asking = set('asking');
export const entailing = set('entailing');
export const buying = set('buying');
export const engaging = set('engaging');
export const receiving = set('receiving');
export const gadgets = set('gadgets');
export const consideration = set('consideration');
export const accessing = set('accessing');
export const needing = set('needing');
export const demanding = set('demanding');
export const correcting = set('correcting');
export const anywhere = set('anywhere');
export const lightVerbs = set('lightVerbs');
export const includingVerbs = set('includingVerbs');
export const defining = set('defining');
export const presenting = set('presenting');
export const subjectVerbs = set('subjectVerbs');
export const conditionWords = set('conditionWords');
export const reopening = set('reopening');
export const channelWords = set('channelWords');
export const exceptionWords = set('exceptionWords');
export const denyingSubjects = set('denyingSubjects');
export const conceding = set('conceding');
export const responding = set('responding');
export const ignoring = set('ignoring');
export const keeping = set('keeping');
export const leaving = set('leaving');
export const unnamedParties = set('unnamedParties');
/** What is shown or made, and what for; see the catalogue. */
export const outcomes: Readonly<Record<string, string>> = (
  catalogue as unknown as { readonly outcomes: Readonly<Record<string, string>> }
).outcomes;
export const choosing = set('choosing');
export const choosingToDo = set('choosingToDo');
export const helping = set('helping');
export const joining = set('joining');
export const lasting = set('lasting');
export const undone = set('undone');
export const ownUnits = set('ownUnits');
export const peopleEndings = set('peopleEndings');
/** Behind "publicly": everybody sees it. */
export const showing = set('showing');
export const publishing = set('publishing');
export const publicPages = set('publicPages');
export const listing = set('listing');
export const publicLists = set('publicLists');
export const ownLists = set('ownLists');
export const seeing = set('seeing');
export const ownMachines = set('ownMachines');
export const ownServices = set('ownServices');
export const meansNouns = set('meansNouns');
/** "cookie preference": the choice is kept, not the cookie. */
export const choices = set('choices');
export const copies = set('copies');
export const inventedNames = set('inventedNames');
export const whatIsKept = set('whatIsKept');
export const pointedAt = set('pointedAt');
export const anaphorNouns = set('anaphorNouns');
export const partitiveDeterminers = set('partitiveDeterminers');
export const consentNouns = set('consentNouns');
export const noPurposes = set('noPurposes');
export const aboutWords = set('aboutWords');
export const kindNouns = set('kindNouns');
export const bareConditions = set('bareConditions');
export const openManners = set('openManners');
export const occasions = set('occasions');
export const notNarrowing = set('notNarrowing');
export const notLimited = set('notLimited');
export const categoryNouns = set('categoryNouns');
export const partyNouns = set('partyNouns');
export const earning = set('earning');
export const processingVerbs = set('processingVerbs');
export const running = set('running');
export const linking = set('linking');
export const furtherWords = set('furtherWords');
export const openToView = set('openToView');
export const scoreLists = set('scoreLists');
