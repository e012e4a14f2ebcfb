import { readCatalogue, record, wordList, wordLists } from '../catalogue/read';
import content from '../catalogue/structure.yaml';

const catalogue = readCatalogue(
  content,
  record({
    silentElements: wordList,
    blockElements: wordList,
    voidElements: wordList,
    chromeRoles: wordList,
    chromeNames: wordList,
    smallWords: wordList,
    clauseOpeners: wordList,
    articles: wordList,
    closingTitles: wordList,
    statementVerbs: wordList,
    questionWords: wordList,
    runIns: wordLists('subjects', 'prepositions', 'clauseWords', 'introducers'),
    announcements: wordList,
    dateLabels: wordList,
    cellAnswers: wordList,
    cookieBanners: wordList,
    draftNames: wordList,
    writeToUs: wordList,
  }),
);

export const silentElements = new Set(catalogue.silentElements);
export const blockElements = new Set(catalogue.blockElements);
export const voidElements = new Set(catalogue.voidElements);
export const chromeRoles = new Set(catalogue.chromeRoles);
export const smallWords = new Set(catalogue.smallWords);
export const clauseOpeners = new Set(catalogue.clauseOpeners);
export const articles = new Set(catalogue.articles);
export const closingTitles = new Set(catalogue.closingTitles);
export const statementVerbs = new Set(catalogue.statementVerbs);
export const questionWords = new Set(catalogue.questionWords);
export const plainRunIn = {
  subjects: new Set(catalogue.runIns.subjects),
  prepositions: new Set(catalogue.runIns.prepositions),
  clauseWords: new Set(catalogue.runIns.clauseWords),
  introducers: new Set(catalogue.runIns.introducers),
};

const chromeName = new RegExp(`(?:^| )(?:${catalogue.chromeNames.join('|')})(?: |$)`, 'i');

/** Whether a class attribute or id is that of a cookie banner, a menu or the like. */
export function namesChrome(attribute: string): boolean {
  return attribute !== '' && chromeName.test(attribute.slice(0, 500).replace(/[-_\s]+/g, ' '));
}

const announcement = new RegExp(`\\b(?:${catalogue.announcements.join('|')})\\b`, 'i');

/** Whether a sentence announces a list after it: "the following", "as described below". */
export function announcesList(sentence: string): boolean {
  return announcement.test(sentence);
}

const cellAnswers = new Set(catalogue.cellAnswers);

/** "NO" in a line by itself: the last cell of a row that lost its table, titles nothing. */
export function isCellAnswer(line: string): boolean {
  return cellAnswers.has(line.toLowerCase());
}

const dateLabel = new RegExp(`\\b(?:${catalogue.dateLabels.join('|')})\\b`, 'i');

/** "Last updated May 2023": says when, titles nothing. */
export function datesDraft(line: string): boolean {
  return /\d/.test(line) && dateLabel.test(line);
}

const cookieBanner = new RegExp(`\\b(?:${catalogue.cookieBanners.join('|')})\\b`, 'i');

/** Whether a text that stands where no draft has begun asks for consent to cookies. */
export function asksForCookies(text: string): boolean {
  return cookieBanner.test(text.slice(0, 500));
}

const draftName = new RegExp(`\\b(?:${catalogue.draftNames.join('|')})\\b`, 'i');

/** Whether a short line may be the title of a draft. */
export function namesDraft(line: string): boolean {
  return draftName.test(line);
}

const writeToUs = new RegExp(`\\b(?:${catalogue.writeToUs.join('|')})\\b`, 'i');

/** Whether a sentence says whom readers ask about the policy: "Questions about this privacy policy? Write to …". */
export function asksToWrite(text: string): boolean {
  return writeToUs.test(text.slice(0, 500));
}
