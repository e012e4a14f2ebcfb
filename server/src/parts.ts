import type { Serve } from './lsp/start';

/**
 * What the two files of a running server hand each other. One of them names its channel and answers `initialize`
 * (`server.js` in Node, `browserServer.js` in a web worker) and brings the protocol's library; `serverSession.js`, the
 * same for both and read later, brings what serves a client. Node reads it by `require`, a worker by `importScripts`: what
 * both know is the global object.
 */
interface Parts {
  /** The module `vscode-languageserver`, as it is for Node or for browsers. */
  protocol?: unknown;
  serve?: Serve;
}

const place = globalThis as { policyLinterParts?: Parts };
place.policyLinterParts ??= {};
export const parts: Parts = place.policyLinterParts;

/** What serves a client, once `serverSession.js` has been read. */
export function served(): Serve {
  if (!parts.serve) throw new Error('serverSession.js has been read, but serves nobody');
  return parts.serve;
}
