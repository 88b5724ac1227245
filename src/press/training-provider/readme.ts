import type { Pack } from '../../content/pack.ts'
import type { Organisation } from '../../domain/training-provider/organisation.ts'
import { longDate } from '../../format/when.ts'
import type { Output } from '../shared/output.ts'
import { speakIn } from '../shared/paper/speak.ts'

export const readmeFile = 'README.txt'

/** Says what lies beside it, of which version and day, and when it is to be made again. Line ends as Windows' oldest reader takes them. */
export const readmeOf = (pack: Pack, { name }: Organisation, outputs: readonly Output[]): string => {
  const say = speakIn(pack.words)
  const { course, partnership } = pack
  const release = course.releases[0]
  const day = (date: string) => longDate(Temporal.PlainDate.from(date))
  const checked = outputs.reduce((latest, { date }) => (date > latest ? date : latest), course.checked)
  const blocks = [
    [say('own-readme.title', { course: course.title, name })],
    ...(partnership.adopted ? [] : [[plain(say, partnership.name)]]),
    [say('own-readme.begin')],
    [say('own-readme.files'), ...outputs.map(({ file, title }) => `${file}: ${title}`)],
    [say('own-readme.version', { version: course.taught, date: day(release?.date ?? course.checked), checked: day(checked) })],
    [say('own-readme.whose', { name })],
    [say('own-readme.again')],
  ]
  return `${blocks.map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`
}

const plain = (say: ReturnType<typeof speakIn>, partnership: string): string =>
  say
    .runs('site.demonstration', { partnership })
    .map((run) => (typeof run === 'string' ? run : 'b' in run ? run.b : ''))
    .join('')
