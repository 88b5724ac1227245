import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines } from '../../context/entered.ts'
import type { Asked, Shown } from '../../context/page.ts'
import { placeOf, signInPath } from '../../context/way-back.ts'

export const passwordPath = `${signInPath}/password`

/** `said`: what is wrong with the whole of it. */
export const passwordForm = ({ t }: Asked, entered: Entered<unknown>, { to, said }: { to: string | null; said?: string }): Shown => {
  const lines = faultLines(t, entered)
  const faults = said === undefined ? lines : [{ name: 'email', text: said }]
  const field = (name: 'email' | 'password') => ({ t, name, fault: lines.find((line) => line.name === name)?.text })
  return {
    title: t('sign-in.password-title'),
    faults,
    body: (
      <>
        <PageHead title={t('sign-in.password-title')} back={{ href: signInPath, text: t('sign-in.other') }} />
        <DeskForm action={passwordPath} hidden={{ to: placeOf(to) ?? '' }}>
          <TextField {...field('email')} label={t('sign-in.email')} type="email" autocomplete="username" value={entered.typed('email')} />
          <TextField {...field('password')} label={t('sign-in.password-label')} type="password" autocomplete="current-password" />
          <SubmitButton big>{t('sign-in.go-on')}</SubmitButton>
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
