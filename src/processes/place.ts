import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where content lies: in the tree, unless the environment names another folder. */
export const contentAt = (root: string, { WAYMARK_CONTENT: named }: NodeJS.ProcessEnv): string =>
  named ? resolve(named) : join(root, 'content')

/** What is wrong with the folder that the environment names; null where nothing is, or it names none. */
export const contentFault = ({ WAYMARK_CONTENT: named }: NodeJS.ProcessEnv): string | null =>
  named && !existsSync(join(named, 'national'))
    ? `WAYMARK_CONTENT=${named}: write a folder that has \`national\` and your own pack in it, such as a copy of content/.`
    : null
