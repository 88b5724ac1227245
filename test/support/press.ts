import { fileURLToPath } from 'node:url'
import { loadPack } from '../../src/content/load.ts'
import type { Pack } from '../../src/content/pack.ts'
import { kinds, outputsOf } from '../../src/press/catalogue/kinds.ts'
import { pressFonts } from '../../src/press/run/fonts.ts'
import type { Edition, Output } from '../../src/press/shared/output.ts'
import { pressScripts } from '../../tools/press.ts'
import { once } from './drawn-once.ts'

export const edition: Edition = { now: Temporal.Instant.from('2026-11-27T09:00:00Z'), origin: 'https://waymark.example.org' }

export const packForPress = (): Pack => {
  const { pack, findings } = loadPack(fileURLToPath(new URL('../../content', import.meta.url)), 'hertfordshire')
  if (!pack) throw new Error(findings.map(({ file, line, found }) => `${file}:${line} ${found}`).join('\n'))
  return pack
}

export const outputsOfPack = (pack: Pack, by: Partial<Edition> = {}): Output[] => outputsOf(pack, { ...edition, ...by })

const fonts = pressFonts()
let scripts: ReturnType<typeof pressScripts> | undefined

/** Draws in this thread what a worker would draw, whoever drew it before. */
export const drawnAnew = async (output: Output): Promise<Uint8Array> => {
  const kind = kinds.find(({ name }) => name === output.kind)
  if (!kind) throw new Error(`no kind ${output.kind}`)
  scripts ??= pressScripts(fileURLToPath(new URL('../..', import.meta.url)))
  const built = await scripts
  return (await kind.maker()).make(output, { fonts, script: (name) => built[name] })
}

/** The same, drawn once for all tests. */
export const drawn = (output: Output): Promise<Uint8Array> => once(output, drawnAnew)
