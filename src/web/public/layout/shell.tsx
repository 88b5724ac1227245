import { raw } from 'hono/html'
import { TranslatedInline } from '../../components/translated.tsx'
import type { RenderContext } from '../../context/types.ts'
import { SkipLink } from '../../govuk/skip-link.tsx'
import { Head } from './head.tsx'
import { Foot, Top } from './menus.tsx'
import type { PageParts } from './page.ts'
import { Strip } from './strip.tsx'

/** The whole document around a page. `shared`: it is what its address gives to everybody, so the address may be passed on. */
export const Shell = ({ context, page, shared }: { context: RenderContext; page: PageParts; shared: boolean }) => {
  const locale = page.locale ?? context.locale
  const { t, pack } = locale
  const name = pack.brand.name
  const full = t('site.in-area', { site: name, area: pack.partnership.area })
  const title = page.path === '/' ? full : t('site.title', { page: page.title, site: page.harmless ? name : full })
  return (
    <html lang={t.language} dir={locale.language?.direction} class={page.exit ? 'has-out' : undefined}>
      <Head locale={locale} page={page} name={page.harmless ? name : full} title={title} shared={shared} />
      <body>
        <SkipLink html={<TranslatedInline locale={locale} words={({ t }) => t('site.skip')} />} href="#main" />
        <Strip locale={locale} exit={page.exit} />
        <Top locale={locale} page={page} />
        {page.above}
        <main id="main" tabindex={-1}>
          {page.body}
        </main>
        <Hills />
        <Foot locale={locale} page={page} site={full} />
      </body>
    </html>
  )
}

const Hills = () => (
  <svg class="hills" viewBox="0 0 1200 100" preserveAspectRatio="none" aria-hidden="true">
    <path fill="var(--ground)" d="M0 66C190 14 430 12 640 50s390 18 560-24v74H0z" />
    <path fill="currentColor" d="M0 90C250 44 530 58 770 80s290-8 430-26v46H0z" />
  </svg>
)

/** The document as bytes begin: doctype, then the shell. An answer to a form is for one reader: not shared. */
export const documentOf = (context: RenderContext, page: PageParts, shared = false): string =>
  `<!doctype html>${String(raw(String(<Shell context={context} page={page} shared={shared} />)))}`
