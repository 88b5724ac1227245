/** Undoes the transaction of work that was refused. `fault`: why, as a code that the pack has a sentence for. */
export class Undone extends Error {
  readonly fault: string
  constructor(fault: string) {
    super(fault)
    this.fault = fault
  }
}
