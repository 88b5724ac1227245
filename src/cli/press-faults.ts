import type { PackFiles } from '../content/files.ts'
import type { Finding } from '../content/finding.ts'
import { sourceLocation } from '../content/source-location.ts'
import { PressFault } from '../press/shared/kind.ts'
import type { Output } from '../press/shared/output.ts'

/**
 * What cannot be printed as something to mend, at the file and line of the text that it is about; one finding where several outputs
 * meet the same text. What is about no text of the pack stands at `fallback`: the pack, or the file of a training provider.
 * Errors that are no PressFault are thrown again: they are the program's.
 */
export const pressFindings = (errors: readonly unknown[], outputs: readonly Output[], files: PackFiles, fallback: string): Finding[] => {
  const place = sourceLocation(files)
  const found = new Map<string, Finding & { printed: string[] }>()
  for (const error of errors) {
    if (!(error instanceof PressFault)) throw error
    const { output, why, about, letter, instead } = error.fault
    const { file, line } = (about && place(about, letter ?? undefined)) || { file: fallback, line: 1 }
    const printed = outputs.find(({ id }) => id === output)?.file
    const key = `${file}:${line} ${why.replace(/[\d.]+/g, '')}`
    const known = found.get(key)
    if (known) known.printed.push(...(printed ? [printed] : []))
    else
      found.set(key, {
        ...{ severity: 'error', rule: 'press', file, line, found: why },
        instead: instead ?? 'This is a fault in Waymark. Please report it to the people who maintain it.',
        printed: printed ? [printed] : [],
      })
  }
  return [...found.values()].map(({ printed, ...finding }) => ({
    ...finding,
    found: printed.length ? `${printed[0]}${printed.length > 1 ? ` and ${printed.length - 1} more` : ''}: ${finding.found}` : finding.found,
  }))
}
