import { withdrawCheck } from '../../../../commands/facts/withdraw-check.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { Confirm } from '../../components/confirm.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { MemberPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { checkIn, checkKeyIn } from './check.ts'
import { addressOf, recordedBy } from './words.ts'

/** A check was a mistake: what withdrawing it does, before it is done. */
export const withdrawPage: MemberPage = {
  path: '/desk/facts/:list/:id/:check/withdraw',
  here: 'facts',
  show: async (member) => {
    const { t, key, viewer } = member
    const { fact, check } = await checkIn(member)
    if (check.madeBy !== viewer.person && !holds(viewer, 'coordinator')) return deniedPage(member, 'not-allowed')
    return {
      title: t('fact.withdraw-title'),
      body: (
        <>
          <PageHead title={t('fact.withdraw-title')} sub={recordedBy(member, check)} back={{ href: addressOf(fact), text: fact.name }} />
          <blockquote class="said" dir="auto">
            {check.said}
          </blockquote>
          <Confirm
            will={{ heading: t('fact.withdraw-will'), items: [t('fact.withdraw-counts', { name: fact.name }), t('fact.withdraw-export')] }}
            cannot={{ heading: t('fact.withdraw-cannot'), items: [t('fact.withdraw-stays'), t('fact.withdraw-pack')] }}
            action={`${addressOf(fact)}/${check.id}/withdraw`}
            hidden={{ key }}
            final={t('fact.withdraw-do')}
            keep={{ href: addressOf(fact), text: t('fact.withdraw-keep') }}
          />
        </>
      ),
    }
  },
  send: async (member) => {
    const key = checkKeyIn(member)
    // Withdrawn twice is withdrawn.
    await member.perform(withdrawCheck, key, member.key)
    return { to: `/desk/facts/${key.list}/${key.fact}?told=withdrawn` }
  },
}
