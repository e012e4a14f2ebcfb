import { fileSystem } from './config/fileSystem';
import { packagedRulePages } from './drafts/rulePages';
import { today } from './drafts/today';
import { serve } from './lsp/server';
import type { Serve } from './lsp/start';

// What the language server is after it has answered `initialize`.
export const session: Serve = (connection, params) =>
  serve(connection, params, {
    files: fileSystem,
    today,
    now: () => performance.now(),
    yield: () => new Promise((resolve) => setImmediate(resolve)),
    rulePage: packagedRulePages(__dirname),
  });
