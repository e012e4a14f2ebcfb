import { regimeIds } from '../analysis/disclosures/regimeIds';
import { checkFormats } from './formats';
import type { Command } from './options';

const inputs = `Paths are files, or folders that are searched for *.md, *.mdx, *.html and *.txt; "-" reads
standard input. Without a path the current folder is searched. A file named by its path is always
read; among files that a search finds, only privacy policies in English are.

  --files-from FILE    more paths, one a line ("-" for standard input)
  --regime LIST        exactly these regimes, whatever the draft or the project file says:
                       ${regimeIds.slice(0, 7).join(', ')},
                       ${regimeIds.slice(7).join(', ')}
  --config FILE        this project file instead of the nearest .policy-linter.yml
  --today DATE         the date that rules about dates go by (YYYY-MM-DD)
  --jobs N             threads that check many drafts (as many as there are processors unless given)`;

export const help: Readonly<Record<Command | 'general', string>> = {
  general: `Proofreads privacy policies: contradictions, missing disclosures, vague retention wording.
Everything runs on this machine. A drafting aid, not legal advice.

  policy-linter check [paths…]      report findings
  policy-linter inspect [paths…]    print what was read: statements, retention, disclosures
  policy-linter rules               list the rules
  policy-linter explain RULE        say what a rule flags, and why
  policy-linter COMMAND --help      options of a command
  policy-linter --version
`,
  check: `policy-linter check [paths…] [options]

${inputs}
  --format FORMAT      ${checkFormats.join(', ')} (${checkFormats[0]} unless given)
  --max-severity LEVEL the gravest severity that is tolerated: error, warning, information, hint or
                       none (information unless given)
  --baseline FILE      report no finding that is in this file
  --update-baseline    write the findings there are into that file, and report none
  --fix                write safe fixes into the drafts: those that change nothing they promise

Exit status: 0 no finding above the tolerated severity; 1 there are some; 2 something could not be
read or checked (named on standard error; the rest was checked all the same).
`,
  inspect: `policy-linter inspect [paths…] [options]

Prints one line of JSON per document: sections, statements, retention, disclosures. Types of data stand
by the id that the catalogue gives them; "own:kiln temperature" is one that only the draft has a name for.

${inputs}
  --format ndjson      the only format
  --stdin-ndjson       drafts come on standard input, one record a line:
                       {"id": …, "text": "…", "format": "markdown|html|plaintext"} (the format is
                       guessed where it is missing); one result a line goes out, in that order, with
                       the id in the place of the path. Of a line that makes no sense the result is
                       {"id": …, "line": N, "error": "…"}, and the rest is read all the same.

Exit status: 0, or 2 when something could not be read.
`,
  rules: `policy-linter rules [--format text|json]

Lists the rules with their severities.
`,
  explain: `policy-linter explain RULE

Says what a rule flags, why, and on which source it rests.
`,
};
