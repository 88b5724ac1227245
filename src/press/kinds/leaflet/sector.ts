import type { Pack } from '../../../content/pack.ts'
import type { Sector } from '../../../domain/signs/signs.ts'
import { englishLocale, type PackLocale } from '../../../format/locale.ts'
import { partialDate } from '../../../format/when.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { type Setting, settingOf } from '../../shared/paper/edition.ts'
import { checkedOn, displayOf, type Line, lineOf } from '../../shared/paper/lines.ts'
import { runsFrom } from '../../shared/paper/markdown.ts'
import { type Run, runs } from '../../shared/paper/runs.ts'

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
  const locale = englishLocale(pack)
  return pack.sectors.map((sector) => sectorLeaflet(locale, sector, edition))
}

const sectorLeaflet = (locale: PackLocale, sector: Sector, { now, origin }: Edition): Output<SectorData> => {
  const { pack, t } = locale
  const date = [checkedOn(locale), sector.checked].reduce((a, b) => (a > b ? a : b))
  const marked = (texts: readonly string[]) => texts.map((text) => runsFrom(text, origin))
  return {
    id: `leaflet-${sector.id}`,
    kind: 'leaflet',
    file: `leaflet-${sector.id}.pdf`,
    title: t('press.leaflet-sector', { sector: sector.name }),
    language: 'en',
    format: 'pdf',
    date,
    data: {
      sheet: 'sector',
      setting: settingOf(locale, date),
      title: sector.name,
      lead: sector.lead,
      drawing: drawingOf(pack, sector.id),
      see: { title: t('sector.see'), signs: sector.signs, note: t('signs.nothing') },
      do: { title: t('sector.do'), steps: marked(pack.common.do) },
      dont: { title: t('sector.dont'), steps: marked(pack.common.dont) },
      part: {
        title: t('sector.part'),
        advice: sector.do.map(({ who, text }) => ({ who: who ?? null, runs: runsFrom(text, origin) })),
      },
      work: { title: t('sector.work'), runs: runs(t, 'sector.work-pathway'), address: `${origin}/pathway` },
      tell: {
        title: t('sector.tell'),
        danger: { text: t('get-help.danger'), number: displayOf(locale, pack.roles.emergency) },
        lines: toTell(pack, sector).flatMap((id) => {
          const service = pack.services.find((s) => s.id === id)
          const line = service && lineOf(locale, service, now)
          // What nobody knows is left off the sheet: the page says so.
          return line ? [line.hours === t('service.hours-unknown') ? { ...line, hours: '' } : line] : []
        }),
      },
      sources: sourcesOf(locale, sector),
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

const sourcesOf = ({ pack, t }: PackLocale, { sources }: Sector): string => {
  const named = pack.sources.filter(({ id }) => id !== 'GK' && sources.includes(id))
  return [
    ...named.map(({ title, date }) =>
      // Some titles have the day in them.
      date === 'unknown' || !date || title.includes(partialDate(date, t.locale))
        ? t('campaigns.source', { source: title })
        : t('campaigns.source-dated', { source: title, date: partialDate(date, t.locale) }),
    ),
    ...(sources.includes('GK') ? [t('sector.general')] : []),
  ].join(' ')
}
