import type { Pack } from '../../content/pack.ts'
import { englishLocale } from '../../format/locale.ts'
import { messagesIn } from '../../format/messages.ts'
import { outputsOf } from '../catalogue/kinds.ts'
import type { Make } from '../shared/kind.ts'
import type { Edition, EventFiles, Output } from '../shared/output.ts'
import { type Setting, settingOf } from '../shared/paper/edition.ts'
import { type Entry, zip } from '../shared/zip.ts'

export type SheetData = {
  setting: Setting
  title: string
  /** What the code leads to. */
  address: string
  about: readonly string[]
  phone: readonly string[]
  columns: readonly string[]
  groups: readonly string[]
  kept: string
  foot: readonly string[]
  /** A page for each 13 people that there is room for; each is a whole sheet, with how to call it. */
  pages: readonly string[]
}

/** As many rows as handwriting leaves room for on a page (sheet.typ). */
const rowsOfPage = 13

/** The paper on which people write who they are: its rows ask the same as the page on a phone. */
export const sheetOf = (pack: Pack, event: EventFiles): Output<SheetData> => {
  const t = messagesIn(pack.words)
  const locale = englishLocale(pack)
  const pages = Math.ceil(event.capacity / rowsOfPage)
  const { code, word, address, site, when, place, tier, closes } = event
  return {
    id: `sheet-${code}`,
    kind: 'guide',
    file: `attendance-sheet-${code}.pdf`,
    title: `${t('event-files.sheet')}. ${tier}`,
    language: 'en',
    format: 'pdf',
    date: pack.course.checked,
    data: {
      setting: settingOf(locale, pack.course.checked),
      title: t('event-files.sheet'),
      address,
      about: [tier, when, place],
      phone: [
        t('event-files.sheet-address', { address: `${site}/in`, code, word }),
        t('event-files.sheet-home', { closes }),
        t('event-files.feedback', { address: `${site}/in/feedback?e=${code}` }),
      ],
      columns: [t('event-files.name'), t('event-files.organisation'), t('event-files.group'), t('event-files.email')],
      groups: pack.roleGroups.map(({ name }, n) => t('event-files.row', { letter: String.fromCharCode(65 + n), group: name })),
      kept: t('event-files.sheet-kept', { address: `${site}/privacy` }),
      foot: [t('event-files.counted'), t('event-files.sheet-trainer')],
      pages: Array.from({ length: pages }, (_, n) => t('event-files.sheet-page', { page: n + 1, pages })),
    },
  }
}

/** What an event is given: the slides and the guide of its tier with its own code, and its sheet, as one file. */
export const eventZip = async (
  pack: Pack,
  edition: Edition & { event: EventFiles },
  { draw, sheet }: { draw(output: Output): Promise<Uint8Array>; sheet: ReturnType<Make<SheetData>> },
): Promise<Uint8Array> => {
  const { event } = edition
  const wanted = [`deck-${event.tierId}`, `guide-${event.tierId}`]
  const outputs = outputsOf(pack, edition, (kind) => kind === 'deck' || kind === 'guide').filter(({ id }) => wanted.includes(id))
  const files: Entry[] = []
  for (const output of outputs) files.push([output.file, await draw(output)])
  files.push([`attendance-sheet-${event.code}.pdf`, await sheet])
  return zip(files, pack.course.checked)
}
