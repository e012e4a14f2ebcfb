const workbenchLine =
  /^(Ignoring fetching additional builtin|Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|Extension host |Found additional builtin|Loading development extension|vscode-test-web-support|\[)/;

/** The workbench's own lines among what the extension host prints. @param {string} line */
export const isWorkbenchLine = (line) => workbenchLine.test(line);
