import { type Look, turnTo } from '../support/browser.ts'
import { inSight, outOfSight, smallTargets } from '../support/geometry.ts'
import type { Probe, Tools, Visited } from './probes/probe.ts'

/** What one probe found, window by window; or what kept it from looking. */
export type Found = { faults: Record<string, string[]>; error?: unknown }

const tools = { outOfSight, smallTargets, inSight } satisfies Record<keyof Tools, unknown>
const toolsInPage = `{ ${Object.entries(tools)
  .map(([name, tool]) => `${name}: ${tool}`)
  .join(', ')} }`

/** A method of an object, as an expression. */
const expression = (inPage: NonNullable<Probe['inPage']>): string =>
  /^(?:async\s+)?inPage\s*\(/.test(String(inPage)) ? `({ ${inPage} }).inPage` : `(${inPage})`

/** Asks a page all these questions, and turns it to each window once. Those in the page are one question to the browser. */
export const ask = async (visited: Visited, probes: readonly Probe[]): Promise<ReadonlyMap<Probe, Found>> => {
  const { page, view } = visited
  const found = new Map(probes.map((probe): [Probe, Found] => [probe, { faults: {} }]))
  const note = (probe: Probe, look: Look, faults: readonly string[]): void => {
    const own = found.get(probe)
    if (own && faults.length) own.faults[look.name] = [...faults]
    probe.note?.add(view, faults.length)
  }
  const looks = new Set(probes.flatMap((probe) => probe.looks(view)))
  for (const look of looks) {
    await turnTo(page, look)
    const here = probes.filter((probe) => probe.looks(view).includes(look))
    const within = here.flatMap((probe) => (probe.inPage ? [{ probe, inPage: probe.inPage }] : []))
    if (within.length) {
      const asked = within.map(({ inPage }) => expression(inPage)).join(', ')
      const answers: string[][] = await page.evaluate(
        `(() => { const tools = ${toolsInPage}; return [${asked}].map((ask) => ask(tools)) })()`,
      )
      for (const [at, { probe }] of within.entries()) note(probe, look, answers[at] ?? [])
    }
    for (const probe of here) {
      if (!probe.look) continue
      try {
        note(probe, look, await probe.look(visited, look))
      } catch (error) {
        found.set(probe, { faults: {}, error })
      }
    }
  }
  return found
}
