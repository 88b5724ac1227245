import type { ContentFolder } from '../content/files.ts'
import { loadPack } from '../content/load.ts'
import { visible } from '../content/visible.ts'
import { wordsByPage } from '../content/words-by-page.ts'
import { readers } from '../domain/style/readers.ts'
import { contentFolder } from '../processes/paths.ts'
import { printFindings } from '../processes/print.ts'

export type WordsArgs = {
  pack: string
  audience?: string
  language: string
  /** Other than the installed content: for tests. */
  content?: string | ContentFolder
}

/** Of a pack there are no guides and commands. */
const audiences = readers.filter((one) => one !== 'staff')

/** Prints every sentence that readers meet, by page, so that an editor reads them in one go. Exit code 0; 2 where the pack or language is not there, or the pack has faults. */
export const words = ({ pack: id, audience, language, content = contentFolder }: WordsArgs): number => {
  const refuse = (why: string): number => {
    console.error(why)
    return 2
  }
  if (!/^[a-z0-9-]+$/.test(id)) return refuse(`--pack ${visible(id)}: write the name of a folder in content/, such as hertfordshire.`)
  if (audience !== undefined && !audiences.some((one) => one === audience))
    return refuse(`--audience ${visible(audience)}: write ${audiences.slice(0, -1).join(', ')} or ${audiences.at(-1)}.`)
  const loaded = loadPack(content, id)
  if (!loaded.pack) {
    printFindings(loaded.findings, console.error)
    return 2
  }
  const languages = ['en', ...loaded.languages.map((one) => one.language.id)]
  if (!languages.includes(language))
    return refuse(`--language ${visible(language)}: choose one of the pack's languages (${languages.join(', ')}).`)
  for (const page of wordsByPage(loaded, language)) {
    if (audience !== undefined && page.readers !== audience) continue
    console.log(`\n# ${page.title ?? page.page}  (${page.title === null ? '' : `${page.page}, `}${page.readers})\n`)
    for (const { file, line, text } of page.sentences) console.log(`${file}:${line}  ${text}`)
  }
  return 0
}
