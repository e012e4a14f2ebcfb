/** Which open documents the extension speaks about at all, and which of them are worth asking the server about. */

const builtIn = ['markdown', 'mdx', 'html', 'plaintext'] as const;
const formats = ['markdown', 'html', 'plaintext'] as const;
/** How drafts in languages of the author's own are read, by the editor's name for the language. */
let own: Readonly<Record<string, string>> = {};

/** Takes up the setting `policyLinter.languages`. */
export function setOwnLanguages(setting: unknown): void {
  const entries = typeof setting === 'object' && setting !== null ? Object.entries(setting) : [];
  own = Object.fromEntries(entries.filter(([, format]) => (formats as readonly unknown[]).includes(format)));
}

export const ownLanguages = (): Readonly<Record<string, string>> => own;

/** The languages in which drafts are written. */
export const languages = (): readonly string[] => [...new Set([...builtIn, ...Object.keys(own)])];

/** Places where somebody writes. What `git:`, a diff's left side or an output panel shows is no draft. */
export const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'] as const;

/** How many lines of a document are looked at before the server is started for it. */
export const headLines = 400;

const fileNameCue = /privacy|gdpr|ccpa|cookies?[-_. ]?(policy|notice)|data[-_. ]?(protection|policy|notice)/i;
const contentCue =
  /policy-linter|\bprivacy\b|\bpersonal(ly)?[\s-]+(data|information|identif)|\b(your|user) (data|information)\b/i;

/**
 * A cheap first look that errs towards yes: the server alone decides whether a document is a policy, but in a
 * workspace where nothing looks like one it need not even be started.
 */
export function mightBePolicy(path: string, head: string): boolean {
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  return fileNameCue.test(fileName) || contentCue.test(head);
}

/** Whether a document is a draft that may be checked, whatever it says. */
export function isCandidate({ languageId, uri }: { languageId: string; uri: { scheme: string } }): boolean {
  return languages().includes(languageId) && (schemes as readonly string[]).includes(uri.scheme);
}

/** The language that an editor would give a file by its name. */
export function languageOfFile(path: string): (typeof builtIn)[number] {
  if (/\.html?$/i.test(path)) return 'html';
  return /\.txt$/i.test(path) ? 'plaintext' : 'markdown';
}

/** The file in which a project says how its drafts are checked. */
export function isProjectFile({ uri }: { uri: { scheme: string; path: string } }): boolean {
  return uri.path.endsWith('/.policy-linter.yml') && (schemes as readonly string[]).includes(uri.scheme);
}
