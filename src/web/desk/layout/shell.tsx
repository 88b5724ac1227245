import type { Child } from 'hono/jsx'
import { Mark } from '../../components/icons.tsx'
import { LinkButton, PostButton } from '../components/buttons.tsx'
import { FaultSummary } from '../components/fields.tsx'
import { DeskDocument, type DocumentProps, type Frame } from './document.tsx'

/** A part of the desk that the rail leads to. `count`: what waits there. */
export type Place = { id: string; href: string; label: string; count?: string | undefined }

export type ShellProps = Omit<DocumentProps, 'children'> & {
  /** The first three are under the thumb on a phone. */
  places: readonly Place[]
  /** The place that the page is in. */
  here: string | null
  me: { name: string; roles: string; href: string }
  /** Where a POST signs out. */
  signOut: string
  /** Who is on call, are reports open, is the key open: on every page, in words. */
  watch: readonly { label: string; value: Child; href?: string | undefined }[]
  /** The minute that the page is true for, in words. */
  at: string
  children: Child
}

/** Places that have room beside "More" at the foot of a phone. */
const underTheThumb = 3

/**
 * A signed-in page. From 64em the places are a rail on the left; on a phone three of them and "More", which leads to the list of all at the
 * end of the page, are a bar under the thumb. No drawer, and no script.
 */
export const Shell = ({ places, here, me, signOut, watch, at, children, ...document }: ShellProps) => {
  const { frame, faults = [] } = document
  const { t } = frame
  const far = places.findIndex(({ id }) => id === here) >= underTheThumb
  return (
    <DeskDocument {...document}>
      <div class="shell">
        <header class="rail">
          <div class="rail-in">
            <div class="rail-top">
              <Brand frame={frame} href={places[0]?.href} />
              <PostButton action={signOut} look="quiet">
                {t('desk.sign-out')}
              </PostButton>
            </div>
            <nav class="places" aria-label={t('desk.places')}>
              <ul>
                {places.map((place, at) => (
                  <li class={at < underTheThumb ? undefined : 'far'}>
                    <PlaceLink frame={frame} place={place} here={here} />
                  </li>
                ))}
                <li class={far ? 'near here' : 'near'}>
                  <a href="#all">
                    <span>{t('desk.more')}</span>
                  </a>
                </li>
              </ul>
            </nav>
            <div class="me">
              <p>
                <b>{me.name}</b>
                <span>{me.roles}</span>
              </p>
              <LinkButton href={me.href} look="text">
                {t('desk.account')}
              </LinkButton>
              <PostButton action={signOut} look="text">
                {t('desk.sign-out')}
              </PostButton>
            </div>
          </div>
        </header>
        <div class="page">
          {watch.length ? (
            <aside class="watch" aria-label={t('desk.now')}>
              <ul>
                {watch.map(({ label, value, href }) => (
                  <li>
                    {href ? (
                      <a href={href}>
                        <b>{label}:</b> {value}
                      </a>
                    ) : (
                      <>
                        <b>{label}:</b> {value}
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </aside>
          ) : null}
          <main id="main" tabindex={-1}>
            <FaultSummary t={t} faults={faults} />
            {children}
          </main>
          <footer class="foot" id="all">
            <nav aria-label={t('desk.all')}>
              <ul>
                {places.map(({ id, href, label }) => (
                  <li>
                    <a href={href} aria-current={id === here ? 'page' : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
                <li>
                  <a href={me.href}>{t('desk.account')}</a>
                </li>
              </ul>
            </nav>
            <p class="small who">{t('desk.signed-in', { name: me.name, roles: me.roles })}</p>
            <p class="small">{t('desk.updated', { at })}</p>
          </footer>
        </div>
      </div>
    </DeskDocument>
  )
}

/** In the rail the place where one is is a board that points at the page. */
const PlaceLink = ({ frame: { t }, place, here }: { frame: Frame; place: Place; here: string | null }) => (
  <a href={place.href} aria-current={place.id === here ? 'page' : undefined}>
    <span>
      {place.label}
      {place.count ? (
        <span class="count">
          {place.count} <span class="govuk-visually-hidden">{t('desk.waiting')}</span>
        </span>
      ) : null}
    </span>
  </a>
)

const Brand = ({ frame: { t, brand }, href }: { frame: Frame; href: string | undefined }) => (
  <a class="brand" href={href}>
    <Mark size={28} />
    <span>
      <b>{brand.name}</b> {t('desk.name')}
    </span>
  </a>
)
