import { openLog } from '../../src/processes/log.ts'
import type { Log } from '../../src/web/http/log.ts'

/** The log as a served site has it, whose lines a test reads. */
export const recordedLog = (): { log: Log; written(): string; lines(): Record<string, unknown>[] } => {
  let written = ''
  const write = (line: string): void => {
    written += line
  }
  return {
    log: openLog({ isTTY: false, on: () => {}, write }),
    written: () => written,
    lines: () =>
      written
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
  }
}
