import { randomBytes, randomUUID } from 'node:crypto'
import { command, ofMyself } from '../../command.ts'
import { sealedDraft } from './draft-box.ts'

/** Keeps a file for an hour, in place of the one before. Gives what a page carries along: where it lies, and what opens it. */
export const keepDraft = command<{ file: Uint8Array }, { ticket: string }, never>({
  verb: 'keep-draft',
  needs: { action: 'add', object: 'register-import' },
  about: ofMyself,
  run: async ({ tx, viewer }, { file }) => {
    const [id, key] = [randomUUID(), randomBytes(32)]
    await tx.deleteFrom('import_draft').where('person_id', '=', viewer.person).execute()
    await tx
      .insertInto('import_draft')
      .values({ id, sealed: await sealedDraft(file, key, id) })
      .execute()
    return { done: { ticket: `${id}.${key.toString('base64url')}` }, entry: { object: 'register-import', id } }
  },
})

/** Takes away the file that somebody will not import after all. */
export const dropDraft = command<Record<string, never>, null, never>({
  verb: 'drop-draft',
  needs: { action: 'add', object: 'register-import' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    await tx.deleteFrom('import_draft').where('person_id', '=', viewer.person).execute()
    return { done: null, entry: { object: 'register-import', id: viewer.person } }
  },
})
