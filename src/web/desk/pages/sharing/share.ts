import { askToShareCommand, shareAtOnceCommand } from '../../../../commands/concerns/sharing/ask-to-share.ts'
import { passOutside, passToPartner } from '../../../../commands/concerns/sharing/pass-on.ts'
import type { SharingPage } from '../../../../commands/concerns/sharing/read-sharing.ts'
import { outsides, type SendingWay, sendingWays } from '../../../../domain/concerns/sharing.ts'
import type { Fields } from '../../../forms/fields.ts'
import { type Entered, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { sealedPage } from '../concerns/sealed-page.tsx'
import { sharingPath } from '../concerns/sharing-words.ts'
import { checkShown, sharedOf } from './check.tsx'
import { type Kind, readShare, shareForm, type Written } from './form.tsx'
import { isSealedFault, sharingOf } from './read.ts'

const verbs = ['check', 'pass', 'ask', 'now', 'change'] as const

/** Write it, check it, and only there does it leave. */
const sharePage = (kind: Kind): MemberPage => ({
  path: `/desk/concerns/:id/sharing/${kind}`,
  here: 'inbox',
  show: async (member) => {
    const read = await sharingOf(member)
    if ('answer' in read) return read.answer
    return shareForm(member, read.page, kind, unsent())
  },
  send: async (member, fields) => {
    const read = await sharingOf(member)
    if ('answer' in read) return read.answer
    const { page } = read
    const entered = readShare(member, page, kind, fields)
    const verb = fields.choice('do', verbs) ?? 'check'
    if (!entered.values || verb === 'change') return shareForm(member, page, kind, entered)
    return verb === 'check'
      ? check(member, page, kind, entered.values, fields)
      : leave(member, page, kind, entered, entered.values, fields, verb)
  },
})

const check = (
  member: Member,
  page: SharingPage,
  kind: Kind,
  written: Written,
  fields: Fields,
  fault?: { name: string; text: string },
): Answer => checkShown(member, page, { kind, written, person: fields.text('person', 40) ?? '', way: fields.text('way', 20) ?? '', fault })

type Leaving = 'pass' | 'ask' | 'now'

const leave = async (
  member: Member,
  page: SharingPage,
  kind: Kind,
  entered: Entered<Written>,
  written: Written,
  fields: Fields,
  verb: Leaving,
): Promise<Answer> => {
  const { t } = member
  const { concern } = page
  const outside = outsides.find((one) => written.to === `outside:${one}`)
  const way = fields.choice('way', sendingWays)
  if (outside && verb !== 'ask' && !way) return check(member, page, kind, written, fields, { name: 'way', text: t('share.way-missing') })
  const person = page.partners.flatMap(({ people }) => people).find(({ id }) => id === fields.text('person', 40))?.id ?? null
  const partner = written.to.slice('partner:'.length)
  const outcome = await run(member, { verb, concern, written, outside, partner, person, way })
  if ('done' in outcome)
    return { to: sharingPath(concern, `?told=${verb === 'now' ? 'shared' : verb === 'ask' ? 'asked' : outside ? 'outside' : 'passed'}`) }
  const { fault } = outcome
  if (isSealedFault(fault)) return sealedPage(member, fault)
  if (fault === 'no-reason') return shareForm(member, page, kind, withFault(entered, 'reason', 'share.reason-missing'))
  if (fault === 'nobody-there') return check(member, page, kind, written, fields, { name: 'person', text: t('share.fault-nobody-there') })
  return shareForm(member, page, kind, withFault(entered, 'to', `share.fault-${fault}`))
}

type Running = {
  verb: Leaving
  concern: string
  written: Written
  outside: (typeof outsides)[number] | undefined
  partner: string
  person: string | null
  way: SendingWay | null
}

const run = async (member: Member, { verb, concern, written, outside, partner, person, way }: Running) => {
  const shared = sharedOf(written)
  const key = member.key
  if (verb === 'pass' && outside) return member.perform(passOutside, { concern, to: { outside }, shared, way: way ?? 'telephone' }, key)
  if (verb === 'pass') return member.perform(passToPartner, { concern, to: { partner, person }, shared }, key)
  const to = outside ? { outside } : { partner, person }
  const asking = {
    concern,
    to,
    reason: written.reason,
    asked: { version: 1, shared, why: written.why } as const,
    tellReporter: written.tell !== 'no',
  }
  return verb === 'now'
    ? member.perform(shareAtOnceCommand, { ...asking, way: outside ? way : null }, key)
    : member.perform(askToShareCommand, asking, key)
}

export const sharePages: readonly MemberPage[] = [sharePage('pass'), sharePage('ask')]
