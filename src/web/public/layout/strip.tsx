import type { Child } from 'hono/jsx'
import { WayOut } from '../../components/icons.tsx'
import { TranslatedInline } from '../../components/translated.tsx'
import { addressFrom } from '../../context/published.ts'
import type { Locale } from '../../context/types.ts'
import { ExitThisPage } from '../../govuk/exit-this-page.tsx'
import { inEnglish } from './in-english.ts'

/** The demonstration line until a partnership has adopted the pack, and the way out. */
export const Strip = ({ locale, exit }: { locale: Locale; exit: boolean }) => {
  const { t, pack } = locale
  if (locale.site.publishing.adopted && !exit && !locale.site.publishing.demonstration) return null
  return (
    <section class="strip" aria-label={t('site.leaving')}>
      <div class="wrap">
        {locale.site.publishing.adopted && !locale.site.publishing.demonstration ? (
          <span />
        ) : (
          <p class="demo">
            {locale.site.publishing.demonstration ? <b {...inEnglish(locale)}>{locale.english.t('site.with-drafts')}</b> : null}{' '}
            {locale.site.publishing.adopted ? null : <TranslatedInline locale={locale} words={demonstration} />}
          </p>
        )}
        {exit ? (
          <div class="out">
            <a href={addressFrom(locale, '/your-safety')}>
              <TranslatedInline locale={locale} words={({ t }) => t('site.your-safety')} />
            </a>
            <ExitThisPage
              redirectUrl={pack.partnership.exit}
              html={
                <>
                  <WayOut />
                  <TranslatedInline locale={locale} words={({ t }) => t('site.leave')} />
                </>
              }
              activatedText={t('site.leave-done')}
              timedOutText={t('site.leave-timed-out')}
              pressTwoMoreTimesText={t('site.leave-two-more')}
              pressOneMoreTimeText={t('site.leave-one-more')}
            />
          </div>
        ) : null}
      </div>
    </section>
  )
}

const demonstration = ({ t, pack }: Locale): Child =>
  t.rich<Child>('site.demonstration', { partnership: pack.partnership.name, b: (inner) => <b>{inner}</b> })
