import type { Visit } from './visit.ts'

/** Says how far a check is: on a terminal in one line that is written over, elsewhere one line an address. */
export const progress = (out: NodeJS.WriteStream): { tell: (done: Visit, count: number, all: number) => void; end: () => void } => {
  if (!out.isTTY)
    return {
      tell: ({ url, state, code }, count, all) => void out.write(`${count}/${all} ${state}${code === null ? '' : ` ${code}`} ${url}\n`),
      end: () => {},
    }
  const line = (text: string) => void out.write(`\r\x1b[K${text.slice(0, Math.max(20, (out.columns || 80) - 1))}`)
  return { tell: ({ url }, count, all) => line(`${count} of ${all}  ${url}`), end: () => line('') }
}
