/** The anchor that GitHub gives a heading: lower case, punctuation dropped, blanks to hyphens. */
export function slugOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

/** Adds the slugs of all headings; a repeated one gets "-1", "-2", …. */
export function addSlugs(anchors: Set<string>, slugs: Iterable<string>): void {
  const counts = new Map<string, number>();
  for (const slug of slugs) {
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
}
