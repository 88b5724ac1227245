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
export const readmeText = ({ tongue, day, edition }: Told, site: string): string[][] => {
  const { pack, say } = tongue
  return [
    [say('kit.readme-first')],
    files.flatMap(([name, id]) => [name, `    ${say(id)}`]),
    [
      say('kit.readme-sizes'),
      ...pack.pictures.map(({ name, width, height, sure }) =>
        say('kit.readme-size', { name, width: String(width), height: String(height), sure: say('campaigns.how-sure', { sure }) }),
      ),
    ],
    [
      say('kit.readme-limits'),
      ...pack.networks.map(({ name, limit, source, sure }) =>
        say('kit.readme-limit', { name, limit: limit.toLocaleString(say.locale), source, sure: say('campaigns.how-sure', { sure }) }),
      ),
    ],
    [say('kit.readme-numbers')],
    [say('kit.readme-credit', { site, address: `${edition.origin}/campaigns/${day.id}` })],
  ]
}
