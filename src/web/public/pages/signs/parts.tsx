import { generalKnowledgeOnly } from '../../../../domain/signs/lists.ts'
import type { Indicator } from '../../../../domain/signs/signs.ts'
import type { Locale } from '../../../context/types.ts'

/** What signs rest on, and how many of them nobody has checked. */
export const Rests = ({ locale, signs }: { locale: Locale; signs: readonly Indicator[] }) => {
  const { t, pack } = locale
  const used = new Set(signs.flatMap((s) => s.sources))
  const general = generalKnowledgeOnly(signs).length
  return (
    <section class="flow" aria-labelledby="rests">
      <h2 id="rests">{t('signs.sources')}</h2>
      {general ? <p>{t('signs.unchecked', { count: general })}</p> : null}
      <ul class="prose-list small">
        {pack.sources
          .filter((s) => used.has(s.id))
          .map((s) => (
            <li>
              {s.title}
              {s.note ? `. ${s.note}` : null}
            </li>
          ))}
      </ul>
    </section>
  )
}

/** Beside signs: the way to the check, and that a sign proves nothing. */
export const CheckAside = ({ locale }: { locale: Locale }) => (
  <aside class="side flow" aria-labelledby="check">
    <div class="aside flow">
      <h2 id="check">{locale.t('home.check')}</h2>
      <p>{locale.t(locale.site.publishing.static ? 'still.check' : 'home.check-text')}</p>
      <p>
        <a class="govuk-button govuk-button--secondary" href="/signs/check">
          {locale.t('signs.check')}
        </a>
      </p>
    </div>
    <p class="note">{locale.t('signs.nothing')}</p>
  </aside>
)
