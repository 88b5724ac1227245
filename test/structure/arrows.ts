import { importsOf } from './imports.ts'
import { type Link, linksOf, type Source } from './measures/graph.ts'
import { isForTests } from './source.ts'

/** What a room, or a folder of a room, may import besides itself and libraries, and why no more. */
export type Rule = { may: readonly string[]; why: string }
export type Rules = Readonly<Record<string, Rule>>

/** Rooms, the folders of src (docs/reference/architecture.md). */
export const rooms: Rules = {
  domain: { may: [], why: 'Rules of the field are the same whatever shows, stores or prints them.' },
  content: { may: ['domain'], why: 'A pack is read and checked before anything is made from it.' },
  format: { may: ['domain', 'content'], why: 'Facts in words are the same on a page, on paper and in a mail.' },
  press: { may: ['domain', 'content', 'format'], why: 'Files are made without a server.' },
  store: { may: ['domain'], why: 'What is kept is told by the domain alone, in no language.' },
  commands: { may: ['domain', 'content', 'format', 'store'], why: 'What a person can do is the same from a page and from a command line.' },
  jobs: { may: ['domain', 'content', 'format', 'store', 'commands', 'press'], why: 'Work in the background has nobody to answer.' },
  web: {
    may: ['domain', 'content', 'format', 'press', 'commands'],
    why: 'A page never asks the store: permission, change and audit entry are a command.',
  },
  processes: {
    may: ['domain', 'content', 'format', 'press', 'store', 'commands', 'jobs', 'web'],
    why: 'Here all is put together; a command line starts it, and it knows none.',
  },
  cli: {
    may: ['domain', 'content', 'format', 'press', 'store', 'commands', 'jobs', 'web', 'processes'],
    why: 'Nothing is used by others from here.',
  },
}

const base = ['http', 'govuk', 'assets', 'context', 'components', 'forms', 'flow']

/** Folders inside a room. One that is not named here has no place in it. */
export const inside: Readonly<Record<string, Rules>> = {
  web: {
    http: { may: ['context'], why: 'A server knows no page: whatever answers is given to it, and is told which site it is of.' },
    govuk: { may: [], why: 'Components are proved on their published fixtures, without a site.' },
    assets: { may: [], why: 'Built files are read and named, whoever asks for them.' },
    context: { may: ['assets'], why: 'What every page is made from knows none of them.' },
    components: { may: ['context', 'govuk', 'http'], why: 'A part of several pages belongs to none of them.' },
    forms: { may: ['http', 'context'], why: 'One form mechanism serves every page that asks.' },
    flow: {
      may: ['http', 'context', 'govuk', 'forms'],
      why: 'One runner serves every flow: it reads forms as others do, and shows what a flow asks by its data; the page around it is not its own.',
    },
    script: { may: ['public'], why: 'A script in a browser uses what its pages are made with, and no server.' },
    public: { may: base, why: 'Public pages know neither who reports nor who is signed in.' },
    intake: { may: base, why: 'Who reports is served by a process with nothing else in it.' },
    attend: { may: base, why: 'Who enters themselves in the training register has no account, and is no reporter.' },
    desk: { may: base, why: 'Who is signed in sees pages of their own.' },
  },
  store: {
    // Files beside the folders: what is kept, and how it is reached.
    '': { may: ['audit', 'embedded', 'backup', 'files', 'seal', 'keys', 'policies', 'migrations'], why: 'Here the store is put together.' },
    embedded: { may: ['files'], why: 'A database is started and ended by what knows nothing that is kept in it.' },
    backup: { may: ['files'], why: 'A copy takes every table as it is, and knows none.' },
    audit: { may: [''], why: 'The chain is read as it lies, whoever asks.' },
    seal: { may: [''], why: 'Who seals has public keys alone, and reaches nothing that opens.' },
    crypto: { may: [], why: 'How bytes are stretched and boxed is the same whatever they are.' },
    files: { may: [], why: 'A file of secrets is written in one way, whatever is in it.' },
    pairs: {
      may: ['seal'],
      why: 'A key pair opens what was sealed to it, whoever has it: the partnership, or who reported and has a code.',
    },
    keys: { may: ['seal', 'pairs', 'crypto', 'files'], why: 'A key opens what was sealed, wherever that is kept.' },
    intake: { may: [''], why: 'The site passes reports on through here, and reaches nothing else that is kept.' },
    policies: { may: [], why: 'Rights follow from the permission table of the domain alone.' },
    migrations: { may: [], why: 'A step that was released stays as it was: nothing it uses may change it.' },
  },
  press: {
    shared: { may: [], why: 'What several kinds use knows none of them.' },
    kinds: { may: ['shared'], why: 'A kind of file says what it is, not who draws it when.' },
    catalogue: { may: ['shared', 'kinds'], why: 'Here kinds are listed.' },
    'training-provider': { may: ['shared', 'kinds', 'catalogue'], why: 'Its zip is made of what the list says, by whoever draws it.' },
    event: { may: ['shared', 'kinds', 'catalogue'], why: 'Its zip is made of what the list says, by whoever draws it.' },
    run: {
      may: ['shared', 'kinds', 'catalogue', 'training-provider', 'event'],
      why: 'All that is made is drawn here, and nothing is made of it.',
    },
  },
}

