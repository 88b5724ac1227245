import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { roles } from '../src/domain/access/roles.ts'

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
]

/** Takes pictures of the desk of the demonstration: where one signs in, and every place that each role is led to, by day and by night. */
export const shootDesk = async (browser: Browser, root: string, folder: string, say: (line: string) => void): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const demo = await startDemo(root)
  const shot = async (page: Page, name: string): Promise<void> => {
    for (const size of sizes)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: join(folder, `${name}-${size.width}${colorScheme === 'dark' ? '-dark' : ''}.png`), fullPage: true })
      }
    say(name)
  }
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${demo.at}/desk/sign-in`)
    await shot(page, 'desk-sign-in')
    for (const role of roles) {
      await page.goto(`${demo.at}/desk/demo/${role}`)
      const places = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('.places a, .foot a')].map(({ pathname }) => pathname),
      )
      for (const place of new Set(places.filter((path) => path.startsWith('/desk')))) {
        await page.goto(`${demo.at}${place}`)
        await shot(page, `desk-${role}${place.slice('/desk'.length).replaceAll('/', '-')}`)
      }
    }
    await context.close()
  } finally {
    await demo.stop()
  }
}

/** The demonstration in a process of its own, with a folder of its own. */
export const startDemo = async (root: string): Promise<{ at: string; stop(): Promise<void> }> => {
  const data = mkdtempSync(join(tmpdir(), 'waymark-screens-'))
  const child = spawn(process.execPath, [join(root, 'bin/waymark.cjs'), 'serve', '--demo'], {
    env: { ...process.env, PORT: '0', WAYMARK_DATA: join(data, 'demo'), WAYMARK_PACK: '', WAYMARK_PREMAKE: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  let said = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  for (let waited = 0; waited < 180_000; waited += 100) {
    const port = /desk as \w+: http:\/\/localhost:(\d+)/.exec(said)?.[1]
    if (port) return { at: `http://localhost:${port}`, stop }
    await pause(100)
  }
  await stop()
  throw new Error(`The demonstration did not start: ${said}`)
}
