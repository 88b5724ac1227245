import type { Pack } from '../../../content/pack.ts'
import { englishLocale } from '../../../format/locale.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { type Setting, settingOf } from '../../shared/paper/edition.ts'
import { type Block, blocksFrom } from '../../shared/paper/markdown.ts'

export type BookletData = {
  setting: Setting
  title: string
  lead: string
  drawing: string
  blocks: readonly Block[]
  /** Where the words come from, and when they were last compared with it. */
  source: string
  page: string
  address: string
}

/** The NRM explained, to read together before a person says yes or no. In English: a right is in no other language before a person has checked it. */
export const booklet: Kind<BookletData> = {
  name: 'booklet',
  outputs: (pack: Pack, edition: Edition) => explained(pack, edition),
  maker: () => import('./draw.ts'),
}

const explained = (pack: Pack, { origin }: Edition): Output<BookletData>[] => {
  const page = pack.pages.get('nrm-explained')
  if (!page) return []
  const locale = englishLocale(pack)
  const { t } = locale
  const setting = settingOf(locale, page.checked)
  return [
    {
      id: 'booklet-nrm-explained',
      kind: 'booklet',
      file: 'booklet-nrm-explained.pdf',
      title: t('press.booklet', { title: page.title }),
      language: 'en',
      format: 'pdf',
      date: page.checked,
      data: {
        setting,
        title: page.title,
        lead: page.lead ?? '',
        drawing: drawingOf(pack, page.drawing ?? 'talk'),
        blocks: blocksFrom(page.body, origin),
        source: t('campaigns.source', { source: page.source ?? '' }),
        page: t('press.page'),
        address: `${origin}/pathway/explain`,
      },
    },
  ]
}
