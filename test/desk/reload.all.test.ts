import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { build } from '../../tools/build.ts'
import { portOf, startCommand, until } from '../promises/process.ts'
import { dataWithCluster } from '../support/database.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('SIGHUP has the desk read its content anew, beside the site', async () => {
  await build()
  const content = mkdtempSync(join(tmpdir(), 'waymark-content-'))
  cpSync(join(root, 'content'), content, { recursive: true })
  const started = startCommand({
    args: ['serve'],
    env: { WAYMARK_CONTENT: content, WAYMARK_DATA: await dataWithCluster(), WAYMARK_PREMAKE: 'off' },
  })
  try {
    const at = `http://127.0.0.1:${await portOf(started)}`
    const heading = async (): Promise<string | undefined> => {
      const answer = await fetch(`${at}/desk/sign-in`).catch(() => null)
      return /<h1[^>]*>([^<]*)/.exec((await answer?.text()) ?? '')?.[1]
    }
    await until(async () => ((await heading()) === 'Sign in' ? true : undefined), 'the desk')
    const file = join(content, 'national/words/en/desk/sign-in.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('title: "Sign in"', 'title: "Come in"'))
    started.child.kill('SIGHUP')
    expect(await until(async () => ((await heading()) === 'Come in' ? true : undefined), 'the new words')).toBe(true)
  } finally {
    started.child.kill('SIGTERM')
    await started.ended
    rmSync(content, { recursive: true })
  }
})
