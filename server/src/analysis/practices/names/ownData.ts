/**
 * Types of data that only the draft's own words name ("swim times" beside "your name"): they lie under no type of the
 * ontology, and two of them are the same where the words are.
 */
const PREFIX = 'own:';

export const ownDataId = (words: readonly string[]): string => PREFIX + words.join(' ');

export const isOwnData = (id: string): boolean => id.startsWith(PREFIX);

/** "swim time": the words in their dictionary form. */
export const ownDataName = (id: string): string => id.slice(PREFIX.length);
