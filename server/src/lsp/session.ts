import type { Connection } from 'vscode-languageserver';
import type { FileAccess } from '../config/fileAccess';
import type { ProjectConfigurations } from '../config/projectConfigurations';
import type { ProjectConfiguration } from '../config/types';
import type { ClientAbilities } from './capabilities';
import type { Checks } from './checks';
import type { Draft, Drafts } from './drafts';
import type { Host } from './host';
import type { Workspace } from './workspace';

/** What the features of the server share while one client is served. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly host: Host;
  /** Files of this machine, and those that the client reads for the server. */
  readonly files: FileAccess;
  readonly workspace: Workspace;
  readonly drafts: Drafts;
  readonly configurations: ProjectConfigurations;
  readonly checks: Checks;
  /** The project file that holds for a draft. */
  projectOf(uri: string): Promise<ProjectConfiguration | undefined>;
  /** The open project file at an address, unless the editor helps with it by itself. */
  helpedWith(uri: string): Draft | undefined;
  /** For what nobody waits for: a client that refuses is no reason to end. */
  attempt(action: Promise<unknown>): void;
}
