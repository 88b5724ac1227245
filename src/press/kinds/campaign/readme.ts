import type { WordId } from '../../../content/word-ids.ts'
import type { Told } from './documents.ts'

/** Each file or folder of the package, and what it is for. */
const files = [
  ['posts/posts.txt', 'kit.readme-posts-text'],
  ['posts/posts.csv', 'kit.readme-posts-table'],
  ['pictures/', 'kit.readme-pictures'],
  ['pictures/alt-text.csv', 'kit.readme-alt'],
  ['intranet/article.docx, .html, .txt', 'kit.readme-article'],
  ['email/footer.html, .txt', 'kit.readme-footer'],
  ['businesses/letter.docx, .txt', 'kit.readme-letter'],
  ['plan/plan.txt, plan.ics', 'kit.readme-plan'],
  ['what-to-do.txt', 'kit.readme-do'],
] as const satisfies readonly (readonly [string, WordId])[]

/** What is in the package, when to use it, what to look up before, and whom to name. */
export const readmeText = ({ locale, day, edition }: Told, site: string): string[][] => {
  const { pack, t } = locale
  return [
    [t('kit.readme-first')],
    files.flatMap(([name, id]) => [name, `    ${t(id)}`]),
    [
      t('kit.readme-sizes'),
      ...pack.pictures.map(({ name, width, height, sure }) =>
        t('kit.readme-size', { name, width: String(width), height: String(height), sure: t('campaigns.how-sure', { sure }) }),
      ),
    ],
    [
      t('kit.readme-limits'),
      ...pack.networks.map(({ name, limit, source, sure }) =>
        t('kit.readme-limit', { name, limit: limit.toLocaleString(t.locale), source, sure: t('campaigns.how-sure', { sure }) }),
      ),
    ],
    [t('kit.readme-numbers')],
    [t('kit.readme-credit', { site, address: `${edition.origin}/campaigns/${day.id}` })],
  ]
}
