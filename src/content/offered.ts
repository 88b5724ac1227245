import type { Language } from '../domain/languages/language.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { didYouMean } from './nearest.ts'

/** Local texts in a language that nobody knows, or that only a pack that names it offers: whoever wrote them expects them to be read. */
export const unofferedFindings = (files: PackFiles, all: readonly Language[], offered: readonly Language[]): Finding[] => {
  const expected = new Set(['en', ...all.filter(({ optional }) => !optional).map(({ id }) => id), ...offered.map(({ id }) => id)])
  return files.allYaml.flatMap(({ file }): Finding[] => {
    const language = /^[^/]+\/words\/([a-z-]+)\//.exec(file)?.[1]
    if (file.startsWith('national/') || language === undefined || expected.has(language)) return []
    const instead = all.some(({ id }) => id === language)
      ? `Add ${language} to \`languages\` in partnership.yaml, or remove the file.`
      : `Name the folder after an id in languages.yaml${didYouMean(
          language,
          all.map(({ id }) => id),
        )}.`
    return [{ severity: 'error', rule: 'file', file, line: 1, found: `this pack does not offer the language "${language}"`, instead }]
  })
}
