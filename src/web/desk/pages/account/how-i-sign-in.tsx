import { LinkButton } from '../../components/buttons.tsx'
import { Part } from '../../components/page-head.tsx'
import type { Member } from '../../context/page.ts'
import { type accountOf, accountPath } from './fresh.ts'
import { dayIn } from './said-when.ts'

export type Account = Awaited<ReturnType<typeof accountOf>>
type Props = { member: Member; account: Account }

/** The ways that someone has, each with what can be done about it. The first to set up is the one full button of the page. */
export const HowISignIn = ({ member, account }: Props) => {
  const { t, desk } = member
  return (
    <>
      <Passkeys member={member} account={account} />
      <Part id="password" heading={t('account.password')}>
        <p>{account.password ? t('account.password-on', { date: dayIn(member, account.password) }) : t('account.password-none')}</p>
        <p>
          <LinkButton href={`${accountPath}/password`} look="quiet">
            {account.password ? t('account.password-change') : t('account.password-set-up')}
          </LinkButton>
        </p>
      </Part>
      {desk.workAccounts ? (
        <Part id="work" heading={t('account.work')}>
          <p>{account.workAccount ? t('account.work-on') : t('account.work-none')}</p>
          {account.workAccount ? null : (
            <p>
              <LinkButton href={`${accountPath}/work-account`} look="quiet">
                {t('account.work-link')}
              </LinkButton>
            </p>
          )}
        </Part>
      ) : null}
      <Part id="codes" heading={t('account.codes')}>
        <p>{t('account.codes-what')}</p>
        <p>{t('account.codes-left', { count: account.codesLeft })}</p>
        <p>
          <LinkButton href={`${accountPath}/recovery-codes`} look="quiet">
            {account.codesLeft ? t('account.codes-renew') : t('account.codes-make')}
          </LinkButton>
        </p>
      </Part>
    </>
  )
}

const Passkeys = ({ member, account: { passkeys, hasWay } }: Props) => {
  const { t } = member
  return (
    <Part id="passkeys" heading={t('account.passkeys')}>
      <p>{t('account.passkey-what')}</p>
      {passkeys.length ? (
        <ul class="sign-ins">
          {passkeys.map(({ id, name, made, used }) => (
            <li>
              <div>
                <p>
                  <b>{name}</b>
                </p>
                <p class="small">
                  {used
                    ? t('account.passkey-when', { made: dayIn(member, made), used: dayIn(member, used) })
                    : t('account.passkey-unused', { made: dayIn(member, made) })}
                </p>
              </div>
              <LinkButton href={`${accountPath}/passkeys/${id}`} look="stop" of={name}>
                {t('account.passkey-remove')}
              </LinkButton>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('account.passkeys-none')}</p>
      )}
      {hasWay ? (
        <p>
          <LinkButton href={`${accountPath}/passkeys`} look="quiet">
            {t('account.passkey-add')}
          </LinkButton>
        </p>
      ) : null}
    </Part>
  )
}
