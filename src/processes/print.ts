import type { Finding } from '../content/finding.ts'

/** Findings for people: file and line, what was found, what to write instead. */
export const printFindings = (findings: readonly Finding[], print: (line: string) => void): void => {
  for (const f of findings)
    print(`${f.file}:${f.line}  ${f.severity === 'warning' ? 'warning' : 'error'} (${f.rule})  ${f.found}\n    ${f.instead}`)
}
