export type BackupFaultCode =
  | 'exists'
  | 'unreadable'
  | 'not-a-backup'
  | 'newer'
  | 'cut'
  | 'damaged'
  | 'other-migration'
  | 'other-tables'
  | 'not-empty'
  /** A copy of keys, after its last day. */
  | 'expired'
  | 'circle'
  | 'refused'

/** Why a backup or a restore did not happen: a sentence for whoever runs Waymark, that says what to do. */
export class BackupFault extends Error {
  readonly code: BackupFaultCode
  constructor(code: BackupFaultCode, message: string) {
    super(message)
    this.code = code
  }
}

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'no code'
