import { LinkButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import { Columns, PageHead } from '../../components/page-head.tsx'
import type { MemberPage } from '../../context/page.ts'
import { Details, WhoLooked } from './details.tsx'
import { accountOf, accountPath, saids } from './fresh.ts'
import { HowISignIn } from './how-i-sign-in.tsx'
import { WhereSignedIn } from './where-signed-in.tsx'

/** How someone signs in, where they are signed in, what is known of them, and who looked at it. */
export const accountPage: MemberPage = {
  path: accountPath,
  here: null,
  show: async (member) => {
    const { t, query } = member
    const account = await accountOf(member)
    const said = saids.find((one) => one === query('said'))
    return {
      title: t('account.title'),
      body: (
        <>
          <PageHead title={t('account.title')} sub={member.me.name} />
          {said ? (
            <Message kind="told" id="said" heading={t('account.said-title')}>
              <p>{t(`account.${said}`)}</p>
            </Message>
          ) : null}
          {account.hasWay ? null : (
            <Message
              kind="now"
              id="no-way"
              heading={t('account.no-way-title')}
              act={<LinkButton href={`${accountPath}/passkeys`}>{t('account.passkey-add')}</LinkButton>}
            >
              <p>{t('account.no-way')}</p>
            </Message>
          )}
          <Columns
            side={
              <>
                <Details member={member} account={account} />
                <WhoLooked member={member} looks={account.looks} />
              </>
            }
          >
            <HowISignIn member={member} account={account} />
            <WhereSignedIn member={member} signIns={account.signIns} />
          </Columns>
        </>
      ),
    }
  },
}