/** Modules that none of those below a folder may reach, by any way. */
export const outOfReach: readonly { from: RegExp; to: RegExp; why: string }[] = [
  {
    from: /^src\/(?:web\/(?:intake|attend)|commands\/(?:intake|attend)|store\/(?:seal|intake|pairs))\//,
    to: /^src\/store\/keys(?:\/|\.ts$)/,
    why: 'The process that takes a report in can seal it and cannot open it: neither it nor what it seals with knows the keys.',
  },
  {
    from: /^src\/web\/(?:public|flow|forms|http)\//,
    to: /^src\/(?:store|commands)\//,
    why: 'Public pages are served where there is neither a database nor a key.',
  },
]

/** The room of a path, and its folder in that room: '' for files beside the folders. */
const placeOf = (path: string): { room: string; folder: string } => {
  if (path === 'src/cli.ts') return { room: 'cli', folder: '' }
  const [, room = '', folder = ''] = /^src\/([^/]+)\/(?:([^/]+)\/)?/.exec(path) ?? []
  return { room, folder }
}

const faultsOf = (what: string, rules: Rules, [from, ...targets]: readonly [string, ...{ at: string; to: string }[]]): string[] => {
  const rule = rules[from]
  if (!rule) return [`${what} lies in no place that has a rule (${from || 'none'})`]
  return targets.flatMap(({ at, to }) => (at === from || rule.may.includes(at) ? [] : [`${what} (${from}) imports ${to}: ${rule.why}`]))
}

export const roomOf = (path: string): string => placeOf(path).room

/** What a file imports that its room or its folder may not. */
export const arrowFaults = (path: string, code: string): string[] => {
  const { room, folder } = placeOf(path)
  const own = importsOf(path, code).flatMap(({ kind, to }) => (kind === 'own' ? [{ ...placeOf(to), to }] : []))
  const rules = inside[room]
  const near = own.filter((other) => other.room === room).map(({ folder, to }) => ({ at: folder, to }))
  return [
    ...faultsOf(path, rooms, [room, ...own.map(({ room, to }) => ({ at: room, to }))]),
    ...(rules ? faultsOf(path, rules, [folder, ...near]) : []),
  ]
}

/** The ways, by whatever imports, to what is out of reach. */
export const reachFaults = (sources: readonly Source[]): string[] => {
  const links = Map.groupBy(linksOf(sources), ({ from }) => from)
  return outOfReach.flatMap(({ from, to, why }) =>
    sources.flatMap(({ path }) => {
      if (!from.test(path) || isForTests(path)) return []
      const way = wayTo(links, path, to)
      return way ? [`${way.join(' -> ')}: ${why}`] : []
    }),
  )
}

const wayTo = (links: ReadonlyMap<string, readonly Link[]>, start: string, to: RegExp): string[] | null => {
  const seen = new Set([start])
  let ways = [[start]]
  while (ways.length) {
    ways = ways.flatMap((way) =>
      (links.get(way.at(-1) ?? '') ?? []).flatMap((link) => {
        if (seen.has(link.to)) return []
        seen.add(link.to)
        return [[...way, link.to]]
      }),
    )
    const there = ways.find((way) => to.test(way.at(-1) ?? ''))
    if (there) return there
  }
  return null
}
