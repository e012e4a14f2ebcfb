// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have their own syntax
import { strict as assert } from 'node:assert';
import { snippetToText } from '../../../server/src/drafts/snippets';

describe('a snippet where nobody can fill in its blanks', () => {
  for (const [what, snippet, text] of [
    ['has no empty stops', 'for $1 days$0', 'for  days'],
    ['keeps defaults', 'for ${1:[period]} after', 'for [period] after'],
    ['keeps defaults within defaults', '${1:a ${2:b} c}', 'a b c'],
    ['asks for a choice', 'we ${1|do,do not|} sell', 'we [do / do not] sell'],
    ['does not nest brackets', '${1|[30 days],[one year]|}', '[30 days / one year]'],
    ['reads escapes', 'costs \\$5 \\} \\\\', 'costs $5 } \\'],
    ['reads escapes in choices', '${1|a\\, b,c\\|d|}', '[a, b / c|d]'],
    ['leaves variables out', '$TM_FILENAME${CLIPBOARD/(.*)/x/}', ''],
    ['keeps a lone dollar sign', 'for $ and ${', 'for $ and ${'],
    ['ends with the text, finished or not', '${1:never ends', 'never ends'],
  ]) {
    it(what, () => assert.equal(snippetToText(snippet), text));
  }
});
