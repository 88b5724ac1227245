import { signInByCode } from '../../../../commands/sign-in/by-password.ts'
import { takeOnce } from '../../../../commands/sign-in/once.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { openBrief, sealBrief } from '../../context/brief.ts'
import { deviceOf } from '../../context/device.ts'
import { unsent } from '../../context/entered.ts'
import type { Asked, OpenPage, Shown } from '../../context/page.ts'
import { signInPath } from '../../context/way-back.ts'
import { comeIn } from './come-in.ts'
import { passwordForm, passwordPath } from './password-form.tsx'
import { triedInWords } from './try-fault.ts'

const path = `${signInPath}/code`
const purpose = 'password proved'
const minutes = 5

/** Whose password was right, and where they are going. */
type Proved = { person: string; to: string }

/** The code of the authenticator app. That the password was right travels sealed in the form, for five minutes, and counts once. */
export const codeSignInPage: OpenPage = {
  path,
  open: true,
  show: async () => ({ to: passwordPath }),
  send: async (asked, fields) => {
    const { desk, t, now } = asked
    const proved = openBrief<Proved>(asked, purpose, fields.text('proved'))
    if (!proved || !(await takeOnce(desk.parts, proved.id, proved.until)))
      return passwordForm(asked, unsent(), { to: null, said: t('fault.proof-over') })
    const { person, to } = proved
    const left = proved.until.since(now).total('minutes')
    const code = fields.text('code', 40)?.trim() ?? ''
    if (!code) return codePage(asked, { person, to }, { left, status: 400, text: t('fault.code-missing') })
    const device = deviceOf(asked.header('user-agent'))
    const outcome = await signInByCode(desk.parts, { person, code, network: asked.network, device })
    if ('done' in outcome) return comeIn(asked, outcome.done, to)
    return codePage(asked, { person, to }, { left, ...triedInWords(t, outcome, 'fault.code-wrong') })
  },
}

type Said = { left: number; status: number; text: string; retryAfter?: number }

/** `said`: what was wrong with the code before. The five minutes do not begin anew. */
export const codePage = (asked: Asked, proved: Proved, said?: Said): Shown => {
  const { t, desk } = asked
  return {
    title: t('sign-in.code-title'),
    faults: said ? [{ name: 'code', text: said.text }] : [],
    ...(said ? { status: said.status } : {}),
    ...(said?.retryAfter === undefined ? {} : { retryAfter: said.retryAfter }),
    body: (
      <>
        <PageHead title={t('sign-in.code-title')} sub={t('sign-in.code-time')} />
        <DeskForm action={path} hidden={{ proved: sealBrief(asked, purpose, proved, said?.left ?? minutes) }}>
          <TextField
            t={t}
            name="code"
            label={t('sign-in.code')}
            hint={t('sign-in.code-hint', { site: desk.locale.pack.brand.name })}
            fault={said?.text}
            autocomplete="one-time-code"
            inputmode="numeric"
          />
          <SubmitButton big>{t('sign-in.code-go')}</SubmitButton>
        </DeskForm>
        <p>
          <LinkButton href={`${signInPath}/recovery`} look="text">
            {t('sign-in.recovery')}
          </LinkButton>
        </p>
      </>
    ),
  }
}
