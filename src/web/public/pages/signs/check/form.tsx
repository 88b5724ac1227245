import { z } from 'zod'
import type { Indicator, Sector } from '../../../../../domain/signs/signs.ts'
import { readWithSchema, sealedCarrier } from '../../../../forms/carrier.ts'
import type { Fields } from '../../../../forms/fields.ts'
import type { Form, FormAnswer } from '../../../../forms/form.ts'
import type { Sealer } from '../../../../forms/seal.ts'
import { formPages } from '../../../layout/form-pages.ts'
import type { FormTools } from '../../../layout/page.ts'
import { CheckAnswer, checkAnswer, checkAnswerShell, NoSign } from './answer.tsx'
import { checkSigns, checkStart, elsewhere, noneOfThese } from './steps.tsx'

const carried = z.object({ place: z.string(), signs: z.array(z.string()).default([]) })
type Carried = z.infer<typeof carried>

const carrierOf = (sealer: Sealer) =>
  sealedCarrier<Carried>(sealer, 'signs-check 1', {
    read: readWithSchema(carried),
    // On the way to the signs there are none yet: the page is long enough.
    write: ({ place, signs }) => (signs.length ? { place, signs } : { place }),
  })

/** What was answered here, for a form that goes on from it; null where it is no field of this one. */
export const openSignsCheck = (sealer: Sealer, field: string): { sector: string | null; signs: readonly string[] } | null => {
  const opened = carrierOf(sealer).open(field)
  return 'refused' in opened ? null : { sector: opened.carried.place, signs: opened.carried.signs }
}

/** POST /signs/check: one step of two. */
export const signsCheckForm = ({ locale: given, sealer }: FormTools): Form<Carried> => {
  const locale = { ...given, markdown: { ...given.markdown, inline: remembered(given.markdown.inline) } }
  const sectors = new Map(locale.pack.sectors.map((s) => [s.id, s]))
  const signs = new Map(locale.pack.indicators.map((i) => [i.id, i]))
  const carrier = carrierOf(sealer)
  const { context, show, template } = formPages(locale)

  const askSigns = (place: string, sector: Sector | null, missing: boolean): FormAnswer => {
    const page = template(`${place} ${missing}`, (context) => checkSigns(context, sector, { missing }))
    return { status: missing ? 400 : 200, page: page.fill(carrier.keep({ place, signs: [] })) }
  }

  const tell = (place: string, sector: Sector | null, chosen: readonly Indicator[]): FormAnswer => {
    const sealed = carrier.keep({ place, signs: chosen.map((s) => s.id) })
    const answer = checkAnswer(locale, sector, chosen)
    const words = String(<CheckAnswer context={context()} sector={sector} chosen={chosen} answer={answer} sealed={sealed} />)
    const urgent = answer.urgent.length > 0
    return { status: 200, page: template(`answer ${urgent}`, (context) => checkAnswerShell(context, urgent)).fill(words) }
  }

  const tellNone = (place: string, sector: Sector | null): FormAnswer => {
    const sealed = carrier.keep({ place, signs: [] })
    const words = String(<NoSign context={context()} sector={sector} sealed={sealed} />)
    return { status: 200, page: template('none', (context) => checkAnswerShell(context, false)).fill(words) }
  }

  const takePlace = (fields: Fields): FormAnswer => {
    const place = fields.text('place') ?? ''
    const sector = sectors.get(place) ?? null
    return sector || place === elsewhere ? askSigns(place, sector, false) : show((context) => checkStart(context, true), { status: 400 })
  }

  const takeSigns = (fields: Fields, { place, signs: before }: Carried): FormAnswer => {
    const sector = sectors.get(place) ?? null
    if (fields.text('change') === 'signs')
      return show((context) => checkSigns(context, sector, { chosen: before }), { filled: carrier.keep({ place, signs: [] }) })
    const chosen = fields.several('sign').flatMap((id) => signs.get(id) ?? [])
    if (chosen.length) return tell(place, sector, chosen)
    return fields.several('sign').includes(noneOfThese) ? tellNone(place, sector) : askSigns(place, sector, true)
  }

  return {
    path: '/signs/check',
    cacheControl: 'private, no-cache',
    carrier,
    answer: ({ fields, carried }) => (carried ? takeSigns(fields, carried) : takePlace(fields)),
  }
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
