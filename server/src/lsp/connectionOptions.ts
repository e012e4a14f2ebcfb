import { type ConnectionOptions, LSPErrorCodes } from 'vscode-languageserver';

export const connectionOptions: ConnectionOptions = {
  connectionStrategy: {
    // A request that is cancelled while it waits in the queue is answered without being looked at.
    cancelUndispatched: (message) =>
      'id' in message
        ? {
            jsonrpc: '2.0',
            id: message.id as number | string,
            error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' },
          }
        : undefined,
  },
};
