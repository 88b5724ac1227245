import { endShift } from '../../../../commands/rota/end-shift.ts'
import { readShift } from '../../../../commands/rota/read-shift.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { Confirm } from '../../components/confirm.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { MemberPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { dayAndHours, nameOf } from '../../on-call/when.ts'
import { rotaShown } from './rota.tsx'

/** A coordinator takes someone off a turn: what that means is said before it is done. */
export const endPage: MemberPage = {
  path: '/desk/rota/shift/:shift',
  here: 'rota',
  show: async (member) => {
    const { t, key, viewer } = member
    if (!mayAny(viewer, 'change', 'shift')) return deniedPage(member, 'not-allowed')
    const outcome = await member.perform(readShift, { shift: member.param('shift') })
    if (!('done' in outcome)) return rotaShown(member, 'over', 409)
    const shift = outcome.done
    const words = { name: nameOf(member, shift), when: dayAndHours(member, shift) }
    const title = t('end.title', words)
    return {
      title,
      body: (
        <>
          <PageHead title={title} back={{ href: '/desk/rota', text: t('rota.back') }} />
          <Confirm
            will={{
              heading: t('end.will'),
              items: [t('end.will-off', words), t('end.will-gap', { rung: shift.rung === 1 ? 'first' : 'second' })],
            }}
            cannot={{ heading: t('end.cannot'), items: [t('end.cannot-told', words), t('end.cannot-again')] }}
            action={`/desk/rota/shift/${shift.id}`}
            hidden={{ key }}
            final={t('end.go', words)}
            keep={{ href: '/desk/rota', text: t('end.keep') }}
          />
        </>
      ),
    }
  },
  send: async (member) => {
    const outcome = await member.perform(endShift, { shift: member.param('shift') }, member.key)
    return 'done' in outcome ? { to: '/desk/rota?told=ended' } : rotaShown(member, 'over', 409)
  },
}
