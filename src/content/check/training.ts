import { askedIn, itemsById, partsOf } from '../../domain/training/course.ts'
import { canBeChecked, coverage } from '../../domain/training/coverage.ts'
import { partMinutes } from '../../domain/training/time.ts'
import { placeOf } from '../collection.ts'
import type { Laid } from '../document.ts'
import type { Finding } from '../finding.ts'
import type { Whole } from '../load.ts'
import type { Path } from '../yaml-source.ts'

/** A part that fills less than this share of its time is not written yet. The rest of it is for what a room asks. */
const fullEnough = 0.75

/** A course that cannot be given as its head says: over its time, an outcome not taught, what is taught changed and no release says so. */
export const trainingFindings = (loaded: Whole): Finding[] => [
  ...timeFindings(loaded),
  ...coverageFindings(loaded),
  ...uniqueFindings(loaded),
  ...leadFindings(loaded),
  ...giveawayFindings(loaded),
  ...releaseFindings(loaded),
  ...learnFindings(loaded),
]

const finding = (from: Laid, path: Path, found: string, instead: string): Finding => ({
  severity: 'error',
  rule: 'training',
  ...from.at(path),
  found,
  instead,
})

const timeFindings = ({ pack, course }: Whole): Finding[] => {
  const items = itemsById(pack.course)
  const parts = course.parts.flatMap(({ part, from }) => {
    const minutes = partMinutes(part, items)
    if (minutes > part.minutes)
      return [
        finding(
          from,
          ['minutes'],
          `what is said and done in ${part.id} takes ${minutes.toFixed(1)} minutes, but it only has ${part.minutes}`,
          'Say less, allow less time for discussion, or give it more minutes.',
        ),
      ]
    if (minutes < part.minutes * fullEnough)
      return [
        finding(
          from,
          ['minutes'],
          `what is said and done in ${part.id} only takes ${minutes.toFixed(1)} of its ${part.minutes} minutes`,
          'Give it fewer minutes, or say more.',
        ),
      ]
    return []
  })
  const tiers = pack.course.tiers.flatMap((tier, i) => {
    const sum = partsOf(pack.course, tier).reduce((minutes, part) => minutes + part.minutes, 0)
    if (sum === tier.minutes) return []
    return [
      finding(
        course.from,
        ['tiers', i, 'minutes'],
        `the parts of ${tier.id} add up to ${sum} minutes, but the tier has ${tier.minutes}`,
        'Make the minutes of the parts add up to the minutes of the tier.',
      ),
    ]
  })
  return [...parts, ...tiers]
}

const coverageFindings = ({ pack, lists }: Whole): Finding[] =>
  coverage(pack.course).flatMap(({ outcome, tier, taught, checked }): Finding[] => {
    const at = placeOf(lists.outcomes.origins(outcome.id), ['id'])
    const finding = (found: string, instead: string): Finding[] => [{ severity: 'error', rule: 'training', ...at, found, instead }]
    if (!taught.length)
      return finding(`no slide of ${tier} teaches ${outcome.id}`, `Add a slide with \`teaches: [${outcome.id}]\` to one of its parts.`)
    if (canBeChecked(outcome) && !checked.length)
      return finding(
        `nothing in ${tier} checks ${outcome.id}`,
        `Add it to the \`checks\` of a question that a slide asks${outcome.check === 'scenario' ? ', or of a scenario' : ''}.`,
      )
    return []
  })

/** A title names one slide, and an id one question: lists of contents, references to slides and answers rest on it. */
const uniqueFindings = ({ course }: Whole): Finding[] => {
  const seen = new Map<string, string>()
  return course.parts.flatMap(({ part, from }) => [
    ...part.slides.flatMap(({ title }, i) =>
      again(seen, `title ${title.toLowerCase()}`, `the title "${title}"`, part.id, from, ['slides', i, 'title']),
    ),
    ...(part.check ?? []).flatMap(({ id }, i) => again(seen, `item ${id}`, `the question "${id}"`, part.id, from, ['check', i, 'id'])),
  ])
}

