import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Operations } from '../web/public/api/operations.ts'
import { versionFile } from './paths.ts'

/** A disk is asked at most so often, in ms, whoever asks us. */
const pause = 2000

/** `elapsed`: ms that count evenly. */
export const operationsOf = (dataFolder: string, elapsed: () => number): Operations => {
  const { version, commit } = JSON.parse(readFileSync(versionFile, 'utf8')) as Pick<Operations, 'version' | 'commit'>
  const file = join(dataFolder, `.writable-${process.pid}`)
  let last: { at: number; data: boolean } | undefined
  const writable = (): boolean => {
    if (!last || elapsed() - last.at >= pause) last = { at: elapsed(), data: canWrite(file) }
    return last.data
  }
  // A pack that is not whole stops the start: whoever can be asked has one.
  return { needs: () => ({ pack: true, data: writable() }), version, commit }
}

/** Permissions alone do not tell of a full disk. */
const canWrite = (file: string): boolean => {
  try {
    writeFileSync(file, 'x')
    return true
  } catch {
    return false
  } finally {
    rmSync(file, { force: true })
  }
}
