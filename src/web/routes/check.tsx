import type { Context } from 'hono'
import { z } from 'zod'
import type { Indicator, Sector } from '../../domain/signs/signs.ts'
import { readForm } from '../form/read-form.ts'
import type { Sealer } from '../form/seal.ts'
import { type Holed, hole, holed } from '../front/holed.ts'
import { documentOf, type PageParts } from '../layout/shell.tsx'
import { CheckAnswer, checkAnswerShell, checkSigns, checkStart, elsewhere } from '../pages/check.tsx'
import { refusedPage } from '../pages/errors.tsx'
import { type Moment, momentOf, type Site } from '../site.ts'
import { flowAnswer, htmlAnswer } from './answers.ts'

const purpose = 'signs-check 1'
const soFar = z.object({ place: z.string(), signs: z.array(z.string()).default([]) })

/** POST /signs/check: one step of two. Answers travel sealed in the page; nothing is kept. */
export const checkRoute = (site: Site, sealer: Sealer): ((c: Context) => Promise<Response>) => {
  const sectors = new Map(site.pack.sectors.map((s) => [s.id, s]))
  const signs = new Map(site.pack.indicators.map((i) => [i.id, i]))
  const made = new Map<string, Holed>()
  /** Pages known beforehand are made once: the shell changes only with the pack. */
  const known = (key: string, make: (moment: Moment) => PageParts, moment: Moment): Holed => {
    const there = made.get(key)
    if (there) return there
    const page = holed(documentOf(moment, make(moment)))
    made.set(key, page)
    return page
  }

  const askSigns = (c: Context, moment: Moment, place: string, sector: Sector | null, missing: boolean): Response =>
    flowAnswer(
      c,
      known(`${place} ${missing}`, (m) => checkSigns(m, sector, { missing }), moment).fill(sealer.seal({ place }, purpose)),
      missing ? 400 : 200,
    )

  const answer = (c: Context, moment: Moment, place: string, sector: Sector | null, chosen: readonly Indicator[]): Response => {
    const sealed = sealer.seal({ place, signs: chosen.map((s) => s.id) }, purpose)
    const words = String(<CheckAnswer moment={moment} sector={sector} chosen={chosen} sealed={sealed} />)
    return flowAnswer(c, known('answer', checkAnswerShell, moment).fill(words), 200)
  }

  return async (c) => {
    const read = await readForm(c)
    if ('status' in read) return htmlAnswer(refusedPage(site, read.sentence), read.status)
    const { form } = read
    const moment = momentOf(site, site.clock())
    const sealed = form.get('so-far')
    if (sealed === null) {
      const place = form.get('place') ?? ''
      const sector = sectors.get(place) ?? null
      if (!sector && place !== elsewhere) return htmlAnswer(documentOf(moment, checkStart(moment, true)), 400)
      return askSigns(c, moment, place, sector, false)
    }
    const before = soFar.safeParse(sealer.open(sealed, purpose))
    if (!before.success) return htmlAnswer(refusedPage(site, 'check.lost'), 400)
    const { place } = before.data
    const sector = sectors.get(place) ?? null
    if (form.get('change') === 'signs') {
      const page = documentOf(moment, checkSigns(moment, sector, { chosen: before.data.signs }))
      return htmlAnswer(page.replace(hole, sealer.seal({ place }, purpose)), 200)
    }
    const chosen = [...new Set(form.getAll('sign'))].flatMap((id) => signs.get(id) ?? [])
    if (!chosen.length) return askSigns(c, moment, place, sector, true)
    return answer(c, moment, place, sector, chosen)
  }
}
