import { createHash } from 'node:crypto'
import type { Sure } from '../domain/fact.ts'
import type { Whole } from './load.ts'
import { type RightsPlace, rightsPlaces } from './rights.ts'

/** Every sentence that a lawyer and a practitioner are to sign, as a document. The same for the same files: no date of today, and no line numbers that a change elsewhere would move. */
export const rightsDocument = (loaded: Whole): string => {
  const places = rightsPlaces(loaded)
  const topics = loaded.lists.rightsTopics.rows
  const all = places.flatMap(({ sentences }) => sentences)
  const without = places.filter(({ source, sentences }) => !source && sentences.some(({ own }) => !own.length))
  return [
    `# Rights: every sentence to be signed, ${loaded.pack.partnership.area}`,
    `Made by \`npx waymark rights --out docs/review/rights.md\` from the files of the pack. A test fails if it does not match them. Do not edit this list: change the sentence in its own file.`,
    'This list has every sentence about one of these topics that the public can read. Printed sheets and the course use the same words.',
    [
      '| Topic | Sentences |',
      '|---|---|',
      ...topics.map(({ id, title }) => `| ${title} (\`${id}\`) | ${all.filter((s) => s.topics.includes(id)).length} |`),
      `| All (counted once) | ${all.length} |`,
    ].join('\n'),
    '**How sure.** A: from an official text. B: from a second-hand or old text. C: general knowledge. –: not rated. If a sentence has its own source, it is marked “Not checked yet”.',
    '**To sign.** A lawyer and a practitioner each put their initials next to every sentence that they have read and agree with, or write what it should say. If the words of a sentence change, it gets a new number, so initials can never end up next to words that the person did not read.',
    [
      '| | Name | Role and organisation | Date | Signature |',
      '|---|---|---|---|---|',
      '| Lawyer | | | | |',
      '| Practitioner | | | | |',
    ].join('\n'),
    '## Without a source',
    without.length ? without.map(({ file, at }) => `- ${file}: ${at}`).join('\n') : 'None.',
    ...[...Map.groupBy(places, ({ file }) => file)].flatMap(([file, own]) => [`## ${file}`, ...own.map(placeText)]),
    '## Not read',
    'Imported news articles were written by other people. These files do not have any sentences for readers:',
    loaded.lists.rightsUnread.rows.map(({ files, why }) => `- \`${files}\`: ${why}`).join('\n'),
    '',
  ].join('\n\n')
}

const placeText = ({ file, at, page, source, sure, sentences }: RightsPlace): string =>
  [
    `### ${at}${page ? ` (${page})` : ''}`,
    '',
    source ? `Source (${letterOf(sure)}): ${source}` : '**No source.**',
    '',
    '| No. | Sentence | Topics | Lawyer | Practitioner |',
    '|---|---|---|---|---|',
    ...sentences.map(({ text, topics, own }) => {
      const from = own.map((rests) => ` **Not checked yet (${letterOf(rests.sure)}): ${rests.source}**`).join('')
      return `| ${numberOf(file, at, text)} | ${cell(text + from)} | ${topics.join(', ')} | | |`
    }),
  ].join('\n')

const letterOf = (sure: Sure | null): string => sure ?? '–'

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

/** Made from the words and their place: other words are another number. */
const numberOf = (...of: string[]): string => createHash('sha256').update(of.join('\n')).digest('hex').slice(0, 6)
