import type { CommonFault } from '../../../commands/command.ts'
import { holds } from '../../../domain/access/roles.ts'
import { clock, fullDate } from '../../../format/when.ts'
import { LinkButton } from '../components/buttons.tsx'
import type { Asked, Desk, Member, Shown } from '../context/page.ts'
import { type PlaceId, placesOf } from '../context/places.ts'
import { rolesInWords } from '../context/role-words.ts'
import { watchOnCall } from '../on-call/watch.tsx'
import { Alone } from './alone.tsx'
import { documentText, type Frame } from './document.tsx'
import { badge, watchIntake, watchOwners } from './intake-watch.ts'
import { watchKey } from './key-watch.ts'
import { Shell } from './shell.tsx'

export const frameOf = ({ t, locale: { pack, site } }: Desk): Frame => ({
  t,
  brand: pack.brand,
  area: pack.partnership.area,
  assets: site.assets,
})

/** A page of somebody who is signed in, as it is sent. */
export const shellText = (member: Member, here: PlaceId | null, shown: Shown): string => {
  const { desk, t, me, viewer, local } = member
  const waiting = me.concerns.mine + me.concerns.offered
  return documentText(
    <Shell
      frame={frameOf(desk)}
      title={shown.title}
      lang="en"
      madeUp={desk.madeUp}
      script={shown.script}
      faults={shown.faults}
      places={placesOf(member).map(({ label, ...place }) => ({
        ...place,
        label: t(label),
        count: place.id === 'inbox' && waiting ? badge(waiting) : undefined,
      }))}
      here={here}
      me={{ name: me.name, roles: rolesInWords(t, viewer), href: '/desk/account' }}
      signOut="/desk/sign-out"
      watch={[watchOnCall(member), watchIntake(member), watchKey(member), ...(holds(viewer, 'coordinator') ? [watchOwners(member)] : [])]}
      at={t('desk.minute', { time: clock(local), day: fullDate(local.toPlainDate()) })}
    >
      {shown.body}
    </Shell>,
  )
}

/** A page that stands alone. */
export const aloneText = ({ desk }: Asked, shown: Shown): string =>
  documentText(
    <Alone frame={frameOf(desk)} title={shown.title} lang="en" madeUp={desk.madeUp} script={shown.script} faults={shown.faults}>
      {shown.body}
    </Alone>,
  )

/** In place of a page that whoever asks may not see, or that is not there. Neither says which other people may. */
export const deniedPage = ({ t }: Asked, fault: Exclude<CommonFault, 'signed-out'>): Shown => {
  const words = {
    'not-allowed': ['denied.not-allowed-title', 'denied.not-allowed'],
    'not-found': ['denied.not-found-title', 'denied.not-found'],
  } as const
  const [title, text] = words[fault]
  return {
    status: fault === 'not-allowed' ? 403 : 404,
    title: t(title),
    body: (
      <div class="flow">
        <h1>{t(title)}</h1>
        <p>{t(text)}</p>
        <p>
          <LinkButton href="/desk" look="text">
            {t('denied.home')}
          </LinkButton>
        </p>
      </div>
    ),
  }
}

/** In place of a page for which the database did not answer, or had no room. */
export const storeFaultPage = ({ t }: Asked, fault: 'gone' | 'full', how: 'show' | 'send'): Shown => ({
  status: 503,
  retryAfter: 5,
  headers: { 'retry-after': '5' },
  title: t('failed.gone-title'),
  body: (
    <div class="flow">
      <h1>{t('failed.gone-title')}</h1>
      <p>{t(fault === 'full' ? 'failed.full' : how === 'send' ? 'failed.gone-sent' : 'failed.gone')}</p>
    </div>
  ),
})
