import type { Pack } from '../../content/pack.ts'
import type { TrainingProvider } from '../../domain/training-provider/training-provider.ts'
import { type Disclaimer, disclaimerOf } from '../../format/disclaimer.ts'
import { type FormatMessage, messagesIn } from '../../format/messages.ts'
import { longDate } from '../../format/when.ts'
import type { Output } from '../shared/output.ts'
import { runs } from '../shared/paper/runs.ts'

export const readmeFile = 'README.txt'

/** Says what lies beside it, of which version and day, and when it is to be made again. Line ends as Windows' oldest reader takes them. */
export const readmeOf = (pack: Pack, { name }: TrainingProvider, outputs: readonly Output[]): string => {
  const t = messagesIn(pack.words)
  const { course, partnership } = pack
  const said = disclaimerOf(partnership)
  const release = course.releases[0]
  const day = (date: string) => longDate(Temporal.PlainDate.from(date))
  const checked = outputs.reduce((latest, { date }) => (date > latest ? date : latest), course.checked)
  const blocks = [
    [t('own-readme.title', { course: course.title, name })],
    ...(said ? [[plain(t, said)]] : []),
    [t('own-readme.begin')],
    [t('own-readme.files'), ...outputs.map(({ file, title }) => `${file}: ${title}`)],
    [t('own-readme.version', { version: course.taught, date: day(release?.date ?? course.checked), checked: day(checked) })],
    [t('own-readme.whose', { name })],
    [t('own-readme.again')],
  ]
  return `${blocks.map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`
}

const plain = (t: FormatMessage, { line, values }: Disclaimer): string =>
  runs(t, line, values)
    .map((run) => (typeof run === 'string' ? run : 'b' in run ? run.b : ''))
    .join('')
