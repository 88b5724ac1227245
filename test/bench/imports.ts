import { readdirSync, readFileSync } from 'node:fs'
import { makeToken } from '../../src/commands/token.ts'
import { attached, withOwner } from '../../src/store/attach.ts'
import { deskToStart } from './desk-to-start.ts'
import { fillLookers, type Looker, lookers } from './lists-fill.ts'

/** How long a list of so many people takes to be sent and matched, checked, kept, and taken back, in ms; and the most memory of the desk meanwhile, in bytes. */
export type ImportFigures = { sent: number; checked: number; kept: number; again: number; undone: number; peak: number }

export const imported = 50_000

const csv = (): string =>
  [
    'Name,Work email,Employer,Date,Course,Status,Employee number,Remarks',
    ...Array.from({ length: imported }, (_, n) =>
      [
        `Person ${n} Lychgate`,
        `person.${n}@example.org`,
        `Employer ${n % 400}`,
        `${1 + (n % 28)}/10/2026`,
        'Everyone',
        'Completed',
        n,
        'none',
      ].join(','),
    ),
  ].join('\r\n')

/** As a browser with no script does it: one page after the other. */
export const importFigures = async (command: string): Promise<ImportFigures> => {
  const { data, at, said, began, stop, remove } = await deskToStart(command)
  try {
    const { child } = await began()
    const tokens = Object.fromEntries(lookers.map((looker) => [looker, makeToken()])) as Record<Looker, ReturnType<typeof makeToken>>
    const hashes = Object.fromEntries(lookers.map((looker) => [looker, tokens[looker].hash])) as Record<Looker, Buffer>
    await attached({ data, tell: () => {} }, (connect) => withOwner(connect, (client) => fillLookers(client, hashes)))
    const post = async (path: string, body: FormData | URLSearchParams): Promise<{ text: string; to: string; ms: number }> => {
      const since = performance.now()
      const answer = await fetch(`${at}/desk/register/${path}`, {
        ...{ method: 'POST', body, redirect: 'manual' },
        headers: { cookie: `waymark-desk=${tokens.all.token}` },
      })
      const text = await answer.text()
      if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${said().slice(-500)}`)
      return { text, to: answer.headers.get('location') ?? '', ms: performance.now() - since }
    }
    const file = csv()
    const send = () => {
      const form = new FormData()
      form.append('partner', 'rows')
      form.append('file', new File([file], 'list.csv'))
      return post('import', form)
    }
    const sent = await send()
    const answers = {
      'col-name': '0',
      'col-email': '1',
      'col-organisation': '2',
      'col-date': '3',
      tier: 'everyone',
      ours: 'yes',
      sector: 'business',
    }
    const checked = await post('import/columns', new URLSearchParams({ ...hiddenIn(sent.text), ...answers, asked: '[3,null,null,2]' }))
    const { none: _none, change: _change, ...carried } = hiddenIn(checked.text)
    const kept = await post('import/keep', new URLSearchParams(carried))
    const again = await send()
    const id = /imports\/([0-9a-f-]{36})/.exec(kept.to)?.[1]
    const undone = await post(`imports/${id}`, new URLSearchParams())
    const peak = peakOf(child.pid ?? 0)
    await stop(child)
    return { sent: sent.ms, checked: checked.ms, kept: kept.ms, again: again.ms, undone: undone.ms, peak }
  } finally {
    await remove()
  }
}

const hiddenIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  )

/** The most that any process of ours below it has held: the desk's own is below the site's. */
const peakOf = (pid: number): number => {
  const statuses = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      return [readFileSync(`/proc/${name}/status`, 'utf8')]
    } catch {
      return []
    }
  })
  const number = (status: string, name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  const ours = statuses.filter(
    (status) => (number(status, 'PPid') === pid || number(status, 'Pid') === pid) && /^Name:\s+(?:node|MainThread)/m.test(status),
  )
  return Math.max(0, ...ours.map((status) => number(status, 'VmHWM'))) * 1024
}
