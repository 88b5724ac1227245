/**
 * Writes the ids of words from the word files of the national pack: `npm run word-ids`. Run it after a word is added, taken out or renamed;
 * a test compares. What is written is committed, so that the compiler knows every id right after `npm ci`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { lists } from '../src/content/lists/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A set of words: a folder of word files, and the name of its ids in code. Words of another audience (the desk) are a line here. */
export type WordSetSource = { name: string; folder: string }
export const wordSetSources: readonly WordSetSource[] = [
  { name: 'word', folder: 'words/en' },
  { name: 'desk', folder: 'words/en/desk' },
]

/** Ids by the file that holds their words: those directly in the folder, for a folder in it is another set. Files of lists hold no ids. */
export const idsByFile = (national: string, folder: string): Map<string, string[]> =>
  new Map(
    readdirSync(`${national}/${folder}`, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml') && !isList(`${folder}/${entry.name}`))
      .map(({ name }) => name)
      .sort()
      .map((name) => {
        const { words } = parse(readFileSync(`${national}/${folder}/${name}`, 'utf8')) as { words: Record<string, object> }
        return [name, Object.entries(words).flatMap(([group, keys]) => Object.keys(keys).map((key) => `${group}.${key}`))]
      }),
  )

const isList = (file: string): boolean => Object.values(lists).some((list) => list.file === file)

/** The module of a set, formatted as the project is. */
export const moduleOf = ({ name, folder }: WordSetSource, ids: ReadonlyMap<string, readonly string[]>): string => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Id`
  const entry = ([file, own]: readonly [string, readonly string[]]): string => {
    const line = `    '${file}': [${own.map((id) => `'${id}'`).join(', ')}],`
    return line.length <= 140 ? line : [`    '${file}': [`, ...own.map((id) => `      '${id}',`), '    ],'].join('\n')
  }
  return `// Made from content/national/${folder} by \`npm run word-ids\`. Do not edit.

/** Every id of these words, \`group.key\` as in the file that holds it. */
export const ${name}Set = {
  folder: '${folder}',
  files: {
${[...ids].map(entry).join('\n')}
  },
} as const

export type ${type} = (typeof ${name}Set.files)[keyof typeof ${name}Set.files][number]
`
}

/** The path of each generated module, and what must stand in it. */
export const wordModules = (): Map<string, string> =>
  new Map(
    wordSetSources.map((set) => [
      `src/content/words/${set.name}-ids.generated.ts`,
      moduleOf(set, idsByFile(`${root}content/national`, set.folder)),
    ]),
  )

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const [path, text] of wordModules()) writeFileSync(`${root}${path}`, text)
