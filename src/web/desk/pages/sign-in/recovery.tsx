import { signInByRecoveryCode } from '../../../../commands/sign-in/by-recovery-code.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { deviceOf } from '../../context/device.ts'
import { type Entered, email, faultLines, readEntered, typedAsIs, unsent } from '../../context/entered.ts'
import type { Asked, OpenPage, Shown } from '../../context/page.ts'
import { signInPath } from '../../context/way-back.ts'
import { comeIn } from './come-in.ts'
import { triedInWords } from './try-fault.ts'

const path = `${signInPath}/recovery`

/** By a code on paper. Whoever comes in so is led to their account: what they signed in with before may be lost. */
export const recoverySignInPage: OpenPage = {
  path,
  open: true,
  show: async (asked) => form(asked, unsent()),
  send: async (asked, fields) => {
    const entered = readEntered(fields, { email: email('fault.email'), code: typedAsIs('fault.recovery-missing') })
    if (!entered.values) return form(asked, entered)
    const device = deviceOf(asked.header('user-agent'))
    const outcome = await signInByRecoveryCode(asked.desk.parts, { ...entered.values, network: asked.network, device })
    if ('done' in outcome) return comeIn(asked, outcome.done, '/desk/account')
    const { text, ...more } = triedInWords(asked.t, outcome, 'fault.recovery-wrong')
    return { ...form(asked, entered, text), ...more }
  },
}

const form = ({ t }: Asked, entered: Entered<unknown>, said?: string): Shown => {
  const lines = faultLines(t, entered)
  const faults = said === undefined ? lines : [{ name: 'email', text: said }]
  const field = (name: 'email' | 'code') => ({ t, name, fault: lines.find((line) => line.name === name)?.text })
  return {
    title: t('sign-in.recovery-title'),
    faults,
    body: (
      <>
        <PageHead title={t('sign-in.recovery-title')} back={{ href: signInPath, text: t('sign-in.other') }} />
        <p>{t('sign-in.recovery-what')}</p>
        <DeskForm action={path}>
          <TextField {...field('email')} label={t('sign-in.email')} type="email" autocomplete="username" value={entered.typed('email')} />
          <TextField {...field('code')} label={t('sign-in.recovery-code')} hint={t('sign-in.recovery-hint')} autocomplete="off" />
          <SubmitButton big>{t('sign-in.title')}</SubmitButton>
        </DeskForm>
        <p>{t('sign-in.recovery-none')}</p>
      </>
    ),
  }
}
