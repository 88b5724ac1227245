import type { Locale } from '../context/types.ts'

/** The words that a page explains, at its foot: its `term:` links lead here. */
export const Terms = ({ locale, ids, lang }: { locale: Locale; ids: readonly string[]; lang?: string | undefined }) => {
  const terms = ids.flatMap((id) => locale.pack.glossary.filter((t) => t.id === id))
  if (!terms.length) return null
  return (
    <section class="flow" lang={lang}>
      <h2 id="terms">{locale.t('site.terms')}</h2>
      <dl class="who">
        {terms.map((term) => (
          <div id={`term-${term.id}`}>
            <dt>{term.term}</dt>
            <dd>{term.means}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
