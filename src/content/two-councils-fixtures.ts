import { inMemory, shipped } from './fixtures.ts'
import { type Loaded, loadPack } from './load.ts'
import type { Pack } from './pack.ts'

/**
 * For tests only: Twinshire, which there is not: a county of several councils, laid over the real national files. Its numbers are of the range that Ofcom keeps
 * for drama (01632 960000 to 960999), so that no test can ever send anybody to a real line.
 */
export type Council = {
  id: string
  /** Ids of places. */
  serves: readonly string[]
  /** `night`: a council that answers from 9 to 5 on working days only. */
  night: 'open' | 'closed'
  /** Who answers at night about a child, where the council does not. */
  team?: boolean
}

export const northshire: Council = { id: 'northshire', serves: ['northtown', 'eastham'], night: 'open' }
export const southshire: Council = { id: 'southshire', serves: ['weston'], night: 'closed', team: true }

/** Places by id. */
export const places = { northtown: 'Northtown', eastham: 'Eastham', weston: 'Weston', midford: 'Midford' } as const

const capital = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`

/** The number of a council's line: one for each council and subject. */
export const numberOf = (councils: readonly Council[], council: string, subject: 'children' | 'adults' | 'housing' | 'team'): string => {
  const of = { children: 1, adults: 2, housing: 3, team: 4 }[subject]
  return `01632 960${councils.findIndex(({ id }) => id === council) + 1}${of}0`
}

const subjects = {
  children: { for: 'childrens-services', name: "Children's Services", audience: 'public, child, professional' },
  adults: { for: 'adult-social-care', name: 'adult safeguarding', audience: 'public, professional' },
  housing: { for: 'council-housing', name: 'housing team', audience: 'public, professional' },
} as const

const source = `source: "made up for a test"
  source_date: 2026-11-20
  checked: 2026-11-24
  review: 2027-05-24
  owner: partnership-coordinator
  sure: A`

const row = (days: string, opens: string, closes: string, holidays: string): string =>
  `  - {days: [${days}], opens: "${opens}", closes: "${closes}", valid_from: unknown, valid_to: null, bank_holidays: ${holidays}, sure: A, source: "made up", source_date: 2026-11-20}`
const week = 'mon, tue, wed, thu, fri'
const always = row(`${week}, sat, sun`, '00:00', '24:00', 'open')

type Line = {
  id: string
  for?: string
  name: string
  serves: readonly string[]
  audience: string
  number: string
  hours: string
  instead?: string
}

const lineOf = (line: Line): string => `- id: ${line.id}${line.for ? `\n  for: ${line.for}` : ''}
  serves: [${line.serves.join(', ')}]
  name: "${line.name}"
  kind: phone
  audience: [${line.audience}]
  area: twinshire
  phone: {dial: "${line.number.replaceAll(' ', '')}", e164: "+44${line.number.replaceAll(' ', '').slice(1)}", display: "${line.number}"}
  url: null
  free: {value: false}
  on_bill: {value: unknown}
  anonymous: {value: unknown}
  languages: {value: unknown}
  answered_by: "${line.name}"
  use_when: "Made up for a test."
  schedule:
${line.hours}${line.instead ? `\n  instead: [${line.instead}]` : ''}
  note: "Made up for a test."
  ${source}
`

const linesOf = (councils: readonly Council[]): Line[] =>
  councils.flatMap((council) => {
    const { id, serves, night, team } = council
    const hours = night === 'open' ? always : row(week, '09:00', '17:00', 'closed')
    const own = (['children', 'adults', 'housing'] as const).map((subject): Line => {
      const { for: asked, name, audience } = subjects[subject]
      const instead = team && subject === 'children' ? { instead: `${id}-duty-team` } : {}
      return {
        id: `${asked}-${id}`,
        for: asked,
        name: `${capital(id)} ${name}`,
        serves,
        audience,
        hours,
        number: numberOf(councils, id, subject),
        ...instead,
      }
    })
    if (!team) return own
    // A row for the night has no `for`: it is offered only beside the line that names it.
    const dark = [row(week, '17:00', '09:00', 'open'), row('sat, sun', '09:00', '09:00', 'open')].join('\n')
    return [
      ...own,
      {
        id: `${id}-duty-team`,
        name: `${capital(id)} emergency duty team`,
        serves,
        audience: 'public, child',
        hours: dark,
        number: numberOf(councils, id, 'team'),
      },
    ]
  })

const filesOf = (councils: readonly Council[], named: readonly string[]): Record<string, string> => {
  const lines = linesOf(councils)
  return {
    'partnership.yaml': `version: 1
