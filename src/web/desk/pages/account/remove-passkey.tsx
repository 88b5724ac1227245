import { removePasskey } from '../../../../commands/account/passkeys.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { accountOf, accountPath, done, issuerOf, provedAgain } from './fresh.ts'

const pathOf = (id: string): string => `${accountPath}/passkeys/${id}`

/** Says what happens when a passkey is removed, and removes it. */
export const removePasskeyPage: MemberPage = {
  path: pathOf(':id'),
  here: null,
  show: (member) => page(member),
  send: async (member) => {
    const passkey = member.param('id')
    const outcome = await member.perform(removePasskey, { passkey, issuer: issuerOf(member) }, member.key)
    if ('done' in outcome) return done('passkey-removed')
    return outcome.fault === 'not-fresh' ? provedAgain(pathOf(passkey)) : page(member)
  },
}

const page = async (member: Member): Promise<Answer> => {
  const { t, key, param } = member
  const account = await accountOf(member)
  const passkey = account.passkeys.find(({ id }) => id === param('id'))
  if (!passkey) return deniedPage(member, 'not-found')
  const path = pathOf(passkey.id)
  if (!account.isFresh) return provedAgain(path)
  const { name } = passkey
  const title = t('passkey.remove-title', { name })
  const isLast = account.passkeys.length === 1 && !account.password && !account.workAccount
  return {
    title,
    ...(isLast ? { status: 409 } : {}),
    body: (
      <>
        <PageHead title={title} back={{ href: accountPath, text: t('account.back') }} />
        {isLast ? (
          <Message
            kind="warn"
            id="last"
            heading={t('passkey.last-title')}
            act={
              <LinkButton href={accountPath} look="quiet">
                {t('account.back')}
              </LinkButton>
            }
          >
            <p>{t('passkey.last')}</p>
          </Message>
        ) : (
          <Confirm
            will={{
              heading: t('passkey.remove-will'),
              items: [t('passkey.remove-will-1'), t('passkey.remove-will-2'), t('passkey.remove-device')],
            }}
            cannot={{ heading: t('passkey.remove-cannot'), items: [t('passkey.remove-cannot-1')] }}
            action={path}
            hidden={{ key }}
            final={t('passkey.remove-go', { name })}
            keep={{ href: accountPath, text: t('passkey.remove-keep') }}
          />
        )}
      </>
    ),
  }
}
