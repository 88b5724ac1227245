import type { Pack } from '../../../content/pack.ts'
import type { Sector } from '../../../domain/signs/signs.ts'
import { partialDate } from '../../../format/when.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { englishOf, type Setting, settingOf, type Tongue } from '../../shared/paper/edition.ts'
import { checkedOn, displayOf, type Line, lineOf } from '../../shared/paper/lines.ts'
import { runsFrom } from '../../shared/paper/markdown.ts'
import type { Run } from '../../shared/paper/speak.ts'

export type SectorData = {
  sheet: 'sector'
  setting: Setting
  title: string
  lead: string
  drawing: string
  see: { title: string; signs: readonly string[]; note: string }
  do: { title: string; steps: readonly (readonly Run[])[] }
  dont: { title: string; steps: readonly (readonly Run[])[] }
  part: { title: string; advice: readonly { who: string | null; runs: readonly Run[] }[] }
  /** For staff who work with the person: where the pathway is. */
  work: { title: string; runs: readonly Run[]; address: string }
  tell: { title: string; danger: { text: string; number: string }; lines: readonly Line[] }
  sources: string
  address: string
}

/** One A4 sheet for each place: signs, what to do and not to do, and whom to tell. */
export const sectorLeaflets = (pack: Pack, edition: Edition): Output<SectorData>[] => {
  const tongue = englishOf(pack)
  return pack.sectors.map((sector) => sectorLeaflet(tongue, sector, edition))
}

const sectorLeaflet = (tongue: Tongue, sector: Sector, { now, origin }: Edition): Output<SectorData> => {
  const { pack, say } = tongue
  const date = [checkedOn(tongue), sector.checked].reduce((a, b) => (a > b ? a : b))
  const marked = (texts: readonly string[]) => texts.map((text) => runsFrom(text, origin))
  return {
    id: `leaflet-${sector.id}`,
    kind: 'leaflet',
    file: `leaflet-${sector.id}.pdf`,
    title: say('press.leaflet-sector', { sector: sector.name }),
    language: 'en',
    format: 'pdf',
    date,
    data: {
      sheet: 'sector',
      setting: settingOf(tongue, date),
      title: sector.name,
      lead: sector.lead,
      drawing: drawingOf(pack, sector.id),
      see: { title: say('sector.see'), signs: sector.signs, note: say('signs.nothing') },
      do: { title: say('sector.do'), steps: marked(pack.common.do) },
      dont: { title: say('sector.dont'), steps: marked(pack.common.dont) },
      part: {
        title: say('sector.part'),
        advice: sector.do.map(({ who, text }) => ({ who: who ?? null, runs: runsFrom(text, origin) })),
      },
      work: { title: say('sector.work'), runs: say.runs('sector.work-pathway'), address: `${origin}/pathway` },
      tell: {
        title: say('sector.tell'),
        danger: { text: say('get-help.danger'), number: displayOf(tongue, 'emergency-999') },
        lines: toTell(pack, sector).flatMap((id) => {
          const service = pack.services.find((s) => s.id === id)
          return service ? [lineOf(tongue, service, now)] : []
        }),
      },
      sources: sourcesOf(tongue, sector),
      address: `${origin}/sectors/${sector.id}`,
    },
  }
}

/** The lines of the bodies of a place that have a number, then those of every place. */
const toTell = (pack: Pack, sector: Sector): string[] => {
  const own = pack.bodies.flatMap(({ id, services }) => (sector.report_also.includes(id) ? services : []))
  const reached = own.filter((id) => pack.services.some((s) => s.id === id && s.phone && s.phone !== 'unknown'))
  return [...new Set([...reached, ...pack.tellSomebody])]
}

const sourcesOf = ({ pack, say }: Tongue, { sources }: Sector): string => {
  const named = pack.sources.filter(({ id }) => id !== 'GK' && sources.includes(id))
  return [
    ...named.map(({ title, date }) =>
      // Some titles have the day in them.
      date === 'unknown' || !date || title.includes(partialDate(date, say.locale))
        ? say('campaigns.source', { source: title })
        : say('campaigns.source-dated', { source: title, date: partialDate(date, say.locale) }),
    ),
    ...(sources.includes('GK') ? [say('sector.general')] : []),
  ].join(' ')
}
