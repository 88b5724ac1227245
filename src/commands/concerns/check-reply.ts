import { hasBlank } from '../../domain/concerns/reply.ts'
import { type Warning, warningsOf } from '../../domain/concerns/reply-check.ts'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'
import { type ConcernHead, headOf } from './head.ts'
import { openNotes } from './notes.ts'
import { type OpenedText, openTexts, type SealedFault } from './sealed.ts'

type Checked = { head: ConcernHead; warnings: readonly Warning[] }

/** Looks at a reply before it is sent, beside what stands inside. Nothing of it is kept; that the notes were looked into is. */
export const checkReply = command<{ concern: string; text: string; promised: boolean }, Checked, SealedFault | 'no-reporter' | 'blank'>({
  verb: 'check-reply',
  needs: { action: 'add', object: 'concern-reply' },
  about: aboutConcern,
  run: async (work, { concern, text, promised }) => {
    const head = await headOf(work, concern)
    if (!head.code) return { fault: 'no-reporter' }
    if (hasBlank(text)) return { fault: 'blank' }
    const opened = await openTexts(work, concern)
    if ('fault' in opened) return opened
    const notes = await openNotes(work, concern, opened.key)
    const people = await work.tx.selectFrom('profile').select('name').execute()
    const warnings = warningsOf(text, {
      names: people.map(({ name }) => name),
      notes: notes.flatMap((note) => note.text ?? []),
      said: opened.texts.flatMap(saidIn),
      promised,
    })
    return { done: { head, warnings }, entry: { object: 'concern', id: concern } }
  },
})

export const saidIn = (text: OpenedText): string[] => {
  if (text.kind === 'added') return [text.added.text]
  if (text.kind !== 'report') return []
  const { said, contact, pathway } = text.report
  return [...said, ...(pathway ?? [])].map(({ answer }) => answer).concat(contact ? [contact.way, contact.safe] : [])
}
