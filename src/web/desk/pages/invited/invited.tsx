import { acceptInvitation, type Invitation, readInvitation } from '../../../../commands/sign-in/invitation.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { Pairs } from '../../components/facts.tsx'
import { DeskForm, OrElse } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { deviceOf } from '../../context/device.ts'
import type { Asked, OpenPage, Shown } from '../../context/page.ts'
import { roleWord } from '../../context/role-words.ts'
import { signInPath } from '../../context/way-back.ts'
import { comeIn } from '../sign-in/come-in.ts'
import { begunOrFault } from '../sign-in/work-account.tsx'
import { beginVisit } from '../sign-in/work-account-visit.ts'

/** Where the link of an invitation leads. To look at it changes nothing: programs that check mail for viruses do. */
export const invitedPage: OpenPage = {
  path: '/desk/invited/:token',
  open: true,
  show: async (asked) => {
    const invitation = await readInvitation(asked.desk.parts, asked.param('token'))
    return invitation ? page(asked, invitation) : over(asked)
  },
  send: async (asked) => {
    const device = deviceOf(asked.header('user-agent'))
    const outcome = await acceptInvitation(asked.desk.parts, { token: asked.param('token'), device })
    return 'done' in outcome ? comeIn(asked, outcome.done, '/desk/account') : over(asked)
  },
}

/** The same, by the account that they have at work: it is linked once they come back. */
export const invitedWorkAccountPage: OpenPage = {
  path: '/desk/invited/:token/work-account',
  open: true,
  show: async (asked) => {
    const token = asked.param('token')
    if (!(await readInvitation(asked.desk.parts, token))) return over(asked)
    return begunOrFault(asked, await beginVisit(asked, { invitation: token }))
  },
}

const page = ({ t, desk, param }: Asked, { name, email, partner, roles, by }: Invitation): Shown => {
  const address = `/desk/invited/${param('token')}`
  const partnership = desk.locale.pack.partnership.name
  const { workAccounts } = desk
  return {
    title: t('invited.title'),
    body: (
      <>
        <PageHead title={t('invited.title')} />
        <div class="flow">
          <p>{by === null ? t('invited.what-nobody', { partnership }) : t('invited.what', { by, partnership })}</p>
          <Pairs
            facts={[
              { label: t('invited.name'), value: name },
              { label: t('invited.email'), value: email },
              { label: t('invited.partner'), value: partner },
              { label: t('invited.roles'), value: roles.map((role) => roleWord(t, role)).join(', ') },
            ]}
          />
          <p>{t('invited.wrong')}</p>
        </div>
        <DeskForm action={address}>
          <p>{t('invited.next')}</p>
          <SubmitButton big>{t('invited.accept')}</SubmitButton>
        </DeskForm>
        {workAccounts ? (
          <OrElse>
            <LinkButton href={`${address}/work-account`} look="quiet" big>
              {workAccounts.name === null ? t('invited.work') : t('invited.work-named', { name: workAccounts.name })}
            </LinkButton>
            <p class="small">{t('invited.work-what')}</p>
          </OrElse>
        ) : null}
      </>
    ),
  }
}

const over = ({ t }: Asked): Shown => ({
  status: 410,
  title: t('invited.over-title'),
  body: (
    <>
      <PageHead title={t('invited.over-title')} />
      <p>{t('invited.over')}</p>
      <LinkButton href={signInPath} big>
        {t('sign-in.title')}
      </LinkButton>
    </>
  ),
})
