/** Why a job did not come off this time, as a code. It is tried again. */
export class JobFault extends Error {
  readonly fault: string
  constructor(fault: string) {
    super(fault)
    this.fault = fault
  }
}

/** The code of whatever went wrong: of an error that is not ours nothing else is kept. */
export const failureOf = (error: unknown): string => (error instanceof JobFault ? error.fault : 'failed')
