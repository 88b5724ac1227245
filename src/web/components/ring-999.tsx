import type { Child } from 'hono/jsx'
import type { WordId } from '../../content/word-ids.ts'
import type { Locale } from '../context/types.ts'
import { NumberLink } from './board.tsx'
import { phoneOf } from './service.tsx'

/** A sentence of the pack that sends to 999, its number a link. */
export const Ring999 = ({ locale, words }: { locale: Locale; words: WordId }) => (
  <RingLine locale={locale} id={locale.pack.roles.emergency} words={words} />
)

/** The same with the number of any service. */
export const RingLine = ({ locale, id, words }: { locale: Locale; id: string; words: WordId }) => {
  const service = locale.site.services.get(id)
  const phone = service && phoneOf(service)
  if (!phone) return null
  return (
    <p>
      {locale.t.rich(words, {
        number: phone.display,
        a: (inner: Child) => (
          <b>
            <NumberLink phone={phone}>{inner}</NumberLink>
          </b>
        ),
      })}
    </p>
  )
}
