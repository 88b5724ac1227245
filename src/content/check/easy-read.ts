import type { Finding } from '../finding.ts'
import type { PageAge } from './reading.ts'

/**
 * "Keep sentences short: they should be no more than ten to 15 words", "each sentence should have just one idea" (UK government,
 * accessible communication formats, Easy Read; read in a copy of June 2020). We keep to the middle of that.
 */
export const wordsAtMost = 12
/** One idea a line: what to do, and one sentence more. */
export const sentencesAtMost = 2

/** What makes a page of the audience `easy-read` hard to read beside its reading age: long sentences, and lines of several ideas. */
export const easyReadFindings = (ages: readonly PageAge[]): Finding[] =>
  ages
    .filter(({ audience }) => audience === 'easy-read')
    .flatMap(({ page, sentences }) => [...longSentences(page, sentences), ...fullLines(page, sentences)])

const longSentences = (page: string, sentences: PageAge['sentences']): Finding[] =>
  sentences
    .filter(({ words }) => words > wordsAtMost)
    .map(({ file, line, words, text }) => ({
      severity: 'error',
      rule: 'easy-read',
      file,
      line,
      found: `${page} has a sentence of ${words} words, and the limit for Easy Read is ${wordsAtMost}: "${text}"`,
      instead: 'Split it into two sentences, each with one idea.',
    }))

/** Sentences are counted by the line on which their text stands: in a pack each line of Easy Read has one of its own. */
const fullLines = (page: string, sentences: PageAge['sentences']): Finding[] =>
  [...Map.groupBy(sentences, ({ file, line }) => `${file}:${line}`).values()].flatMap((line): Finding[] => {
    const [first] = line
    if (!first || line.length <= sentencesAtMost) return []
    return [
      {
        severity: 'error',
        rule: 'easy-read',
        file: first.file,
        line: first.line,
        found: `${page} has ${line.length} sentences on one line, and the limit for Easy Read is ${sentencesAtMost}: "${first.text}"`,
        instead: 'Give each idea its own line, with a drawing next to it.',
      },
    ]
  })
