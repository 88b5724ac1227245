import { publicKey } from '../../store/seal/suite.ts'
import { instantOf } from '../instant.ts'
import type { IntakeParts, IntakeState } from './parts.ts'

type Row = {
  read_at: Date | null
  key_ready: boolean
  closed_at: Date | null
  key: Buffer | null
  covered_until: Date | null
  coordinators: string[]
}

/** Null where the database does not answer: then nothing can be taken in. */
export const readIntakeState = async ({ door }: Pick<IntakeParts, 'door'>): Promise<IntakeState | null> => {
  const passed = await door()?.intake<Row>('select * from intake_state()', [])
  if (!passed || 'fault' in passed) return null
  const [row] = passed.rows
  if (!row) return null
  const at = (date: Date | null) => date && instantOf(date)
  return {
    readAt: at(row.read_at),
    keyReady: row.key_ready,
    closedAt: at(row.closed_at),
    key: row.key && publicKey(row.key),
    coveredUntil: at(row.covered_until),
    coordinators: row.coordinators,
  }
}
