import { expect, test } from 'vitest'
import { publicWords, wordIds } from '../../src/content/word-ids.ts'
import { eventGroups } from '../../src/domain/clocks/rule.ts'
import { outsides } from '../../src/domain/concerns/sharing.ts'
import { partnerSchema } from '../../src/domain/people/partnership.ts'
import { hsdsWordIds } from '../../src/domain/services/hsds-words.ts'
import { mediaTypes } from '../../src/web/context/resources.ts'
import { groupIds } from '../../src/web/public/pages/resources/groups.ts'
import { idsByFile, moduleOf, wordModules } from '../../tools/word-ids.ts'
import { children, filesUnder, isForTests, literal, parse, quasis, read, root } from './source.ts'

/** Texts that stand in a file as they are: the values among which a page takes one. */
function literalsIn(path: string): string[] {
  return parse(path, read(path)).flatMap((node) => literal(node) ?? [])
}

/** Words that a page asks for by a value: which values there are, from what the code knows and not from the words. */
const byValue: Record<string, readonly string[]> = {
  'nav.': [
    'get-help',
    'signs',
    'sectors',
    'work',
    'report',
    'support',
    'your-rights',
    'search',
    'pathway',
    'training',
    'resources',
    'news',
    'about',
    'your-safety',
    'accessibility',
    'privacy',
  ],
  'measure.': literalsIn('src/web/public/pages/about.tsx'),
  'kind.': partnerSchema.shape.kind.options,
  // Why a picture is not taken (domain/pictures/picture.ts, web/intake/pictures/read.ts).
  'picture.': ['empty', 'heavy', 'heic', 'type', 'huge', 'broken', 'many', 'busy'],
  'found.': ['ring', 'languages', 'signs', 'places', 'report', 'support', 'read'],
  'code-fault.': [
    'none',
    'unknown',
    'ended',
    'late',
    'late-draft',
    'crowded',
    'gone',
    'gone-draft',
    'withdrawn',
    'full',
    'too-long',
    'empty',
  ],
  'code-outside.': outsides,
  // What is wrong on the page on which people enter themselves (web/attend/enter/pages.tsx).
  'in-fault.': [
    ...[
      'code',
      'unknown',
      'closed',
      'cancelled',
      'late',
      'gone',
      'full',
      'word',
      'word-none',
      'wait',
      'used',
      'booking-full',
      'booking-closed',
      'needs',
    ],
    ...['name', 'name-long', 'name-letters', 'organisation', 'organisation-long', 'organisation-address', 'sector', 'email'],
  ],
  // What a certificate is worth (domain/register/standing.ts), and what is wrong with what was typed.
  'certificate.': [...['current', 'needs-update', 'ended', 'withdrawn', 'replaced', 'demonstration'], ...['ended-text', 'replaced-text']],
  'certificate-fault.': ['code', 'name-long', 'gone'],
  'feedback-fault.': ['code', 'unknown', 'closed', 'late', 'since', 'long', 'full', 'nobody', 'link', 'gone'],
  'place.': [
    'booked',
    'waiting',
    'here',
    'gone-up',
    'off',
    'booked-text',
    'waiting-text',
    'here-text',
    'gone-up-text',
    'given-up',
    'given-up-text',
    'unknown',
    'unknown-text',
  ],
  // What may be wrong with the update of a certificate, and with being counted (web/attend/update/pages.tsx, web/attend/counted/pages.tsx).
  'update-fault.': ['code', 'name', 'name-long', 'not-found', 'late', 'gone'],
  'counted-fault.': ['busy', 'gone'],
  // What is said of a link in a mail (web/attend/stop/form.tsx).
  'stop.': ['done', 'unknown', 'gone'].flatMap((of) => [of, `${of}-text`]),
  'date-part.': ['day', 'month', 'year'],
  'date-lacks.': ['day', 'month', 'year'],
  'date-fault.': ['missing', 'lacks', 'year', 'not-real', 'future', 'too-late', 'too-early', 'order'],
  // Groups of events, and where a clock stands (web/public/pages/pathway/dates/clock-words.ts).
  'dates.': [
    ...eventGroups.map((group) => `group-${group}`),
    ...['due', 'due-today', 'open', 'open-today', 'late', 'passed', 'coming', 'running', 'if', 'no-limit', 'unknown', 'ended', 'since'],
  ],
  // Each of them is said by name in domain/services, where the compiler knows them.
  'hsds.': hsdsWordIds,
  // Codes of faults, the fields of which one may be missing, and what is wrong with a picture (format/organisation.ts).
  'own-fault.': filesUnder('src/domain/training-provider').flatMap((path) =>
    isForTests(path) ? [] : literalsIn(path).flatMap((code) => [code, `missing-${code}`, `logo-${code}`]),
  ),
  // Formats, groups of files and what the course is given with: the compiler knows them (web/public/pages/resources/page.tsx, web/components/file-link.tsx).
  'resources.': [
    ...Object.keys(mediaTypes),
    ...groupIds.flatMap((id) => [id, `${id}-what`]),
    ...['deck', 'handbook', 'guide', 'elearning'].flatMap((kind) => [kind, `${kind}-what`]),
  ],
  'about.': ['listed', 'named', 'class'],
  // What may be wrong with a statement (commands/attend/record-statements.ts).
  'xapi-fault.': ['attachments', 'statement', 'time', 'same-id', 'no-name', 'future'],
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

const files = ['src/web', 'src/cli', 'src/press', 'src/format', 'src/jobs']
  .flatMap(filesUnder)
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !isForTests(path))
  .map((path) => ({ path, code: read(path) }))

test('every id of words is asked for by a page, a sheet or a command', () => {
  const unused = unusedOf(wordIds, askedIn(files))
  expect(wordIds.length).toBeGreaterThan(150)
  expect(unused).toEqual([])
})

test('ids are put together only where this test knows the values', () => {
  expect([...askedIn(files).templates].toSorted()).toEqual(Object.keys(byValue).toSorted())
})

test('an id that nothing asks for is seen', () => {
  const never = ['site', 'nav', 'measure', 'kind', 'hsds', 'own-fault', 'review', 'resources'].map((group) => `${group}.never`)
  expect(unusedOf([...never, 'site.skip', 'nav.signs', 'hsds.kind-phone'], askedIn(files))).toEqual(never)
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a page.
  expect([...askedIn([{ path: 'a.ts', code: 'say(`home.${id}`)' }]).templates]).toEqual(['home.'])
})

test('the ids are those of the word files', () => {
  for (const [path, text] of wordModules()) expect(read(path), `${path} is old: run \`npm run word-ids\``).toBe(text)
})

test('a word that is added, taken out or moved to another file makes the ids old', () => {
  const ids = idsByFile(`${root}content/national`, publicWords.folder)
  const now = moduleOf({ name: 'word', folder: publicWords.folder }, ids)
  const [home = [], news = []] = [ids.get('home.yaml'), ids.get('news.yaml')]
  for (const other of [
    [['home.yaml', [...home, 'home.new']]],
    [['home.yaml', home.slice(1)]],
    [
      ['home.yaml', home.slice(1)],
      ['news.yaml', [...news, home[0] ?? '']],
    ],
  ] as const)
    expect(moduleOf({ name: 'word', folder: publicWords.folder }, new Map<string, readonly string[]>([...ids, ...other]))).not.toBe(now)
})
