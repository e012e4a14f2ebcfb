import { StatusNotification, type StatusParams } from './protocol';
import type { Session } from './session';

/** Sends statuses so that they make no answer wait; of one document only the newest counts. */
export class StatusMessages {
  readonly #session: Pick<Session, 'connection' | 'host' | 'attempt'>;
  readonly #due = new Map<string, StatusParams>();

  constructor(session: Pick<Session, 'connection' | 'host' | 'attempt'>) {
    this.#session = session;
  }

  tell(status: StatusParams): void {
    const isDue = this.#due.size > 0;
    this.#due.set(status.uri, status);
    if (!isDue) this.#session.attempt(this.#send());
  }

  async #send(): Promise<void> {
    const { connection, host, attempt } = this.#session;
    await host.yield();
    for (const status of this.#due.values()) attempt(connection.sendNotification(StatusNotification, status));
    this.#due.clear();
  }
}
