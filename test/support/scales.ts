import { beforeAll } from 'vitest'
import { phone, type useBrowser } from './browser.ts'
import type { View } from './views.ts'
import { lastOf, walk } from './visit.ts'
import { barOf, type Weight, watchFiles, weightOf } from './weight.ts'

/** Weighs a page as a browser comes to it with nothing kept. `more`: addresses that are asked for besides. */
type WeightOf = (origin: string, view: View, more?: readonly string[]) => Promise<Weight>

export const useScales = (browser: ReturnType<typeof useBrowser>): WeightOf => {
  let weighed: WeightOf = () => Promise.reject(new Error('the browser is not open yet'))
  beforeAll(async () => {
    const page = await browser.open(phone)
    const filesOf = await watchFiles(page)
    weighed = async (origin, view, more = []) => {
      const { name, language, status, steps } = view
      // An answer to a form is reached through other pages, whose files are asked for again here: with its buttons, as a reader comes to it.
      if (steps.length > 1) await walk(page, origin, steps.slice(0, -1))
      const files = await filesOf(origin, () => walk(page, origin, steps.slice(-1)))
      const bar = barOf(name, language?.face ?? 'atkinson')
      return weightOf({ name, bar, status }, origin, await lastOf(origin, steps), [...files, ...more])
    }
  })
  return (...args) => weighed(...args)
}
