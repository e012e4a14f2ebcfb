/** What the build makes of a YAML file: what it holds, and its path for whoever has to correct it. */
export interface CatalogueFile {
  readonly file: string;
  readonly content: unknown;
}

/** Where in which file. */
class Spot {
  constructor(
    private readonly file: string,
    private readonly path = '',
  ) {}

  at(key: string | number): Spot {
    const next = typeof key === 'number' ? `[${key}]` : this.path === '' ? key : `.${key}`;
    return new Spot(this.file, this.path + next);
  }

  /**
   * @param found what stands here: "a mapping"
   * @param wanted what should: "a list of words"
   */
  fault(found: string, wanted: string): Error {
    return new Error(`${this.file}: ${this.path || 'the file'} is ${found}; write ${wanted} there`);
  }
}

function described(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a mapping';
  return typeof value === 'string' ? `the text "${value}"` : `the ${typeof value} ${value}`;
}

/** What a part of a file has to look like: gives it its type, or says what is wrong with it. */
export type Shape<T> = (value: unknown, spot: Spot) => T;

/** The type that a shape gives. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

/** Reads from a file what its reader needs; what else stands there is for others. */
export const readCatalogue = <T>({ file, content }: CatalogueFile, shape: Shape<T>): T =>
  shape(content, new Spot(file));

const checked =
  <T>(holds: (value: unknown) => value is T, wanted: string): Shape<T> =>
  (value, spot) => {
    if (!holds(value)) throw spot.fault(described(value), wanted);
    return value;
  };

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value);

export const text = checked(isText, 'a text (in quotes where YAML takes it for something else)');
export const number = checked((value) => typeof value === 'number', 'a number');
export const flag = checked((value) => typeof value === 'boolean', 'true or false');

export const oneOf = <const T extends string>(...choices: readonly T[]): Shape<T> =>
  checked((value): value is T => choices.some((choice) => choice === value), choices.join(' or '));

/** A text, or something that says more. */
export const textOr =
  <T>(shape: Shape<T>): Shape<string | T> =>
  (value, spot) =>
    isText(value) ? value : shape(value, spot);

export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value, spot) =>
    value === undefined ? undefined : shape(value, spot);

/** What is left empty or written `~` is there, and has no value. */
export const orEmpty =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value, spot) =>
    value === null ? undefined : shape(value, spot);

const list = checked(isList, 'a list');
const mapping = checked(isMapping, 'a mapping');

export const listOf =
  <T>(each: Shape<T>): Shape<readonly T[]> =>
  (value, spot) =>
    list(value, spot).map((member, index) => each(member, spot.at(index)));

const words = checked(isList, 'a list of words');

export const wordList: Shape<readonly string[]> = (value, spot) =>
  words(value, spot).map((word, index) => (isText(word) ? word : text(word, spot.at(index))));

export const wordSet: Shape<ReadonlySet<string>> = (value, spot) => new Set(wordList(value, spot));

/** A mapping in which every name may stand. */
export const mapOf =
  <T>(each: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, spot) =>
    Object.fromEntries(Object.entries(mapping(value, spot)).map(([key, part]) => [key, each(part, spot.at(key))]));

type Parts = Readonly<Record<string, Shape<unknown>>>;
type Optional<P extends Parts> = { [K in keyof P]: undefined extends Shaped<P[K]> ? K : never }[keyof P];
type ShapedParts<P extends Parts> = { readonly [K in keyof Omit<P, Optional<P>>]: Shaped<P[K]> } & {
  readonly [K in keyof Pick<P, Optional<P>>]?: Shaped<P[K]>;
};

/** A mapping with these parts; others may stand beside them. */
export const record =
  <P extends Parts>(parts: P): Shape<ShapedParts<P>> =>
  (value, spot) => {
    const content = mapping(value, spot);
    const read: Record<string, unknown> = {};
    for (const [key, shape] of Object.entries(parts)) {
      const part = shape(content[key], spot.at(key));
      if (part !== undefined) read[key] = part;
    }
    return read as ShapedParts<P>;
  };

/** A mapping with these parts and no others, so that a name written wrong is found. */
export const entry = <P extends Parts>(parts: P): Shape<ShapedParts<P>> => {
  const read = record(parts);
  return (value, spot) => {
    for (const key of Object.keys(mapping(value, spot)))
      if (!Object.hasOwn(parts, key)) throw spot.at(key).fault('no name known here', Object.keys(parts).join(' or '));
    return read(value, spot);
  };
};

/** A mapping with all of these names, each with the same kind of part. */
export const eachOf = <N extends string, T>(names: readonly N[], shape: Shape<T>): Shape<Readonly<Record<N, T>>> =>
  record(Object.fromEntries(names.map((name) => [name, shape]))) as unknown as Shape<Readonly<Record<N, T>>>;

/** A mapping with some of these names and no others. */
export const someOf = <N extends string, T>(names: readonly N[], shape: Shape<T>) =>
  entry(Object.fromEntries(names.map((name) => [name, optional(shape)]))) as unknown as Shape<
    Readonly<Partial<Record<N, T>>>
  >;

/** Lists of words under these names. */
export const wordLists = <N extends string>(...names: readonly N[]): Shape<Readonly<Record<N, readonly string[]>>> =>
  eachOf(names, wordList);

/** The same, where only it matters whether a word is among them. */
export const wordSets = <N extends string>(...names: readonly N[]): Shape<Readonly<Record<N, ReadonlySet<string>>>> =>
  eachOf(names, wordSet);

/** What stands under a name, or under several, one in the other: "vague.law". */
export const part = <T>(path: string, shape: Shape<T>): Shape<T> =>
  path
    .split('.')
    .reduceRight<Shape<T>>((inner, key) => (value, spot) => inner(mapping(value, spot)[key], spot.at(key)), shape);

/** Sets of words by their names, inside a part of the file where they all stand there. */
export const wordSetsOf =
  (file: CatalogueFile, inside?: string) =>
  (name: string): ReadonlySet<string> =>
    readCatalogue(file, part(inside === undefined ? name : `${inside}.${name}`, wordSet));
