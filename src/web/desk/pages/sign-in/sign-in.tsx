import { signInByPasskey } from '../../../../commands/sign-in/by-passkey.ts'
import { askToSignIn } from '../../../../commands/sign-in/methods/passkey.ts'
import { passkeysAt, type RelyingParty } from '../../../../commands/sign-in/methods/passkey-address.ts'
import { absoluteHours, idleMinutes } from '../../../../commands/sign-in/session.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { OrElse } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { PasskeyForm } from '../../components/passkey-form.tsx'
import { openBrief, sealBrief } from '../../context/brief.ts'
import { deviceOf } from '../../context/device.ts'
import type { Asked, OpenPage, Shown } from '../../context/page.ts'
import { placeOf, signInPath } from '../../context/way-back.ts'
import { TryLinks } from '../demo/try-links.tsx'
import { comeIn } from './come-in.ts'

const purpose = 'passkey sign-in'
/** A little longer than a browser waits for a person (methods/passkey.ts). */
const minutes = 10

/** All ways to sign in, on one page; a passkey is answered here. */
export const signInPage: OpenPage = {
  path: signInPath,
  open: true,
  show: (asked) => page(asked, asked.query('to'), {}),
  send: async (asked, fields) => {
    const to = fields.text('to')
    const place = passkeysAt(asked.desk.origin)
    const sent = openBrief<{ challenge: string }>(asked, purpose, fields.text('asked'))
    const outcome =
      'fault' in place || !sent
        ? { fault: 'challenge' as const }
        : await signInByPasskey(asked.desk.parts, {
            answer: fields.text('answer') ?? '',
            asked: sent,
            at: place,
            device: deviceOf(asked.header('user-agent')),
          })
    return 'done' in outcome ? comeIn(asked, outcome.done, to) : page(asked, to, { fault: true })
  },
}

/** An address with where they are going. */
const withTo = (path: string, to: string | null, again = false): string => {
  const place = placeOf(to)
  const query = new URLSearchParams({ ...(place ? { to: place } : {}), ...(again ? { why: 'again' } : {}) })
  return query.size ? `${path}?${query}` : path
}

const page = async (asked: Asked, to: string | null, { fault = false }): Promise<Shown> => {
  const { t, desk } = asked
  const place = passkeysAt(desk.origin)
  const { workAccounts } = desk
  return {
    title: t('sign-in.title'),
    faults: fault ? [{ name: 'passkey', text: t('sign-in.passkey-wrong') }] : [],
    script: 'passkey.js',
    body: (
      <>
        <Why asked={asked} />
        <PageHead title={t('sign-in.title')} sub={t('sign-in.who')} />
        {desk.tryAs ? <TryLinks asked={asked} code={desk.tryAs.code} /> : null}
        {workAccounts ? (
          <LinkButton href={withTo(`${signInPath}/work-account`, to, asked.query('why') === 'again')} big>
            {workAccounts.name === null ? t('sign-in.work') : t('sign-in.work-named', { name: workAccounts.name })}
          </LinkButton>
        ) : null}
        <Ways first={!workAccounts}>
          {'fault' in place ? <NoPasskeys asked={asked} openInstead={place.openInstead} /> : await passkey(asked, place, to, !workAccounts)}
        </Ways>
        <OrElse>
          <LinkButton href={withTo(`${signInPath}/password`, to)} look="quiet" big>
            {t('sign-in.password')}
          </LinkButton>
          <p>
            <LinkButton href={withTo(`${signInPath}/recovery`, to)} look="text">
              {t('sign-in.recovery')}
            </LinkButton>
          </p>
        </OrElse>
        <OrElse>
          <p class="small">{t('sign-in.cookie', { minutes: idleMinutes, hours: absoluteHours })}</p>
        </OrElse>
      </>
    ),
  }
}

/** Under a rule, unless it is the first of all. */
const Ways = ({ first, children }: { first: boolean; children: Shown['body'] }) =>
  first ? (
    <div class="flow" id="passkey">
      {children}
    </div>
  ) : (
    <div class="or" id="passkey">
      {children}
    </div>
  )

const passkey = async (asked: Asked, place: RelyingParty, to: string | null, isFirst: boolean) => {
  const { t } = asked
  const { options, challenge } = await askToSignIn(place)
  return (
    <>
      <PasskeyForm
        what="sign-in"
        action={signInPath}
        options={options}
        hidden={{ asked: sealBrief(asked, purpose, { challenge }, minutes), to: placeOf(to) ?? '' }}
        look={isFirst ? 'full' : 'quiet'}
        big
        button={t('sign-in.passkey')}
        without={t('sign-in.passkey-without')}
        failed={t('sign-in.passkey-failed')}
      />
      <p class="small">{t('sign-in.passkey-what')}</p>
    </>
  )
}

const NoPasskeys = ({ asked: { t }, openInstead }: { asked: Asked; openInstead: string | null }) => (
  <p class="small">
    {openInstead === null
      ? t('sign-in.passkey-not')
      : t.rich<Shown['body']>('sign-in.passkey-ip', { link: <a href={`${openInstead}${signInPath}`}>{openInstead}</a> })}
  </p>
)

/** Why they are here, where something has just happened. */
const Why = ({ asked: { t, query } }: { asked: Asked }) => {
  if (query('why') === 'signed-out')
    return (
      <Message kind="told" id="why" heading={t('sign-in.signed-out-title')}>
        <p>{t('sign-in.signed-out')}</p>
      </Message>
    )
  return query('why') === 'again' ? (
    <Message kind="now" id="why" heading={t('sign-in.again-title')}>
      <p>{t('sign-in.again')}</p>
    </Message>
  ) : null
}
