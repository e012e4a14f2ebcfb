/** Where a rule comes from: the law, the authority or the paper, as written, and where to read it. */
export interface Citation {
  readonly text: string;
  readonly url?: string;
}
