import { addPasskey } from '../../../../commands/account/passkeys.ts'
import { askToRegister, checkRegistration } from '../../../../commands/sign-in/methods/passkey.ts'
import { passkeysAt } from '../../../../commands/sign-in/methods/passkey-address.ts'
import { takeOnce } from '../../../../commands/sign-in/once.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { PasskeyForm } from '../../components/passkey-form.tsx'
import { openBrief, sealBrief } from '../../context/brief.ts'
import { type Entered, faultLines, readEntered, text, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member, MemberPage, Shown } from '../../context/page.ts'
import { accountOf, accountPath, done, issuerOf, provedAgain } from './fresh.ts'

const path = `${accountPath}/passkeys`
const purpose = 'passkey register'
const minutes = 10

/** A new passkey, with a name. What was asked of the browser is sealed in the form for this person, and answered once. */
export const addPasskeyPage: MemberPage = {
  path,
  here: null,
  show: (member) => page(member, unsent()),
  send: async (member, fields) => {
    const { desk, viewer } = member
    const entered = readEntered(fields, {
      name: text({ missing: 'passkey.name-missing', long: 'passkey.name-long', most: 80 }),
    })
    if (!entered.values) return page(member, entered)
    const again = (fault: DeskId): Promise<Answer> => page(member, withFault(entered, 'name', fault))
    const asked = openBrief<{ challenge: string; person: string }>(member, purpose, fields.text('asked'))
    const at = passkeysAt(desk.origin)
    if ('fault' in at || asked?.person !== viewer.person || !(await takeOnce(desk.parts, asked.challenge, asked.until)))
      return again('passkey.over')
    const passkey = await checkRegistration(fields.text('answer') ?? '', { at, challenge: asked.challenge, handle: viewer.person })
    if ('fault' in passkey) return again('passkey.wrong')
    const outcome = await member.perform(addPasskey, { passkey, name: entered.values.name, issuer: issuerOf(member) })
    if ('done' in outcome) return done('passkey-added')
    return outcome.fault === 'not-fresh' ? provedAgain(path) : again('passkey.known')
  },
}

const page = async (member: Member, entered: Entered<unknown>): Promise<Answer> => {
  const { t, desk, viewer } = member
  const account = await accountOf(member)
  if (!account.isFresh) return provedAgain(path)
  const faults = faultLines(t, entered)
  const at = passkeysAt(desk.origin)
  const { brand } = desk.locale.pack
  const { name, email } = account.profile
  const asked =
    'fault' in at
      ? null
      : await askToRegister(
          at,
          brand.name,
          { handle: viewer.person, email, name },
          account.passkeys.map(({ credential }) => credential),
        )
  const body: Shown['body'] = asked ? (
    <PasskeyForm
      what="register"
      action={path}
      options={asked.options}
      hidden={{ asked: sealBrief(member, purpose, { challenge: asked.challenge, person: viewer.person }, minutes) }}
      button={t('passkey.go')}
      without={t('passkey.without')}
      failed={t('passkey.failed')}
    >
      <TextField
        t={t}
        name="name"
        label={t('passkey.name')}
        hint={t('passkey.name-hint')}
        fault={faults[0]?.text}
        autocomplete="off"
        value={entered.typed('name')}
      />
    </PasskeyForm>
  ) : (
    <p>{t('sign-in.passkey-not')}</p>
  )
  return {
    title: t('passkey.title'),
    faults,
    script: 'passkey.js',
    body: (
      <>
        <PageHead title={t('passkey.title')} back={{ href: accountPath, text: t('account.back') }} />
        <p>{t('passkey.what')}</p>
        {body}
      </>
    ),
  }
}
