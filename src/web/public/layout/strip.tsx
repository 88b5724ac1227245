import type { Child } from 'hono/jsx'
import { type Disclaimer, disclaimerOf } from '../../../format/disclaimer.ts'
import { WayOut } from '../../components/icons.tsx'
import { TranslatedInline } from '../../components/translated.tsx'
import { addressFrom } from '../../context/published.ts'
import type { Locale } from '../../context/types.ts'
import { ExitThisPage } from '../../govuk/exit-this-page.tsx'
import { inEnglish } from './in-english.ts'

/** The demonstration line until a partnership has adopted the pack, and the way out. */
export const Strip = ({ locale, exit }: { locale: Locale; exit: boolean }) => {
  const { t, pack } = locale
  const said = disclaimerOf(pack.partnership)
  const drafts = locale.site.publishing.demonstration
  if (!said && !exit && !drafts) return null
  return (
    <section class="strip" aria-label={t(exit ? 'site.leaving' : 'site.about-demonstration')}>
      <div class="wrap">
        {!said && !drafts ? (
          <span />
        ) : (
          <p class="demo">
            {drafts ? <b {...inEnglish(locale)}>{locale.english.t('site.with-drafts')}</b> : null}{' '}
            {said ? <TranslatedInline locale={locale} words={inWords(said)} /> : null}
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

const inWords =
  ({ line, values }: Disclaimer) =>
  ({ t }: Locale): Child =>
    t.rich<Child>(line, { ...values, b: (inner) => <b>{inner}</b> })
