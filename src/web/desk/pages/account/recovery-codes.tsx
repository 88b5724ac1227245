import { renewRecoveryCodes } from '../../../../commands/account/recovery-codes.ts'
import { Actions, LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { RecoveryCodes } from '../../components/secrets.tsx'
import type { MemberPage } from '../../context/page.ts'
import { accountOf, accountPath, issuerOf, provedAgain } from './fresh.ts'

const path = `${accountPath}/recovery-codes`

/** Codes to print. They are in the answer to the form and nowhere else: shown again, they would be others. */
export const recoveryCodesPage: MemberPage = {
  path,
  here: null,
  show: async (member) => {
    const { t } = member
    const account = await accountOf(member)
    if (!account.isFresh) return provedAgain(path)
    return {
      title: t('codes.title'),
      body: (
        <>
          <PageHead title={t('codes.title')} back={{ href: accountPath, text: t('account.back') }} />
          <div class="flow">
            <p>{t('codes.what')}</p>
            <p>{t('account.codes-what')}</p>
            <p>{t('account.codes-left', { count: account.codesLeft })}</p>
            {account.codesLeft ? <p>{t('codes.renew')}</p> : null}
          </div>
          <DeskForm action={path}>
            <Actions>
              <SubmitButton>{t('codes.make')}</SubmitButton>
            </Actions>
          </DeskForm>
        </>
      ),
    }
  },
  send: async (member) => {
    const { t } = member
    const outcome = await member.perform(renewRecoveryCodes, { issuer: issuerOf(member) })
    if ('fault' in outcome) return provedAgain(path)
    return {
      title: t('codes.shown-title'),
      body: (
        <>
          <PageHead title={t('codes.shown-title')} sub={t('codes.what')} />
          <p>
            {t('codes.shown')} {t('codes.earlier')}
          </p>
          <RecoveryCodes t={t} codes={outcome.done.codes} />
          <p>
            <LinkButton href={accountPath}>{t('codes.kept')}</LinkButton>
          </p>
        </>
      ),
    }
  },
}