const again = (seen: Map<string, string>, key: string, what: string, part: string, from: Laid, path: Path): Finding[] => {
  const first = seen.get(key)
  seen.set(key, first ?? part)
  return first === undefined
    ? []
    : [finding(from, path, `${what} appears twice in the course, first in ${first}`, 'Make each one different.')]
}

/** An organisation's own pack names its lead once, in each length of the course. */
const leadFindings = ({ pack, course }: Whole): Finding[] =>
  pack.course.tiers.flatMap((tier, i) => {
    const count = partsOf(pack.course, tier).flatMap(({ slides }) => slides.filter(({ type }) => type === 'contacts')).length
    if (count === 1) return []
    return [
      finding(
        course.from,
        ['tiers', i, 'parts'],
        `${count === 0 ? 'no slide' : `${count} slides`} of ${tier.id} can show an organisation’s own safeguarding lead`,
        'Use exactly one slide with `type: contacts`. Its first row is the safeguarding lead.',
      ),
    ]
  })

/** The share of right answers that may stand at one letter, or be the longest of theirs, before a room stops reading. */
const mostAlike = 0.5

/** A check whose right answers can be told without reading: by their letter, or because they are the longest. */
const giveawayFindings = ({ pack, course }: Whole): Finding[] =>
  course.parts.flatMap(({ part, from }) => {
    const asked = askedIn(pack.course, part)
    if (asked.length < 4) return []
    const rights = asked.map(({ choices }) => choices.findIndex(({ right }) => right))
    const letters = rights.map((at) => rights.filter((other) => other === at).length)
    const longest = asked.filter(({ choices }) => {
      const right = choices.find((choice) => choice.right)
      return choices.every((choice) => choice === right || choice.text.length < (right?.text.length ?? 0))
    })
    return [
      ...(Math.max(...letters) > asked.length * mostAlike
        ? [
            finding(
              from,
              ['slides'],
              'more than half of the right answers have the same letter',
              'Change the order of the answers to some questions.',
            ),
          ]
        : []),
      ...(longest.length > asked.length * mostAlike
        ? [
            finding(
              from,
              ['slides'],
              'more than half of the right answers are the longest ones',
              'Make them as short as the wrong answers.',
            ),
          ]
        : []),
    ]
  })

const releaseFindings = ({ pack, course }: Whole): Finding[] => {
  const [newest, ...older] = pack.course.releases
  if (!newest || newest.taught === pack.course.taught) {
    const late = pack.course.releases.findIndex((release, i, all) => i > 0 && release.date > (all[i - 1]?.date ?? ''))
    return late < 0
      ? []
      : [finding(course.from, ['releases', late, 'date'], 'a release is newer than the one before it', 'Put the newest release first.')]
  }
  const instead = older.some(({ taught }) => taught === pack.course.taught)
    ? 'Remove the newest release, because the course is the same as an older one again.'
    : `Add a release with \`taught: "${pack.course.taught}"\`, what changed and what people must learn. If no one has taken the newest release yet, put the new version in that release instead.`
  return [finding(course.from, ['releases', 0, 'taught'], 'the course has changed, but no release says so', instead)]
}

/** The newest release names slides and questions of the course as it is; older ones may name what has gone since. */
const learnFindings = ({ pack, course }: Whole): Finding[] =>
  (pack.course.releases[0]?.learn ?? []).flatMap((learn, i) => {
    const part = pack.course.parts.find(({ id }) => id === learn.part)
    return (
      [
        ['slides', 'slide', part?.slides],
        ['asks', 'question', part?.check],
      ] as const
    ).flatMap(([field, what, list = []]) => {
      const there = list.map(({ id }) => id)
      return (learn[field] ?? []).flatMap((named, n) =>
        there.includes(named)
          ? []
          : [
              finding(
                course.from,
                ['releases', 0, 'learn', i, field, n],
                `${learn.part} has no ${what} "${named}"`,
                `Use one of these, or leave \`${field}\` out: ${there.join(', ')}.`,
              ),
            ],
      )
    })
  })
