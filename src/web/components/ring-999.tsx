import type { Child } from 'hono/jsx'
import type { WordId } from '../../content/word-ids.ts'
import type { Site } from '../context/site.ts'
import { NumberLink } from './board.tsx'
import { phoneOf } from './service.tsx'

/** A sentence of the pack that sends to 999, its number a link. */
export const Ring999 = ({ site, words }: { site: Site; words: WordId }) => {
  const service = site.services.get('emergency-999')
  const phone = service && phoneOf(service)
  if (!phone) return null
  return (
    <p>
      {site.say.rich(words, {
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
