import type { DraftBlock } from './draftBlock';
import type { Block, Section } from './types';

interface OpenSection extends Section {
  readonly children: Section[];
  readonly blocks: Block[];
}

/**
 * The tree of sections. A heading of a level closes every open section of that level and below; an unmarked heading
 * ranks one below the last marked one.
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
      if (block.unmarked) block.level = Math.min(6, marked + block.unmarked);
      else marked = block.level ?? 1;
      section = start(block, block.level ?? 1);
    }
    section ??= start(undefined, 0);
    block.section = section;
    section.blocks.push(block);
  }
  return sections;
}
