import { existsSync, readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)

/** A test's file, or a title in marks. A title belongs to the file that was named last before it, in the same line. */
const named = /`((?:src|test)\/[\w./-]+\.test\.tsx?)`|“([^”]+)”/g

/** The tests that a document names, each as a file and a title. */
export const namedTests = (text: string): { file: string; title: string }[] =>
  text.split('\n').flatMap((line) => {
    let at: string | undefined
    return [...line.matchAll(named)].flatMap(([, file, title]) => {
      at = file ?? at
      return at !== undefined && title !== undefined ? [{ file: at, title }] : []
    })
  })

/** Those of them that are not there. */
export const missingTests = (text: string): string[] =>
  namedTests(text).flatMap(({ file, title }) => {
    const path = new URL(file, root)
    if (!existsSync(path)) return [`${file} is not there`]
    return readFileSync(path, 'utf8').includes(`'${title}'`) ? [] : [`${file} has no test '${title}'`]
  })
