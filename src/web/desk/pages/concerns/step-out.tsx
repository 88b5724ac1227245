import { stepOut } from '../../../../commands/concerns/keep-apart.ts'
import { readOwner } from '../../../../commands/concerns/read-owner.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { Confirm } from '../../components/confirm.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { concernPath } from './owner-words.tsx'
import { titleOf } from './words.ts'

/** Whoever knows the people says so. What it does is said first: they cannot undo it. */
export const stepOutPage: MemberPage = {
  path: '/desk/concerns/:id/step-out',
  here: 'inbox',
  show: (member) => askStepOut(member, false),
  send: async (member) => {
    const outcome = await member.perform(stepOut, { concern: member.param('id') }, member.key)
    return 'done' in outcome ? { to: '/desk?told=stepped-out' } : askStepOut(member, true)
  },
}

const askStepOut = async (member: Member, nobodyLeft: boolean): Promise<Answer> => {
  const { t, key } = member
  const { done: ownership } = await member.perform(readOwner, { concern: member.param('id') })
  const back = ownership.may.answer ? concernPath(member, '/offered') : concernPath(member)
  return {
    ...(nobodyLeft ? { status: 409 } : {}),
    title: t('step-out.title'),
    body: (
      <>
        {nobodyLeft ? (
          <Message kind="wrong" id="nobody-left" heading={t('hand.nobody')}>
            <p>{t('step-out.nobody-left')}</p>
          </Message>
        ) : null}
        <PageHead
          title={t('step-out.title')}
          sub={`${titleOf(member, ownership)} ${reference(ownership.number)}`}
          back={{ href: back, text: reference(ownership.number) }}
        />
        <p>{t('step-out.what')}</p>
        <Confirm
          will={{ heading: t('step-out.will'), items: [t('step-out.will-owner'), t('step-out.will-see'), t('step-out.will-record')] }}
          cannot={{ heading: t('step-out.cannot'), items: [t('step-out.cannot-back')] }}
          action={concernPath(member, '/step-out')}
          hidden={{ key }}
          final={t('step-out.go')}
          keep={{ href: back, text: t('step-out.keep') }}
        />
      </>
    ),
  }
}
