import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Brand } from '../../../domain/brand/brand.ts'
import { nightOf, paletteOf } from '../../../domain/brand/palette.ts'
import type { Assets } from '../../assets/assets.ts'
import { SkipLink } from '../../govuk/skip-link.tsx'
import type { FieldFault } from '../context/entered.ts'
import type { DeskWords } from '../context/words.ts'

/** What every page of the desk is set in, whoever is signed in. */
export type Frame = {
  t: DeskWords
  brand: Brand
  /** Where the partnership works, as its name says it. */
  area: string
  assets: Pick<Assets, 'url' | 'icon'>
}

export type DocumentProps = {
  frame: Frame
  title: string
  lang: 'en'
  madeUp: boolean
  /** A built script that the page needs, by name. */
  script?: string | undefined
  /** What is wrong with the form that was sent: said in the title, and first in the page (FaultSummary). */
  faults?: readonly FieldFault[] | undefined
  children: Child
}

/** The document around a page of the desk: its head, the skip link, and the line that says that the data is made up. */
export const DeskDocument = ({ frame: { t, brand, assets }, title, lang, madeUp, script, faults = [], children }: DocumentProps) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{t(faults.length ? 'desk.title-error' : 'desk.title', { page: title, site: brand.name })}</title>
      <meta name="robots" content="noindex, nofollow" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={paletteOf(brand).chalk} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={nightOf(brand).chalk} />
      <link rel="icon" href={assets.icon} />
      <link rel="preload" as="font" type="font/woff2" href={assets.url('atkinson.woff2')} crossorigin="anonymous" />
      <link rel="stylesheet" href={assets.url('desk.css')} />
      {script ? <script src={assets.url(script)} type="module" /> : null}
      {faults.length ? <script src={assets.url('errors.js')} type="module" /> : null}
    </head>
    <body>
      <SkipLink text={t('desk.skip')} href="#main" />
      {madeUp ? (
        <aside class="made-up" aria-label={t('desk.made-up-title')}>
          <p>{t.rich<Child>('desk.made-up', { b: (inner) => <b>{inner}</b> })}</p>
        </aside>
      ) : null}
      {children}
    </body>
  </html>
)

/** A document as it is sent. */
export const documentText = (page: Child): string => `<!doctype html>${String(raw(String(page)))}`
