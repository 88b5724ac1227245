import { inject } from 'vitest'
import { countPages } from './every.ts'
import { type NoteFile, writeNote } from './record.ts'
import type { View } from './views.ts'

/** Adds up what a probe finds on the pages of a test file. */
export const noting = (file: NoteFile): { add(view: View, faults: number): void; write(): void } => {
  let seen: View[] = []
  let violations = 0
  return {
    add: (view, faults) => {
      seen.push(view)
      violations += faults
    },
    write: () => {
      writeNote(inject('notes'), file, { pages: countPages(seen), states: seen.length, violations })
      seen = []
      violations = 0
    },
  }
}
