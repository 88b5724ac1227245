import { changeCheck } from '../../../../commands/facts/change-check.ts'
import type { FactCheck, Finding } from '../../../../commands/facts/check.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Versions } from '../../components/versions.tsx'
import type { Entered } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { checkIn, checkKeyIn, type OneCheck } from './check.ts'
import { CheckForm, checkFaults, filledWith, notThatDay, readFinding } from './form.tsx'
import { addressOf, dayWords, recordedBy, wayWords } from './words.ts'

/** Whoever recorded a check corrects it, until it is exported. */
export const changePage: MemberPage = {
  path: '/desk/facts/:list/:id/:check',
  here: 'facts',
  show: async (member) => {
    const one = await checkIn(member)
    const { check } = one
    if (check.madeBy !== member.viewer.person) return gone(member, one, 'gone-not-yours')
    if (check.withdrawn) return gone(member, one, 'gone-withdrawn')
    return check.exported ? gone(member, one, 'gone-exported') : form(member, one, filledWith(check), String(check.version))
  },
  send: async (member, fields) => {
    const one = await checkIn(member)
    const at = addressOf(one.fact)
    // Both were shown, and what is saved was chosen.
    if (fields.choice('keep', ['theirs'])) return { to: at }
    const { entered, finding } = readFinding(fields)
    const version = fields.text('version', 12) ?? ''
    if (!finding) return form(member, one, entered, version)
    const read = /^\d{1,9}$/.test(version) ? Number(version) : 0
    const outcome = await member.perform(changeCheck, { ...checkKeyIn(member), ...finding, version: read }, member.key)
    if ('done' in outcome) return { to: `${at}?told=changed` }
    switch (outcome.fault) {
      case 'not-that-day':
        return form(member, one, notThatDay(entered), version)
      case 'changed-meanwhile':
        return both(member, await checkIn(member), finding)
      case 'not-yours':
        return gone(member, one, 'gone-not-yours')
      case 'withdrawn-already':
        return gone(member, one, 'gone-withdrawn')
      default:
        return gone(member, one, 'gone-exported')
    }
  },
}

const pathOf = ({ fact, check }: OneCheck): string => `${addressOf(fact)}/${check.id}`

const form = (member: Member, one: OneCheck, entered: Entered<unknown>, version: string): Shown => {
  const { t, key } = member
  return {
    title: t('fact.change-title'),
    faults: checkFaults(member, entered),
    body: (
      <>
        <PageHead title={t('fact.change-title')} sub={one.fact.name} back={{ href: addressOf(one.fact), text: one.fact.name }} />
        <CheckForm asked={member} entered={entered} action={pathOf(one)} hidden={{ key, version }} save={t('fact.save-change')} />
      </>
    ),
  }
}

/** It can be read, and is not to be changed any more: why, and what can be done instead. */
const gone = ({ t }: Member, { fact }: OneCheck, why: 'gone-not-yours' | 'gone-withdrawn' | 'gone-exported'): Shown => ({
  status: why === 'gone-not-yours' ? 403 : 409,
  title: t('fact.gone-title'),
  body: (
    <>
      <PageHead title={t('fact.gone-title')} back={{ href: addressOf(fact), text: fact.name }} />
      <p>{t(`fact.${why}`)}</p>
      <LinkButton href={addressOf(fact)} look="quiet">
        {fact.name}
      </LinkButton>
    </>
  ),
})

/** Saved elsewhere meanwhile: both, side by side. The form that is sent from here has read what is saved. */
const both = (member: Member, one: OneCheck, mine: Finding): Shown => {
  const { t, key } = member
  const { check, fact } = one
  const value = (of: Finding | FactCheck) => [
    [t('fact.on'), dayWords(of.checkedOn)],
    [t('fact.way'), wayWords(t, of)],
    [t('fact.said'), of.said],
    [t('fact.holds'), t(`fact.holds-${of.holds}`)],
  ]
  const [theirs, ours] = [value(check), value(mine)]
  const [year = '', month = '', day = ''] = mine.checkedOn.split('-')
  return {
    status: 409,
    title: t('fact.both-title'),
    body: (
      <>
        <PageHead title={t('fact.change-title')} sub={fact.name} back={{ href: addressOf(fact), text: fact.name }} />
        <Message kind="wrong" id="both" heading={t('fact.both-title')}>
          <p>{t('fact.both-text')}</p>
        </Message>
        <Versions
          t={t}
          caption={t('fact.both-caption')}
          action={pathOf(one)}
          hidden={{
            key,
            version: String(check.version),
            'on-day': day,
            'on-month': month,
            'on-year': year,
            way: mine.way,
            asked: mine.asked,
            said: mine.said,
            holds: mine.holds,
          }}
          fields={theirs.map(([label = '', saved = ''], at) => {
            const entered = ours[at]?.[1] ?? ''
            return { label, theirs: saved, mine: entered, differs: saved !== entered }
          })}
          theirs={{
            heading: t('fact.both-theirs'),
            state: t('fact.both-saved'),
            by: recordedBy(member, check),
            keep: t('fact.both-keep-theirs'),
          }}
          mine={{
            heading: t('fact.both-mine'),
            state: t('fact.both-not-saved'),
            by: t('fact.both-now'),
            keep: t('fact.both-keep-mine'),
          }}
        />
      </>
    ),
  }
}
