import { endOtherSignIns } from '../../../../commands/account/end-other-sign-ins.ts'
import { endSignIns } from '../../../../commands/people/end-sign-ins.ts'
import { PostButton } from '../../components/buttons.tsx'
import { Part } from '../../components/page-head.tsx'
import { SignIns } from '../../components/sign-ins.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { accountPath, done } from './fresh.ts'
import type { Account } from './how-i-sign-in.tsx'
import { whenIn } from './said-when.ts'

const path = `${accountPath}/sign-ins`

export const WhereSignedIn = ({ member, signIns }: { member: Member; signIns: Account['signIns'] }) => {
  const { t, key } = member
  return (
    <Part id="sign-ins" heading={t('account.sign-ins')}>
      <SignIns
        signIns={signIns.map((one) => {
          const what = t('account.sign-in-what', {
            device: one.device || t('account.sign-in-unknown'),
            method: t(`method.${one.method}`),
          })
          return {
            what,
            when: t('account.sign-in-when', { made: whenIn(member, one.made), seen: whenIn(member, one.seen) }),
            ...(one.isThis ? { state: <Tag state="in-time">{t('account.sign-in-this')}</Tag> } : {}),
            end: one.isThis ? null : (
              <PostButton action={`${path}/${one.id}`} fields={{ key }} look="quiet" of={what}>
                {t('account.sign-in-end')}
              </PostButton>
            ),
          }
        })}
      />
      {signIns.length > 1 ? (
        <PostButton action={path} fields={{ key }} look="quiet">
          {t('account.sign-ins-end')}
        </PostButton>
      ) : null}
    </Part>
  )
}

/** Ends one. It asks for no fresh proof: whoever lost their telephone must not be held up. */
export const endSignInPage: MemberPage = {
  path: `${path}/:id`,
  here: null,
  show: async () => ({ to: accountPath }),
  send: async (member) => {
    const { viewer, param, key } = member
    const outcome = await member.perform(endSignIns, { person: viewer.person, signIn: param('id') }, key)
    return 'done' in outcome && outcome.done ? done('sign-in-ended') : deniedPage(member, 'not-found')
  },
}

export const endOtherSignInsPage: MemberPage = {
  path,
  here: null,
  show: async () => ({ to: accountPath }),
  send: async (member) => {
    await member.perform(endOtherSignIns, {}, member.key)
    return done('sign-ins-ended')
  },
}
