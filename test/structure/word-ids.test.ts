import { expect, test } from 'vitest'
import { wordIds } from '../../src/content/word-ids.ts'
import { eventGroups } from '../../src/domain/clocks/rule.ts'
import { mediaTypes } from '../../src/web/context/resources.ts'
import { groupIds } from '../../src/web/public/pages/resources/groups.ts'
import { children, filesUnder, isForTests, literal, parse, quasis, read } from './source.ts'

/** Words that a page asks for by a value: which values there are. */
const byValue: Record<string, readonly string[]> = {
  'nav.': [
    'get-help',
    'signs',
    'sectors',
    'report',
    'support',
    'your-rights',
    'search',
    'resources',
    'news',
    'about',
    'your-safety',
    'accessibility',
    'privacy',
  ],
  'measure.': wordIds.flatMap((id) => (id.startsWith('measure.') ? [id.slice(8)] : [])),
  'kind.': wordIds.flatMap((id) => (id.startsWith('kind.') ? [id.slice(5)] : [])),
  'found.': ['ring', 'languages', 'signs', 'places', 'report', 'support', 'read'],
  'date-part.': ['day', 'month', 'year'],
  'date-lacks.': ['day', 'month', 'year'],
  'date-fault.': ['missing', 'lacks', 'year', 'not-real', 'future', 'too-late', 'too-early', 'order'],
  // Groups of events, and where a clock stands (web/public/pages/pathway/dates/clock-words.ts).
  'dates.': [
    ...eventGroups.map((group) => `group-${group}`),
    ...['due', 'due-today', 'open', 'open-today', 'late', 'passed', 'coming', 'running', 'if', 'no-limit', 'unknown', 'ended', 'since'],
  ],
  // Each of them is said by name in domain/services, where the compiler knows them.
  'hsds.': wordIds.flatMap((id) => (id.startsWith('hsds.') ? [id.slice(5)] : [])),
  'own-fault.': wordIds.flatMap((id) => (id.startsWith('own-fault.') ? [id.slice(10)] : [])),
  // Formats, groups of files and what the course is given with: the compiler knows them (web/public/pages/resources/page.tsx, web/components/file-link.tsx).
  'resources.': [
    ...Object.keys(mediaTypes),
    ...groupIds.flatMap((id) => [id, `${id}-what`]),
    ...['deck', 'handbook', 'guide', 'elearning'].flatMap((kind) => [kind, `${kind}-what`]),
  ],
  'about.': ['listed', 'named', 'class'],
  'review.': wordIds.flatMap((id) => /^review\.((?:overdue|due|later)$|(?:ask|sure)-.+)/.exec(id)?.[1] ?? []),
}

type Asked = { ids: Set<string>; templates: Set<string> }

/** Ids that stand in code as they are, and the beginnings of those that are put together: `nav.` of `nav.${id}`. */
const askedIn = (files: readonly { path: string; code: string }[]): Asked => {
  const nodes = files.flatMap(({ path, code }) => parse(path, code))
  const groups = new Set(wordIds.map((id) => `${id.split('.')[0]}.`))
  return {
    ids: new Set(nodes.flatMap((node) => literal(node) ?? [])),
    templates: new Set(
      nodes
        .flatMap((node) => (node.type === 'TemplateLiteral' && children(node, 'expressions').length ? [quasis(node)[0] ?? ''] : []))
        .filter((start) => groups.has(start)),
    ),
  }
}

const unusedOf = (all: readonly string[], { ids, templates }: Asked): string[] =>
  all.filter((id) => {
    const group = `${id.split('.')[0]}.`
    return !ids.has(id) && !(templates.has(group) && byValue[group]?.includes(id.slice(group.length)))
  })

const files = ['src/web', 'src/cli', 'src/press', 'src/format']
  .flatMap(filesUnder)
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !isForTests(path))
  .map((path) => ({ path, code: read(path) }))

test('every id of words is asked for by a page, a sheet or a command', () => {
  expect(wordIds.length).toBeGreaterThan(150)
  expect(unusedOf(wordIds, askedIn(files))).toEqual([])
})

test('ids are put together only where this test knows the values', () => {
  expect([...askedIn(files).templates].toSorted()).toEqual(Object.keys(byValue).toSorted())
})

test('an id that nothing asks for is seen', () => {
  expect(unusedOf(['site.never', 'nav.never', 'site.skip', 'nav.signs'], askedIn(files))).toEqual(['site.never', 'nav.never'])
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a page.
  expect([...askedIn([{ path: 'a.ts', code: 'say(`home.${id}`)' }]).templates]).toEqual(['home.'])
})
