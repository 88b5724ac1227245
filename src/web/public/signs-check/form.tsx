import { z } from 'zod'
import type { Indicator, Sector } from '../../../domain/signs/signs.ts'
import { renderContextOfMinute } from '../../context/render-context.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import type { Sealer } from '../../forms/seal.ts'
import { type PageTemplate, pageTemplate, slot } from '../../http/page-template.ts'
import type { FlowPage, Step } from '../../http/respond.ts'
import { refusedPage } from '../errors/pages.tsx'
import type { PageParts } from '../layout/page.ts'
import { documentOf } from '../layout/shell.tsx'
import { CheckAnswer, checkAnswerShell, checkSigns, checkStart, elsewhere } from './pages.tsx'

const purpose = 'signs-check 1'
const soFar = z.object({ place: z.string(), signs: z.array(z.string()).default([]) })

/** POST /signs/check: one step of two. Answers travel sealed in the page; nothing is kept. */
export const checkStep = (given: Locale, sealer: Sealer): Step => {
  const site = { ...given, markdown: { ...given.markdown, inline: remembered(given.markdown.inline) } }
  const sectors = new Map(site.pack.sectors.map((s) => [s.id, s]))
  const signs = new Map(site.pack.indicators.map((i) => [i.id, i]))
  const context = renderContextOfMinute(site)
  const made = new Map<string, PageTemplate>()
  /** Pages known beforehand are made once: the shell changes only with the pack. */
  const known = (key: string, make: (context: RenderContext) => PageParts): PageTemplate => {
    const there = made.get(key)
    if (there) return there
    const page = pageTemplate(documentOf(context(), make(context())))
    made.set(key, page)
    return page
  }

  const askPlace = (): FlowPage => ({ status: 400, page: documentOf(context(), checkStart(context(), true)) })

  const askSigns = (place: string, sector: Sector | null, missing: boolean): FlowPage => {
    const page = known(`${place} ${missing}`, (m) => checkSigns(m, sector, { missing }))
    return { status: missing ? 400 : 200, page: page.fill(sealer.seal({ place }, purpose)) }
  }

  const changeSigns = (place: string, sector: Sector | null, chosen: readonly string[]): FlowPage => {
    const page = documentOf(context(), checkSigns(context(), sector, { chosen }))
    return { status: 200, page: page.replace(slot, sealer.seal({ place }, purpose)) }
  }

  const answer = (place: string, sector: Sector | null, chosen: readonly Indicator[]): FlowPage => {
    const sealed = sealer.seal({ place, signs: chosen.map((s) => s.id) }, purpose)
    const words = String(<CheckAnswer context={context()} sector={sector} chosen={chosen} sealed={sealed} />)
    return { status: 200, page: known('answer', checkAnswerShell).fill(words) }
  }

  const next = (form: URLSearchParams): FlowPage => {
    const sealed = form.get('so-far')
    if (sealed === null) {
      const place = form.get('place') ?? ''
      const sector = sectors.get(place) ?? null
      return sector || place === elsewhere ? askSigns(place, sector, false) : askPlace()
    }
    const before = soFar.safeParse(sealer.open(sealed, purpose))
    if (!before.success) return { status: 400, page: refusedPage(site, 'check.lost') }
    const { place } = before.data
    const sector = sectors.get(place) ?? null
    if (form.get('change') === 'signs') return changeSigns(place, sector, before.data.signs)
    const chosen = [...new Set(form.getAll('sign'))].flatMap((id) => signs.get(id) ?? [])
    return chosen.length ? answer(place, sector, chosen) : askSigns(place, sector, true)
  }

  return { keeping: 'private, no-cache', answer: next }
}

/** The steps of the answer are the same for everybody: their Markdown is rendered once. */
const remembered = (render: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>()
  return (text) => {
    const html = known.get(text) ?? render(text)
    known.set(text, html)
    return html
  }
}
