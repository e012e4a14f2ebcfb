import type { DraftBlock } from './draftBlock';
import { namesDraft } from './structureWords';
import type { Block, Section } from './types';

interface OpenSection extends Section {
  readonly children: Section[];
  readonly blocks: Block[];
}

/**
 * The tree of sections. A heading of a level closes every open section of that level and below; an unmarked heading
 * ranks below the last marked one, and a title of the draft always stands above.
 */
export function buildSections(blocks: readonly DraftBlock[]): Section[] {
  const sections: Section[] = [];
  const open: OpenSection[] = [];
  let marked = 0;
  const start = (heading: DraftBlock | undefined, level: number): OpenSection => {
    while (open.length > 0 && open[open.length - 1].level >= level) open.pop();
    const parent = open[open.length - 1];
    const section: OpenSection = {
      index: sections.length,
      title: heading?.text ?? '',
      level,
      heading,
      parent: parent && parent.level > 0 ? parent : undefined,
      children: [],
      blocks: [],
    };
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
  return sections;
}
