import { perform } from '../../commands/command.ts'
import { readInbox } from '../../commands/concerns/read-inbox.ts'
import type { Parts } from '../../commands/parts.ts'
import { findSignIn } from '../../commands/sign-in/session.ts'
import { endSignInOf } from '../../commands/sign-in/sign-out.ts'
import { tryAs } from './try-as.ts'

/** In ms: well within the day after which a form closes that nobody reads (domain/concerns/intake-open). */
const every = 4 * 3_600_000

/**
 * Opens the inbox every few hours as the coordinator of the made-up county, so that whoever tries a demonstration that runs for days can still
 * report something. Only a process that was started as a demonstration does this: on a real desk a person reads, or the form closes.
 */
export const keepRead = async (parts: Parts): Promise<{ close(): void }> => {
  const read = async (): Promise<void> => {
    const entered = await tryAs(parts)('coordinator', 'The demonstration')
    if ('fault' in entered) return
    const signIn = await findSignIn(parts, entered.done)
    if (signIn !== null) await perform(parts, signIn, readInbox, null)
    await endSignInOf(parts, entered.done)
  }
  await read()
  const timer = setInterval(() => void read().catch(() => parts.tell('The made-up inbox could not be opened.')), every).unref()
  return { close: () => clearInterval(timer) }
}
