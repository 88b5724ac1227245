import type { Child } from 'hono/jsx'
import type { WordId } from '../../content/word-ids.ts'
import type { Locale } from '../context/types.ts'
import { NumberLink } from './board.tsx'
import { phoneOf } from './service.tsx'

/** A sentence of the pack that sends to 999, its number a link. */
export const Ring999 = ({ locale, words }: { locale: Locale; words: WordId }) => {
  const service = locale.site.services.get(locale.pack.roles.emergency)
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
