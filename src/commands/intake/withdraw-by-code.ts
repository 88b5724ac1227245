import type { CodeFault } from './by-code.ts'
import { keysOf } from './code.ts'
import type { IntakeParts } from './parts.ts'

/** Takes a report back: nobody works on it from now on, and its words are erased (a job does it). Done twice it is done once. */
export const withdrawByCode = async (parts: IntakeParts, code: readonly string[]): Promise<{ done: true } | { fault: CodeFault }> => {
  const door = parts.door()
  if (!door) return { fault: 'gone' }
  const { hash } = await keysOf(code, parts.pepper)
  const passed = await door.reporter<{ known: boolean }>('select code_withdraw($1) as known', [hash])
  if ('fault' in passed) return { fault: 'gone' }
  return passed.rows[0]?.known ? { done: true } : { fault: 'unknown' }
}
