import { randomUUID } from 'node:crypto'
import { addKeyHolder } from '../../../../commands/keys/add-key-holder.ts'
import { changePassphrase } from '../../../../commands/keys/change-passphrase.ts'
import { makeKey } from '../../../../commands/keys/make-key.ts'
import { readKeys } from '../../../../commands/keys/read-keys.ts'
import { suggestPassphrase } from '../../../../commands/keys/suggest.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, TextField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { type Entered, faultLines, readEntered, typedAsIs, unsent } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { type KeysFault, keysPath, type Said, saidOf, signInAgain, triedSaid } from './fault.ts'

/** What somebody chooses a passphrase for. */
type Purpose = 'make' | 'join' | 'change'
type Outcome = { done: { wrong: true } | { wait: number } | object | null } | { fault: KeysFault }
type Typed = { before: string; passphrase: string }

const run: Readonly<Record<Purpose, (member: Member, typed: Typed) => Promise<Outcome>>> = {
  make: (member, { passphrase }) => member.perform(makeKey, { passphrase }, member.key),
  join: (member, { passphrase }) => member.perform(addKeyHolder, { passphrase }, member.key),
  change: (member, { before, passphrase }) => member.perform(changePassphrase, { before, after: passphrase }, member.key),
}
const told: Readonly<Record<Purpose, string>> = { make: 'made', join: 'joined', change: 'changed' }

const pageFor = (purpose: Purpose): MemberPage => {
  const path = `${keysPath}/${purpose === 'change' ? 'passphrase' : purpose}`
  return {
    path,
    here: 'settings',
    show: async (member) => {
      const { mine, fault } = (await member.perform(readKeys, {})).done
      // Whoever has nothing to choose here goes back to where it says why.
      const none = fault?.fault === 'no-key'
      if (purpose === 'make' ? !none : purpose === 'join' ? !mine.allowed : !mine.holds) return { to: keysPath }
      // Before anything is typed, or it would be typed for nothing.
      if (!mine.fresh) return signInAgain(path)
      return form(member, purpose, path, unsent(), await suggestPassphrase())
    },
    send: async (member, fields) => {
      const entered = readEntered(fields, {
        ...(purpose === 'change' ? { before: typedAsIs('key-fault.missing') } : {}),
        passphrase: typedAsIs('key-fault.missing'),
        again: typedAsIs('key-fault.again'),
      })
      if (!entered.values) return form(member, purpose, path, entered)
      const { before = '', passphrase, again } = entered.values
      if (passphrase !== again) return form(member, purpose, path, { ...entered, faults: { again: 'key-fault.differs' } })
      const outcome = await run[purpose](member, { before, passphrase })
      if ('fault' in outcome)
        return outcome.fault === 'not-fresh' ? signInAgain(path) : form(member, purpose, path, entered, null, saidOf(member, outcome.fault))
      const { done } = outcome
      if (done && ('wrong' in done || 'wait' in done)) {
        // It was counted, and that stays under the key of this form: the next try is another one.
        return form({ ...member, key: randomUUID() }, purpose, path, entered, null, triedSaid(member, done), 'before')
      }
      return { to: `${keysPath}?told=${told[purpose]}` }
    },
  }
}

/** What was typed is never shown again; the suggested words only where nothing has been typed yet. */
const form = (
  { t, key }: Member,
  purpose: Purpose,
  path: string,
  entered: Entered<unknown>,
  suggested: string | null = null,
  said?: Said,
  field = 'passphrase',
): Shown => {
  const faults = [...faultLines(t, entered), ...(said?.field ? [{ name: field, text: said.text }] : [])]
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.text
  const title = t(`key-choose.${purpose}-title`)
  // Whoever has a password manager may use it (WCAG 2.2, 3.3.8).
  const secret = { t, type: 'password', autocomplete: 'new-password' } as const
  return {
    title,
    faults,
    ...(said ? { status: said.status } : {}),
    ...(said?.retryAfter === undefined ? {} : { retryAfter: said.retryAfter }),
    body: (
      <>
        {said && !said.field ? (
          <Message kind="wrong" id="wrong" heading={t('key-fault.title')}>
            <p>{said.text}</p>
          </Message>
        ) : null}
        <PageHead title={title} back={{ href: keysPath, text: t('key-choose.back') }} />
        {purpose === 'change' ? null : (
          <Message kind="warn" id="lost" heading={t('key-choose.lost-title')}>
            <ul class="points">
              <li>{t('key-choose.lost-1')}</li>
              <li>{t('key-choose.lost-2')}</li>
              <li>{t('key-choose.lost-3')}</li>
            </ul>
          </Message>
        )}
        {suggested ? (
          <Part id="suggest" heading={t('key-choose.suggest')}>
            <p>{t('key-choose.suggest-text')}</p>
            <ol class="codes words">
              {suggested.split(' ').map((word) => (
                <li>
                  <code>{word}</code>
                </li>
              ))}
            </ol>
            <LinkButton href={path} look="text">
              {t('key-choose.suggest-again')}
            </LinkButton>
          </Part>
        ) : (
          <p>
            {t('key-choose.wrote')} <a href={path}>{t('key-choose.suggest-again')}</a>
          </p>
        )}
        <DeskForm action={path} hidden={{ key }}>
          {purpose === 'change' ? (
            <TextField {...secret} autocomplete="current-password" name="before" label={t('key-choose.before')} fault={faultOf('before')} />
          ) : null}
          <TextField
            {...secret}
            name="passphrase"
            label={t('key-choose.passphrase')}
            hint={t('key.passphrase-hint')}
            fault={faultOf('passphrase')}
          />
          <TextField {...secret} name="again" label={t('key-choose.again')} fault={faultOf('again')} />
          <SubmitButton big>{t(`key-choose.${purpose}-go`)}</SubmitButton>
        </DeskForm>
      </>
    ),
  }
}

export const choosePages: readonly MemberPage[] = (['make', 'join', 'change'] as const).map(pageFor)
