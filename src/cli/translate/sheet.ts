import writeSheets, { type Cell } from 'write-excel-file/node'
import { sizeOf } from '../../content/read-bounded.ts'
import { codeOf, type SheetRow } from '../../content/translate/judge.ts'
import type { ReviewText } from '../../content/translate/review-texts.ts'
import type { Language } from '../../domain/languages/language.ts'
import { openSpreadsheet } from '../../processes/sheets/spreadsheet.ts'

/** Headings of the columns, in order. A reviewer may move columns about, but not rename them. */
const columns = [
  { key: 'id', heading: 'Text', width: 28 },
  { key: 'where', heading: 'Where it appears', width: 22 },
  { key: 'english', heading: 'English', width: 55 },
  { key: 'translation', heading: 'Translation', width: 55 },
  { key: 'state', heading: 'State', width: 14 },
  { key: 'ok', heading: 'Right? (yes or no)', width: 11 },
  { key: 'correction', heading: 'Correction', width: 55 },
  { key: 'note', heading: 'Note', width: 30 },
  { key: 'code', heading: 'Code (leave as it is)', width: 22 },
] as const
type Key = (typeof columns)[number]['key']

const states: Record<ReviewText['state'], string> = {
  reviewed: 'reviewed',
  drafted: 'draft',
  'needs-review': 'English changed',
  untranslated: 'missing',
}

const howTo = (language: Language): string[] => [
  `Waymark: texts in ${language.english}`,
  'The people who see these texts might be in danger, and a wrong word could harm them. Thank you for reading carefully.',
  'Read each English text, then the translation next to it.',
  'If the translation is right, write yes under "Right?".',
  'If it is not right, write the whole corrected text under "Correction". If your own text is ready to be published as reviewed, write yes as well.',
  'If you are not sure, write no, and say why under "Note". If you did not read a text, leave its row empty.',
  'Use plain words, as you would for someone who does not read much. Write phone numbers with the digits 0 to 9.',
  'Keep anything in { } or < > exactly as it is. The page puts a number or a name there, or makes the words between <b> and </b> bold. You can move it within the sentence.',
  'Do not change the first or last column, and do not delete a row that you have written in.',
]

/** A spreadsheet for a reviewer: one sheet of texts, one that says how. Texts are cells of text, so none is taken for a formula. */
export const writeSheet = (texts: readonly ReviewText[], language: Language): Promise<Buffer> => {
  const cell = (value: string | null, more: object = {}): Cell =>
    value ? { value, type: String, format: '@', wrap: true, alignVertical: 'top', ...more } : null
  const rows = texts.map((text) => {
    const values: Record<Key, string | null> = {
      id: text.id,
      where: whereOf(text.id),
      english: text.english,
      translation: text.text,
      state: states[text.state],
      ok: null,
      correction: null,
      note: null,
      code: codeOf(language.id, text),
    }
    return columns.map(({ key }) => cell(values[key]))
  })
  const head = columns.map(({ heading }) => cell(heading, { fontWeight: 'bold', backgroundColor: '#e6f0ec' }))
  return writeSheets([
    {
      sheet: language.english.replace(/[^A-Za-z ]/g, ''),
      data: [head, ...rows],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { sheet: 'How to', data: howTo(language).map((line) => [cell(line)]), columns: [{ width: 100 }] },
  ]).toBuffer()
}

const pages: Record<string, string> = {
  site: 'Menus and other text on every page',
  nav: 'Menus and other text on every page',
  service: 'Words next to a service',
  draft: 'The notice on a draft',
}

const whereOf = (id: string): string => {
  const [group = '', of = '', field = ''] = id.split('.')
  if (group === 'services') return `The service ${of}: ${field.replace('_', ' ')}`
  if (group === 'page') return `The page ${of}: ${field}`
  return pages[group] ?? `The page ${group}`
}

/** The largest file that is read, in bytes. A sheet of one language is 150 KB. */
export const mostOfSheet = 5_000_000
/** The most that it may unpack to, in bytes: ten times a sheet of one language; and the most parts that it may have. */
const most = { unpacked: 10_000_000, parts: 500 }

/** Reads a reviewer's spreadsheet; a text says why it cannot be read. */
export const readSheet = async (bytes: Uint8Array): Promise<SheetRow[] | string> => {
  const opened = await openSpreadsheet(bytes, most)
  if ('fault' in opened) {
    if (opened.fault === 'parts') return `The file has more than ${most.parts} parts.`
    if (opened.fault === 'unpacked') return `Unpacked, the file is larger than ${sizeOf(most.unpacked)}.`
    if (opened.fault === 'far')
      return `There is something in cell ${opened.cell}, a long way from the texts. Delete the extra rows and columns, and save the file again.`
    return damaged
  }
  for (const { data } of opened.sheets) {
    const rows = rowsOf(data)
    if (rows) return rows
  }
  const wanted = columns.map(({ heading }) => `"${heading}"`).join(', ')
  return `None of the sheets in the file has the headings ${wanted} in its first row.`
}

const damaged = 'It is not an .xlsx spreadsheet, or it is damaged. In your spreadsheet program, save it as "Excel workbook (.xlsx)".'

const rowsOf = (data: readonly (readonly unknown[])[]): SheetRow[] | null => {
  const headings = (data[0] ?? []).map((value) =>
    String(value ?? '')
      .trim()
      .toLowerCase(),
  )
  const places = new Map(columns.map(({ key, heading }) => [key, headings.indexOf(heading.toLowerCase())]))
  if (['id', 'translation', 'ok', 'correction', 'note', 'code'].some((key) => (places.get(key as Key) ?? -1) < 0)) return null
  return data.slice(1).flatMap((cells, index) => {
    const value = (key: Key) =>
      String(cells[places.get(key) ?? -1] ?? '')
        .replaceAll('\r\n', '\n')
        .trim()
    // What is only compared and told: on a terminal a sign that is no letter could hide a line, or feign one.
    const told = (key: Key) => value(key).replace(/\p{Cc}+/gu, ' ')
    const row = {
      row: index + 2,
      id: told('id'),
      code: told('code'),
      translation: value('translation'),
      ok: told('ok'),
      correction: value('correction'),
      note: told('note'),
    }
    return row.id || row.ok || row.correction ? [row] : []
  })
}
