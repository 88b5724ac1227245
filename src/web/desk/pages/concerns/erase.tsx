import { askToErase, stopErasing } from '../../../../commands/concerns/ask-to-erase.ts'
import { readToErase } from '../../../../commands/concerns/read-to-erase.ts'
import { retentionIn } from '../../../../commands/erasing/erase.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { erasesOn } from '../../../../domain/concerns/retention.ts'
import { longDate } from '../../../../format/when.ts'
import { Confirm } from '../../components/confirm.tsx'
import { RadiosField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, readEntered, unsent } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { lastDayOf } from './last-day.ts'
import { pathOf } from './words.ts'

type Stays = 'open' | 'held' | 'asked-already'

/** Someone asked to have a concern erased: why, what goes, what stays, and until when it can be stopped. Nothing is erased here. */
export const erasePage: MemberPage = {
  path: '/desk/concerns/:id/erase',
  here: 'inbox',
  show: (member) => ask(member, unsent()),
  send: async (member, fields) => {
    const concern = member.param('id')
    const reasons = member.desk.locale.pack.erasingReasons.map(({ id }) => id)
    const entered = readEntered(fields, { reason: oneOf(reasons, 'erase.missing') })
    if (!entered.values) return ask(member, entered)
    const outcome = await member.perform(askToErase, { concern, reason: entered.values.reason }, member.key)
    if ('done' in outcome) return { to: `${pathOf({ id: concern })}?told=erasing` }
    return ask(member, entered, outcome.fault === 'no-reason' ? undefined : outcome.fault)
  },
}

const ask = async (member: Member, entered: Entered<unknown>, fault?: Stays): Promise<Answer> => {
  const { t, key, desk, local } = member
  const concern = { id: member.param('id') }
  const { number, ended, held, asked, against } = (await member.perform(readToErase, { concern: concern.id })).done
  const back = `${pathOf(concern)}#kept`
  const title = t('erase.title', { reference: reference(number) })
  const head = <PageHead title={title} back={{ href: back, text: t('hold.back') }} />
  const stays = fault ?? (ended ? (held ? 'held' : asked ? 'asked-already' : null) : 'open')
  if (stays)
    return {
      title,
      ...(fault ? { status: 409 } : {}),
      body: (
        <div class="flow">
          {head}
          <Message kind={fault ? 'wrong' : 'warn'} id="stays" heading={t(`erase.${stays}-title`)}>
            <p>{t(`erase.${stays}`)}</p>
          </Message>
        </div>
      ),
    }
  const day = longDate(lastDayOf(member, erasesOn(local.toPlainDate(), retentionIn(desk.parts))))
  const faults = faultLines(t, entered)
  return {
    title,
    faults,
    body: (
      <div class="flow">
        {head}
        {against.length ? (
          <Message kind="warn" id="against" heading={t('erase.against')}>
            {against.map((one) => (
              <p>{t(`erase.against-${one}`)}</p>
            ))}
          </Message>
        ) : null}
        <Confirm
          will={{
            heading: t('erase.will'),
            items: [t('erase.will-wait', { day }), t('erase.will-words'), t('erase.will-code'), t('erase.will-stays')],
          }}
          cannot={{ heading: t('erase.cannot'), items: [t('erase.cannot-all'), t('erase.cannot-picture'), t('erase.cannot-given')] }}
          action={`${pathOf(concern)}/erase`}
          hidden={{ key }}
          final={t('erase.go', { reference: reference(number), day })}
          keep={{ href: back, text: t('erase.keep') }}
        >
          <RadiosField
            t={t}
            name="reason"
            label={t('erase.reason')}
            value={entered.typed('reason')}
            fault={faults[0]?.text}
            choices={desk.locale.pack.erasingReasons.map(({ id, text }) => ({ value: id, text }))}
          />
        </Confirm>
      </div>
    ),
  }
}

/** Keeps it after all: nothing is lost by it, so it needs no page of its own. */
export const stopErasingPage: MemberPage = {
  path: '/desk/concerns/:id/stop-erasing',
  here: 'inbox',
  send: async (member) => {
    const concern = member.param('id')
    // Stopped twice is stopped.
    await member.perform(stopErasing, { concern }, member.key)
    return { to: `${pathOf({ id: concern })}?told=not-erasing` }
  },
}
