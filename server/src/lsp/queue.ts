/** Sees when nothing more of what the client sends is waiting to be read. */
export class Queue {
  readonly #turn: () => Promise<void>;
  #heard = 0;

  /** @param turn lets waiting messages be read */
  constructor(turn: () => Promise<void>) {
    this.#turn = turn;
  }

  /** Something came from the client. */
  heard(): void {
    this.#heard++;
  }

  /** Messages are read one per turn, so two silent turns mean an empty queue. */
  async empty(): Promise<void> {
    for (let silent = 0; silent < 2; ) {
      const heard = this.#heard;
      await this.#turn();
      silent = heard === this.#heard ? silent + 1 : 0;
    }
  }
}
