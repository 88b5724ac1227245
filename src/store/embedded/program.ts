import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { unsupported } from './binaries.ts'
import { codeOf, faultOf } from './fault.ts'
import type { Place } from './place.ts'

/** Nothing of our own environment: PGDATA or PGPORT there would lead PostgreSQL elsewhere. */
export const cleanEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

export const musl = (): Error => unsupported('The PostgreSQL that Waymark brings needs glibc, which this system (Alpine, for one) has not.')

/** Runs a program of PostgreSQL to its end, as the user of the place. */
export const runProgram = (program: string, argv: readonly string[], { cluster, user }: Place): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(program, argv, { ...user, cwd: '/', env: cleanEnvironment }, (error, _, stderr) => {
      if (!error) return resolve()
      // It is there, and its loader is not.
      if (codeOf(error) === 'ENOENT' && existsSync(program)) return reject(musl())
      reject(faultOf('The database could not be made', stderr.trim().split('\n'), cluster))
    })
  })
