import type { Finding } from '../finding.ts'
import type { Whole } from '../load.ts'

/** Past days that no source can be of, and no one can have checked on. */
const past = ['checked', 'source_date', 'compiled', 'date', 'as_of']
/** A review further off than this is no review. */
const longest = { years: 5 }

/** Dates that cannot be true: checked or published in the future, to be reviewed before it was checked or in ten years. `today` is the reader's. */
export const dateFindings = ({ files }: Whole, today: Temporal.PlainDate): Finding[] => {
  const latest = today.add(longest).toString()
  const sources = [...files.allYaml, ...files.allMarkdown.filter(({ file }) => file.includes('/pages/')).map(({ head }) => head)]
  return sources.flatMap((source) => {
    const texts = source.strings()
    const checked = new Map(
      texts.filter(({ path }) => path.at(-1) === 'checked').map(({ path, text }) => [path.slice(0, -1).join('.'), text]),
    )
    return texts.flatMap(({ path, text, line }): Finding[] => {
      const key = String(path.at(-1))
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return []
      const complain = (found: string, instead: string): Finding[] => [
        { severity: 'error', rule: 'date', file: source.file, line, found, instead },
      ]
      if (past.includes(key) && text > today.toString() && !isCalendar(source.file, path))
        return complain(`${key} is ${text}, which is in the future`, 'Write the date when it was done or published.')
      if (!key.startsWith('review')) return []
      const since = checked.get(path.slice(0, -1).join('.'))
      if (since !== undefined && text < since)
        return complain(`review is ${text}, before it was checked on ${since}`, 'Write the date by when someone must check it again.')
      if (text > latest)
        return complain(
          `review is ${text}, more than ${longest.years} years away`,
          'Write an earlier date. For a number or opening hours, which can change, use six months.',
        )
      return []
    })
  })
}

/** Bank holidays are dates to come by their nature. */
const isCalendar = (file: string, path: readonly (string | number)[]): boolean => file.endsWith('/bank-holidays.yaml') && path[0] === 'days'
