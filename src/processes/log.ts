import { pino } from 'pino'
import type { Log } from '../web/http/log.ts'
import { loggedError } from './log-error.ts'

type Output = { isTTY: boolean; on(event: 'error', heard: () => void): void; write(line: string): void }

/** The log of a process: JSON, a line each; on a terminal in words. */
export const openLog = (output: Output = process.stdout): Log => {
  // Where the log cannot be written (a full disk, a reader that has gone) the site goes on.
  output.on('error', () => {})
  const options = {
    // Two instances may write into one log. Not the host's name: whoever gathers logs knows it.
    base: { pid: process.pid },
    formatters: { level: (level: string) => ({ level }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: (error: unknown) => loggedError(error) },
  }
  return pino(options, { write: (line) => output.write(output.isTTY ? inWords(line) : line) })
}

/** The same line for a person. */
const inWords = (line: string): string => {
  const { level, time, msg, pid: _, err, ...rest } = JSON.parse(line) as Record<string, unknown> & { err?: Record<string, unknown> }
  const facts = Object.values(rest).join(' ')
  const told = `${level === 'info' ? '' : `${String(time).slice(11, 19)} ${level}: `}${msg}${facts ? ` (${facts})` : ''}\n`
  return err ? `${told}  ${err.class}${err.code ? ` ${err.code}` : ''}\n${indented(err.stack)}` : told
}

const indented = (stack: unknown): string => (typeof stack === 'string' ? `${stack.replace(/^/gm, '    ')}\n` : '')
