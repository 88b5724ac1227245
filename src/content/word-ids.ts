import { type DeskId, deskSet } from './words/desk-ids.generated.ts'
import { type WordId, wordSet } from './words/word-ids.generated.ts'

/** `group.key`, as in `get-help.when`: every id that a page may ask for. */
export type { DeskId, WordId }

/** Words of one audience: the folder of their files, and their ids by file. Made from the national files by tools/word-ids.ts. */
export type WordSet<Id extends string = string> = { folder: string; files: Readonly<Record<string, readonly Id[]>> }

/** Words of the public site, its papers and its files. */
export const publicWords: WordSet<WordId> = wordSet

/** Words of those who are signed in. */
export const deskWords: WordSet<DeskId> = deskSet

/** Every set that is read. Words of a set that is not here are files that nothing reads. */
export const wordSets: readonly WordSet[] = [publicWords, deskWords]

export const idsOf = <Id extends string>({ files }: WordSet<Id>): Id[] => Object.values<readonly Id[]>(files).flat()

export const wordIds: readonly WordId[] = idsOf(publicWords)
