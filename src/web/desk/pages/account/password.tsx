import { setPassword } from '../../../../commands/account/set-password.ts'
import { makeSecret, otpauthAddress, secretToType } from '../../../../commands/sign-in/methods/authenticator.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { Actions, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Authenticator } from '../../components/secrets.tsx'
import { openBrief, sealBrief } from '../../context/brief.ts'
import { type Entered, faultLines, readEntered, typedAsIs, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { accountOf, accountPath, done, issuerOf, provedAgain } from './fresh.ts'

const path = `${accountPath}/password`
const purpose = 'authenticator secret'
/** As long as somebody may look for their telephone. */
const minutes = 60

type Kept = { secret: string; person: string }

const wordOf: Readonly<Record<string, { field: 'password' | 'code'; id: DeskId }>> = {
  'password-short': { field: 'password', id: 'new-password.password-short' },
  'password-long': { field: 'password', id: 'new-password.password-long' },
  'password-common': { field: 'password', id: 'new-password.password-common' },
  'password-personal': { field: 'password', id: 'new-password.password-personal' },
  'code-wrong': { field: 'code', id: 'fault.code-wrong' },
}

/** Password and authenticator app, set or changed together. The app's secret travels sealed in the form until its first code is right. */
export const passwordPage: MemberPage = {
  path,
  here: null,
  show: (member) => page(member, unsent(), null),
  send: async (member, fields) => {
    const kept = openBrief<Kept>(member, purpose, fields.text('secret'))
    const entered = readEntered(fields, {
      password: typedAsIs('new-password.password-short'),
      code: typedAsIs('fault.code-missing'),
    })
    if (!kept || kept.person !== member.viewer.person) return page(member, withFault(unsent(), 'code', 'new-password.over'), null)
    if (!entered.values) return page(member, entered, kept)
    const secret = Buffer.from(kept.secret, 'base64url')
    const outcome = await member.perform(setPassword, { ...entered.values, secret, issuer: issuerOf(member) }, member.key)
    if ('done' in outcome) return done('password-set')
    const { fault } = outcome
    if (fault === 'not-fresh') return provedAgain(path)
    const wrong = wordOf[fault]
    if (wrong) return page(member, withFault(entered, wrong.field, wrong.id), kept)
    const busy = await page(member, withFault(entered, 'password', 'fault.busy'), kept)
    return 'body' in busy ? { ...busy, status: 503, retryAfter: 5 } : busy
  },
}

const page = async (member: Member, entered: Entered<unknown>, kept: Kept | null): Promise<Answer> => {
  const { t, desk, viewer, key } = member
  const account = await accountOf(member)
  if (!account.isFresh) return provedAgain(path)
  const secret = kept ? Buffer.from(kept.secret, 'base64url') : makeSecret()
  const sealed: Kept = { secret: secret.toString('base64url'), person: viewer.person }
  const faults = faultLines(t, entered)
  const field = (name: 'password' | 'code') => ({ t, name, fault: faults.find((line) => line.name === name)?.text })
  return {
    title: t('new-password.title'),
    faults,
    body: (
      <>
        <PageHead title={t('new-password.title')} back={{ href: accountPath, text: t('account.back') }} />
        <p>{t('new-password.what')}</p>
        {account.password ? <p>{t('new-password.replaces')}</p> : null}
        <DeskForm action={path} hidden={{ key, secret: sealBrief(member, purpose, sealed, minutes) }}>
          <h2>{t('new-password.step-password')}</h2>
          {/* For managers of passwords: whose password this is. */}
          <input type="text" name="email" value={account.profile.email} autocomplete="username" hidden readonly />
          <TextField
            {...field('password')}
            label={t('new-password.password')}
            hint={t('new-password.password-hint')}
            type="password"
            autocomplete="new-password"
          />
          <h2>{t('new-password.step-app')}</h2>
          <Authenticator
            address={otpauthAddress(secret, { issuer: desk.locale.pack.brand.name, account: account.profile.email })}
            secret={secretToType(secret)}
            alt={t('new-password.app-alt')}
          >
            <p>{t('new-password.app')}</p>
          </Authenticator>
          <h2>{t('new-password.step-code')}</h2>
          <TextField {...field('code')} label={t('sign-in.code')} autocomplete="one-time-code" inputmode="numeric" />
          <Actions>
            <SubmitButton>{t('new-password.save')}</SubmitButton>
          </Actions>
        </DeskForm>
      </>
    ),
  }
}
