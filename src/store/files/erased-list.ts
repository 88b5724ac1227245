import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readPrivate } from './private-file.ts'
import { syncFolder } from './replace-file.ts'

/** When something was erased, by which rule, by whom: a person's id, or null where a rule alone did it. */
export type Erased = { on: string; rule: string; by: string | null }

/**
 * What was erased, by its id and nothing else, in a file that is only added to. It lies outside the database and its backups: a backup that is put
 * back brings nobody back for long.
 */
export type ErasedList = {
  /** A line that a power cut left half is none: it is erased again. */
  all(): ReadonlyMap<string, Erased>
  /** On the disk when it returns. What stands there stays as it is. */
  add(ids: readonly string[], erased: Erased): Promise<void>
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const line = new RegExp(`^(${uuid}) (\\d{4}-\\d\\d-\\d\\d) ([a-z-]+) (-|${uuid})$`)

export const erasedList = (file: string): ErasedList => {
  const all = (): ReadonlyMap<string, Erased> => {
    const read = readPrivate(file, 64 * 2 ** 20)
    if ('fault' in read) throw new Error(`the list of what was erased cannot be read (${read.fault})`)
    return new Map(
      (read.bytes?.toString('utf8') ?? '').split('\n').flatMap((text): [string, Erased][] => {
        const [, id = '', on = '', rule = '', by = '-'] = line.exec(text) ?? []
        return id ? [[id, { on, rule, by: by === '-' ? null : by }]] : []
      }),
    )
  }
  return {
    all,
    add: async (ids, { on, rule, by }) => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      const there = all()
      const fresh = ids.filter((id) => !there.has(id))
      if (!fresh.length) return
      const list = await open(file, 'a', 0o600)
      try {
        // On lines of their own, whatever was cut short before them.
        await list.write(`\n${fresh.map((id) => `${id} ${on} ${rule} ${by ?? '-'}\n`).join('')}`)
        await list.sync()
      } finally {
        await list.close()
      }
      await syncFolder(dirname(file))
    },
  }
}

/** That of people of the register. `keys`: WAYMARK_DATA/keys. */
export const erasedLearnersIn = (keys: string): ErasedList => erasedList(join(keys, 'learners', 'erased'))
