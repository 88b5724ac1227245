import { readRelease } from '../../../../commands/register/release/read-releases.ts'
import { csvOf, xlsxOf } from '../../../../format/guarded-cells.ts'
import { releaseRows } from '../../../components/figures/release-rows.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'

const filePage = (ending: 'csv' | 'xlsx'): MemberPage => ({
  path: `/desk/figures/:until/${ending}`,
  here: 'figures',
  show: async (member): Promise<Answer> => {
    const read = await member.perform(readRelease, { until: member.param('until') })
    if ('fault' in read) return deniedPage(member, 'not-found')
    const rows = releaseRows(member.desk.locale, read.done)
    const name = `${member.t('figures.file-name', { until: read.done.until })}.${ending}`
    if (ending === 'csv') return { file: { content: csvOf(rows), type: 'text/csv; charset=utf-8', name } }
    const content = await xlsxOf([
      { name: member.t('figures.sheet'), rows, widths: [14, 14, 34, 34, 40, 12] },
      { name: member.t('figures.about-sheet'), rows: about(member), widths: [100] },
    ])
    return { file: { content, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name } }
  },
})

/** What the figures are, in the file itself: it is passed on without the page. */
const about = ({ desk: { locale } }: Member): string[][] => [
  [locale.pack.pages.get('data')?.title ?? ''],
  [locale.t('data.hidden-text')],
  [locale.t('data.hidden-sum')],
  [locale.t('data.tiers-text')],
]

export const figureFiles: readonly MemberPage[] = [filePage('csv'), filePage('xlsx')]
