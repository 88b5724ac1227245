import type { Child } from 'hono/jsx'
import type { CourseTier } from '../../../../domain/training/course.ts'
import { disclaimerOf } from '../../../../format/disclaimer.ts'
import { Drawing } from '../../../components/drawing.tsx'
import type { Locale } from '../../../context/types.ts'
import { trainingPage } from './page.tsx'

const bold = (inner: Child) => <b>{inner}</b>

type Props = { locale: Locale; tier: CourseTier; all: number }

/** What someone may print who has passed: their own word, and it says so. Name and day are written by hand: nobody here asks for them. */
export const Certificate = ({ locale, tier, all }: Props) => {
  const { t, pack } = locale
  const said = disclaimerOf(pack.partnership)
  return (
    <section class="certificate flow">
      <h2 id="certificate">{t('elearning.certificate')}</h2>
      <p class="screen">{t('training.certificate-how')}</p>
      <div class="sheet">
        <div class="says">
          <p class="board">
            <span>{t('elearning.certificate-claim')}</span>
          </p>
          <p class="course">{pack.course.title}</p>
          <p class="tier">{tier.name}</p>
          <p>{t('training.certificate-did', { all })}</p>
          <p class="line">{t('elearning.certificate-on-name')}</p>
          <p class="line">{t('elearning.certificate-on-date')}</p>
          <p class="small">
            {t('elearning.version', { version: pack.course.taught })}
            <br />
            {locale.site.publishing.origin + trainingPage.path}
          </p>
        </div>
        <Drawing locale={locale} name="fingerpost" />
        <div class="own-word">
          <p>{t.rich('elearning.certificate-unregistered', { b: bold })}</p>
          {said ? <p>{t.rich(said.line, { ...said.values, b: bold })}</p> : null}
        </div>
      </div>
    </section>
  )
}
