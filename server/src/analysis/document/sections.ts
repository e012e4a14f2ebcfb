import { getOrMake } from '../kept';
import type { DraftBlock } from './draftBlock';
import { namesDraft } from './structureWords';
import type { Block, Section } from './types';

interface OpenSection extends Section {
  readonly index: number;
  readonly children: Section[];
  readonly blocks: Block[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The section that a heading began when it was read last, whether others stood in it and whether its title was repeated. */
const earlier = new WeakMap<
  Block,
  { readonly section: Mutable<OpenSection>; divided: boolean; repeated: boolean | undefined }
>();

/**
 * The tree of sections. A heading of a level closes every open section of that level and below; an unmarked heading
 * ranks below the last marked one, and a title of the draft always stands above.
 *
 * A section whose heading, level and surroundings are those of the version before stays the same object, with its blocks
 * filled in anew; so does the part before the first heading, `opening`.
 */
export function buildSections(blocks: readonly DraftBlock[], opening?: Section): Section[] {
  const sections: Mutable<OpenSection>[] = [];
  const open: OpenSection[] = [];
  let marked = 0;
  const start = (heading: DraftBlock | undefined, level: number): OpenSection => {
    while (open.length > 0 && open[open.length - 1].level >= level) open.pop();
    const above = open[open.length - 1];
    const parent = above && above.level > 0 ? above : undefined;
    const section = sectionOf(heading, level, parent, opening);
    section.index = sections.length;
    section.parent?.children.push(section);
    sections.push(section);
    open.push(section);
    return section;
  };
  let section: OpenSection | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const isTitle = sections.length <= (sections[0]?.level === 0 ? 1 : 0) && namesDraft(block.text);
      if (!block.unmarked) marked = block.level ?? 1;
      else block.level = isTitle ? 1 : Math.min(6, Math.max(marked, 1) + block.unmarked);
      section = start(block, block.level ?? 1);
    }
    section ??= start(undefined, 0);
    block.section = section;
    section.blocks.push(block);
  }
  markRepeated(sections);
  return sections;
}

/** In words: "Sharing" may stand twice in a draft that speaks of one thing. */
const SHORTEST_TITLE = 3;

/** Notes the sections that call themselves as others do; entries of a table of contents have no text below them. */
function markRepeated(sections: readonly Mutable<OpenSection>[]): void {
  const byTitle = new Map<string, Mutable<OpenSection>[]>();
  for (const section of sections) {
    section.repeated = undefined;
    const words = section.title.toLowerCase().match(/\p{L}+/gu) ?? [];
    if (words.length >= SHORTEST_TITLE && section.blocks.length > 1)
      getOrMake(byTitle, words.join(' '), () => []).push(section);
  }
  for (const alike of byTitle.values()) if (alike.length > 1) for (const section of alike) section.repeated = true;
}

function sectionOf(
  heading: DraftBlock | undefined,
  level: number,
  parent: Section | undefined,
  opening: Section | undefined,
): Mutable<OpenSection> {
  const known: Mutable<Section> | undefined = heading
    ? earlier.get(heading)?.section
    : opening?.heading
      ? undefined
      : opening;
  if (known?.level === level && known.parent === parent) {
    if (known.children.length > 0) known.children = [];
    known.blocks = [];
    return known;
  }
  const section = { index: 0, title: heading?.text ?? '', level, heading, parent, children: [], blocks: [] };
  if (heading) earlier.set(heading, { section, divided: false, repeated: undefined });
  return section;
}

/** Sections that began or ceased to be divided, or to be called as others are: what stands in them is read anew. */
export function changedSections(sections: readonly Section[]): ReadonlySet<Section> {
  const changed = new Set<Section>();
  for (const section of sections) {
    const known = section.heading && earlier.get(section.heading);
    const { repeated } = section;
    const divided = section.children.length > 0;
    if (!known || (known.divided === divided && known.repeated === repeated)) continue;
    Object.assign(known, { divided, repeated });
    changed.add(section);
  }
  return changed;
}
