import { linkWorkAccount, signInByWorkAccount } from '../../../../commands/sign-in/by-work-account.ts'
import type { WorkAccountFault } from '../../../../commands/sign-in/methods/work-account-fault.ts'
import { takeOnce } from '../../../../commands/sign-in/once.ts'
import { personOfSignIn } from '../../../../commands/sign-in/session.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { tokenIn } from '../../context/cookie.ts'
import { deviceOf } from '../../context/device.ts'
import type { Answer, Asked, OpenPage, Shown } from '../../context/page.ts'
import { placeOf, signInPath } from '../../context/way-back.ts'
import { comeIn } from './come-in.ts'
import { beginVisit, donePath, forgetVisit, visitOf, workAccountPath } from './work-account-visit.ts'

/** Leads to the organisation's own sign-in. A link leads here: a form could not (web/http/headers.ts, `form-action`). */
export const workAccountPage: OpenPage = {
  path: workAccountPath,
  open: true,
  show: async (asked) =>
    begunOrFault(asked, await beginVisit(asked, { to: placeOf(asked.query('to')) ?? '' }, asked.query('why') === 'again')),
}

/** Where the provider leads back to. */
export const workAccountDonePage: OpenPage = {
  path: donePath,
  open: true,
  show: async (asked) => {
    const { desk } = asked
    const begun = visitOf(asked)
    if (!desk.workAccounts || !begun || !(await takeOnce(desk.parts, begun.id, begun.until))) return failed(asked, 'mismatch')
    const account = await desk.workAccounts.accounts.finish(asked.search, begun.visit)
    if ('fault' in account) {
      if (account.fault !== 'refused') desk.parts.tell(`A sign-in by work account failed (${account.fault}: ${account.detail}).`)
      return failed(asked, account.fault)
    }
    const { errand } = begun
    if ('person' in errand) return link(asked, account, errand.person)
    const outcome = await signInByWorkAccount(desk.parts, account, {
      link: 'invitation' in errand ? errand : null,
      device: deviceOf(asked.header('user-agent')),
      proved: begun.again,
    })
    const to = 'invitation' in errand ? '/desk' : errand.to
    return 'done' in outcome ? comeIn(asked, outcome.done, to, [forgetVisit(desk.origin)]) : failed(asked, outcome.fault)
  },
}

/** Whoever came back must be signed in still, as the one who set out. */
const link = async (asked: Asked, account: Parameters<typeof linkWorkAccount>[1], person: string): Promise<Answer> => {
  const { parts, origin } = asked.desk
  if ((await personOfSignIn(parts, tokenIn(asked.header('cookie'), origin))) !== person) return failed(asked, 'other-person')
  const outcome = await linkWorkAccount(parts, account, person)
  if ('fault' in outcome) return failed(asked, outcome.fault)
  return { to: '/desk/account?said=work-linked', headers: { 'set-cookie': forgetVisit(origin) } }
}

type Failed = WorkAccountFault | 'not-linked' | 'linked-elsewhere' | 'invitation-over' | 'other-person'

const said: Readonly<Record<Failed, { text: DeskId; title?: DeskId; status: number }>> = {
  'provider-down': { text: 'sign-in.work-down', status: 503 },
  'provider-slow': { text: 'sign-in.work-down', status: 503 },
  misconfigured: { text: 'sign-in.work-misconfigured', status: 503 },
  refused: { text: 'sign-in.work-refused', status: 403 },
  mismatch: { text: 'sign-in.work-mismatch', status: 400 },
  'no-email': { text: 'sign-in.work-no-email', status: 403 },
  'not-linked': { title: 'sign-in.work-not-linked-title', text: 'sign-in.work-not-linked', status: 403 },
  'linked-elsewhere': { text: 'sign-in.work-linked-elsewhere', status: 409 },
  'invitation-over': { title: 'invited.over-title', text: 'invited.over', status: 410 },
  'other-person': { text: 'sign-in.work-other-person', status: 403 },
}

/** The page in place of the provider's, or after it. */
export const begunOrFault = (asked: Asked, begun: Awaited<ReturnType<typeof beginVisit>>): Answer =>
  begun === null ? { to: signInPath } : 'fault' in begun ? failed(asked, begun.fault) : begun

const failed = ({ t, desk }: Asked, fault: Failed): Shown => {
  const { text, title = 'sign-in.wrong-title', status } = said[fault]
  return {
    status,
    title: t(title),
    headers: { 'set-cookie': forgetVisit(desk.origin) },
    body: (
      <>
        <PageHead title={t(title)} />
        <p>{t(text)}</p>
        <LinkButton href={signInPath} big>
          {t('sign-in.title')}
        </LinkButton>
      </>
    ),
  }
}