id: twinshire-modern-slavery-partnership
name: "Twinshire Modern Slavery Partnership"
short: TMSP
area: Twinshire
places:
${named.map((id) => `- {id: ${id}, name: "${places[id as keyof typeof places]}"}`).join('\n')}
region: england-and-wales
nation: england
timezone: Europe/London
adopted: null
exit: "https://www.bbc.co.uk/weather"
founded: "2020"
founding_event: "Made up"
oversight: "Made up"
steering_group: []
website: "https://twinshire.example.org/"
social: {handle: "@twinshire", network: "none", url: "https://twinshire.example.org/", as_of: "2026", source: "made up", source_date: unknown}
police_unit: []
members_count: []
may_have_been_renamed: unknown
coordinator: {email: null, phone_service: null, through: "https://twinshire.example.org/", note: "Made up"}
source: "made up"
checked: 2026-11-24
review: 2027-05-24
owner: partnership-coordinator
`,
    'lists.yaml': `version: 1
get_help:
  yourself: [modern-slavery-helpline, salvation-army, childrens-services, childline, police-101]
  someone_else: [police-101, modern-slavery-helpline, crimestoppers, childrens-services, adult-social-care]
tell_somebody: [police-101, modern-slavery-helpline, crimestoppers]
tell_about_child: [childrens-services]
`,
    'brand.yaml': 'version: 1\nname: Waymark\ndeep: "#174a3e"\nsun: "#f7b93e"\nsky: "#e6f0ec"\n',
    'partners.yaml': 'version: 1\npartners: []\n',
    'services.yaml': `version: 1\nservices:\n${lines.map(lineOf).join('\n')}`,
    'bodies.yaml': `version: 1
bodies:
- id: council-housing
  service: council-housing
  ${source}
`,
    'words/en/services.yaml': `version: 1\nservices:\n${lines.map(({ id, name }) => `- id: ${id}\n  name: "${name}"\n  about: "The council answers. Ring {phone:emergency-999} in danger."\n`).join('\n')}`,
    'words/ar/get-help.yaml': 'version: 1\nlanguage: ar\nstrings: []\n',
    'pages/about.md': `---
title: About this site and the partnership
description: The partnership of Twinshire, which there is not.
lead: Made up for a test.
audience: public
exit: true
drawing: talk
${source.replaceAll('\n  ', '\n')}
---
## What this site is

A test.
`,
  }
}

export type MadeUp = { load(edit?: (name: string, text: string) => string): Loaded }

/** Twinshire beside the national files. `edit` changes a file of it for one load. */
export const madeUp = (councils: readonly Council[] = [northshire, southshire]): MadeUp => {
  const national = [...shipped()].filter(([path]) => path.startsWith('national/'))
  const named = Object.keys(places).filter((place) => councils.some(({ serves }) => serves.includes(place)))
  return {
    load: (edit = (_, text) => text) => {
      const own = Object.entries(filesOf(councils, named)).map(([name, text]): [string, string] => [`twinshire/${name}`, edit(name, text)])
      return loadPack(inMemory(new Map([...national, ...own])), 'twinshire')
    },
  }
}

/** The pack of Twinshire, which has no faults. */
export const twinshire = (councils?: readonly Council[]): Pack => {
  const { pack, findings } = madeUp(councils).load()
  if (!pack) throw new Error(findings.map(({ file, line, found }) => `${file}:${line} ${found}`).join('\n'))
  return pack
}
