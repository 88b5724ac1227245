import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const parts = ['bin', 'content', 'docs', 'src', 'tools', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Copies the project into a folder, so that its content can be changed. Libraries are linked to, the build is made anew. Gives its command. */
export const copyProject = (folder: string): string => {
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return join(folder, 'bin/waymark.cjs')
}
