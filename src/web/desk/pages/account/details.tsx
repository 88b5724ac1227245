import { LinkButton } from '../../components/buttons.tsx'
import { Pairs } from '../../components/facts.tsx'
import { Box } from '../../components/page-head.tsx'
import type { Member } from '../../context/page.ts'
import { rolesInWords } from '../../context/role-words.ts'
import { accountPath } from './fresh.ts'
import type { Account } from './how-i-sign-in.tsx'
import { whenIn } from './said-when.ts'

export const Details = ({ member: { t, me, viewer }, account: { profile } }: { member: Member; account: Account }) => (
  <Box id="details" heading={t('account.details')}>
    <Pairs
      facts={[
        { label: t('account.name'), value: profile.name },
        { label: t('account.email'), value: profile.email },
        { label: t('account.phone'), value: profile.phone ?? t('account.phone-none') },
        { label: t('invited.partner'), value: me.partner.name },
        { label: t('invited.roles'), value: rolesInWords(t, viewer) },
      ]}
    />
    <p>
      <LinkButton href={`${accountPath}/details`} look="text">
        {t('account.details-change')}
      </LinkButton>
    </p>
  </Box>
)

/** Whoever opened what is kept about this person; the record of it cannot be changed. */
export const WhoLooked = ({ member, looks }: { member: Member; looks: Account['looks'] }) => {
  const { t } = member
  return (
    <Box id="looks" heading={t('account.looks')}>
      {looks.length ? (
        <>
          <p class="small">{t('account.looks-what')}</p>
          <ul class="points">
            {looks.map(({ at, by }) => (
              <li>{t('account.looks-line', { name: by ?? t('account.looks-someone'), at: whenIn(member, at) })}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('account.looks-none')}</p>
      )}
    </Box>
  )
}
