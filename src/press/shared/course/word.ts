import type { Item } from '../../../domain/training/part.ts'
import type { Setting } from '../paper/edition.ts'
import type { Run } from '../paper/runs.ts'
import type { Piece, WordText } from '../word/text.ts'
import type { Cobranded } from './cobranded.ts'

/** A question of the check, and every answer with its reason; the right one in bold. */
export const itemPieces = ({ choices }: Item, right: string, question: Piece): Piece[] => [
  question,
  ...choices.map(
    (choice): Piece => ({
      as: 'text',
      runs: choice.right ? [{ b: `${right} ${choice.text}.` }, ` ${choice.why}`] : [`${choice.text}. ${choice.why}`],
    }),
  ),
]

/** What handbook and guide have at their head. */
type Headed = {
  setting: Setting
  cobranded?: Cobranded
  title: string
  lead: string
  about: readonly string[]
  drawing: string
  words: { contents: string; page: string }
}

/** What is the same in all that is written for a course. */
export const headOf = ({ setting, cobranded, title, lead, about, drawing, words }: Headed, date: string): Omit<WordText, 'pieces'> => ({
  title,
  lead,
  about,
  drawing: { svg: drawing, alt: title },
  logo: cobranded?.logo ?? null,
  contents: words.contents,
  head: title,
  foot: [setting.foot, ...(setting.demonstration ? [plain(setting.demonstration.english)] : [])].join(' '),
  page: words.page,
  author: setting.author,
  language: 'en-GB',
  date,
  colours: setting.colours,
})

const plain = (runs: readonly Run[]): string =>
  runs.map((run) => (typeof run === 'string' ? run : 'b' in run ? run.b : 'n' in run ? run.n : run.t)).join('')
