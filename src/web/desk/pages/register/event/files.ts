import anyAscii from 'any-ascii'
import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import { closesAfter } from '../../../../../domain/register/event.ts'
import type { EventPress } from '../../../../../press/run/event-press.ts'
import type { EventFiles } from '../../../../../press/shared/output.ts'
import type { Answer, Member, MemberPage } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { deniedPage } from '../../../layout/texts.tsx'
import { eventTime, tierName } from '../words.ts'
import { addressOf, checkInAt, leads, readEventOf, siteOf } from './event-of.ts'

/** What the trainer takes along: a sheet alone, or all of it as one file. Made anew each time, and kept nowhere. */
const made = (name: string, make: keyof EventPress, type: string, file: (code: string) => string): MemberPage => ({
  path: `/desk/events/:id/${name}`,
  here: 'events',
  send: async (member): Promise<Answer> => {
    const { event } = await readEventOf(member)
    if (!leads(member, event)) return deniedPage(member, 'not-allowed')
    const { eventPress: press, parts, installation } = member.desk
    if (!press || event.state === 'cancelled') return { to: `${addressOf(event.id)}?told=files` }
    try {
      const content = await press[make](parts.pack, wordsOf(member, event), { now: member.now, origin: installation.site })
      return { file: { content, type, name: file(event.code) } }
    } catch {
      parts.tell('Files for a training event could not be made.')
      return { to: `${addressOf(event.id)}?told=files` }
    }
  },
})

/** Letters that no face of the press has are written in Latin ones: a place is still found. */
const printable = (text: string): string =>
  /^[\u0020-\u024f\u1e00-\u1eff\u2013\u2014\u2018-\u201d\u2026]*$/.test(text) ? text : anyAscii(text)

const wordsOf = (member: Member, event: TrainingEvent): EventFiles => ({
  ...{ code: event.code, word: event.word, tierId: event.tier, tier: tierName(member, event.tier) },
  ...{
    when: eventTime(member, event),
    place: printable(event.place),
    capacity: event.capacity,
    closes: momentWords(member, event.ends.add(closesAfter)),
  },
  ...{ address: checkInAt(member, event), site: siteOf(member) },
})

export const filePages: readonly MemberPage[] = [
  made('sheet', 'sheet', 'application/pdf', (code) => `attendance-sheet-${code}.pdf`),
  made('files', 'files', 'application/zip', (code) => `training-${code}.zip`),
]
