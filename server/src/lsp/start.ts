import type { Connection, InitializeParams } from 'vscode-languageserver';
import { abilitiesOf, serverCapabilities } from './capabilities';
import type { Host } from './host';

/** Serves the client that has introduced itself; gives what is to be done once it is ready to be spoken to. */
export type Serve = (connection: Connection, params: InitializeParams, host: Host) => { initialized(): void };

/** Turns of the event loop until the answer to `initialize` is on its way. */
const TURNS = 3;

/**
 * Answers `initialize` before what serves the client is loaded: an editor waits for the answer, and makes itself ready
 * while the rest is read.
 */
export function start(connection: Connection, host: Host, load: () => Serve): void {
  connection.onInitialize((params) => {
    let session: ReturnType<Serve> | undefined;
    const open = () => {
      session ??= load()(connection, params, host);
      return session;
    };
    connection.onInitialized(() => open().initialized());
    const openSoon = async () => {
      for (let i = 0; i < TURNS; i++) await host.yield();
      open();
    };
    openSoon().catch((error) => connection.console.error(String(error)));
    const client = abilitiesOf(params.capabilities);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'policy-linter' } };
  });
  connection.listen();
}
