import { generalKnowledgeOnly, unpublished } from '../../../../domain/signs/lists.ts'
import type { Indicator } from '../../../../domain/signs/signs.ts'
import { SourceList } from '../../../components/checked.tsx'
import { WhereFrom } from '../../../components/where-from.tsx'
import type { Locale } from '../../../context/types.ts'

/** What signs rest on, and how many of them nobody has checked: closed, at the end. */
export const Rests = ({ locale, signs }: { locale: Locale; signs: readonly Indicator[] }) => {
  const { t, pack } = locale
  const general = generalKnowledgeOnly(signs).length
  const used = new Set(signs.flatMap((s) => s.sources))
  return (
    <WhereFrom locale={locale}>
      {general ? (
        <p class="small">
          {t('signs.unchecked', { count: general })} {t('signs.read')}
        </p>
      ) : null}
      <SourceList sources={pack.sources.filter((s) => used.has(s.id) && s.id !== unpublished)} />
    </WhereFrom>
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
