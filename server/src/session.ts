import { serve } from './lsp/server';
import { parts } from './parts';

// What the language server is after it has answered `initialize`, in Node and in a web worker.
parts.serve = serve;
