import { eraseConcern } from '../../../../commands/concerns/erase-concern.ts'
import { readReference } from '../../../../commands/concerns/read-reference.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { Confirm } from '../../components/confirm.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member, MemberPage } from '../../context/page.ts'

/** Erases a concern because someone asked for it: what goes, what stays and what cannot be undone, before it is done. */
export const erasePage: MemberPage = {
  path: '/desk/concerns/:id/erase',
  here: 'inbox',
  show: (member) => ask(member, null),
  send: async (member) => {
    const concern = member.param('id')
    const outcome = await member.perform(eraseConcern, { concern }, member.key)
    return 'done' in outcome ? { to: `/desk/erasures/${concern}` } : ask(member, outcome.fault)
  },
}

const ask = async (member: Member, fault: 'open' | 'held' | null): Promise<Answer> => {
  const { t, key } = member
  const path = `/desk/concerns/${member.param('id')}`
  const { number, state } = (await member.perform(readReference, { concern: member.param('id') })).done
  const title = t('erase.title', { reference: reference(number) })
  const head = <PageHead title={title} back={{ href: `${path}#kept`, text: t('hold.back') }} />
  const stays = fault ?? (state === 'closed' || state === 'withdrawn' ? null : 'open')
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
  return {
    title,
    body: (
      <div class="flow">
        {head}
        <Confirm
          will={{ heading: t('erase.will'), items: [t('erase.will-words'), t('erase.will-code'), t('erase.will-stays')] }}
          cannot={{ heading: t('erase.cannot'), items: [t('erase.cannot-all'), t('erase.cannot-picture'), t('erase.cannot-given')] }}
          action={`${path}/erase`}
          hidden={{ key }}
          final={t('erase.go', { reference: reference(number) })}
          keep={{ href: `${path}#kept`, text: t('erase.keep') }}
        />
      </div>
    ),
  }
}
