import { type Answer, ask, post, publicPaths, type Running } from '../http/support.ts'

/** Where the check of signs leads: its three pages and what it refuses. */
const flowOf = async ({ port, site }: Running): Promise<[string, Answer][]> => {
  const ids = site.pack.indicators.filter((sign) => sign.urgent || sign.applies_to === 'child').map((sign) => sign.id)
  const sealedIn = ({ text }: Answer): string => /name="so-far"[^>]*value="([\w-]+)"/.exec(text)?.[1] ?? ''
  const step = await post(port, '/signs/check', { place: 'car-wash' })
  const answer = await post(port, '/signs/check', [['so-far', sealedIn(step)], ...ids.map((id): [string, string] => ['sign', id])])
  const changed = await post(port, '/signs/check', { 'so-far': sealedIn(answer), change: 'signs' })
  const refused = [
    await post(port, '/signs/check', {}),
    await post(port, '/signs/check', { 'so-far': sealedIn(step) }),
    await post(port, '/signs/check', { 'so-far': 'x' }),
  ]
  return [
    ['the step', step],
    ['the answer', answer],
    ['the change', changed],
    ...refused.map((page, i): [string, Answer] => [`refusal ${i + 1}`, page]),
  ]
}

/** Every page that a reader can come to: public pages, results of a search, pages of the check, what cannot be found. */
export const everyPage = async (running: Running): Promise<[string, Answer][]> => {
  const pages: [string, Answer][] = []
  for (const path of [...publicPaths(running), '/nowhere']) pages.push([path, await ask(running.port, path)])
  const searched = ['hotel', 'they took my passport', 'ajutor', 'zzyzx', '']
  for (const q of searched) pages.push([`a search for "${q}"`, await post(running.port, '/search', { q })])
  return [...pages, ...(await flowOf(running))]
}
