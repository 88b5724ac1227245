import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Sector } from '../../domain/signs/signs.ts'
import type { RenderContext } from '../context/types.ts'
import { Lines } from './lines.tsx'
import { Ring999 } from './ring-999.tsx'
import { phoneOf } from './service.tsx'

/**
 * Whom to tell: the lines named `first`, those of the bodies of a place, then those of every place. A body without a known number
 * says whom to ring instead.
 */
export const Tell = ({
  context,
  sector,
  first = [],
  children,
}: {
  context: RenderContext
  sector: Sector | null
  first?: readonly string[]
  children?: Child
}) => {
  const { locale } = context
  const { t, pack } = locale
  const bodies = (sector?.report_also ?? []).flatMap((id) => pack.bodies.filter((b) => b.id === id))
  const own = bodies
    .flatMap((body) => body.services)
    .filter((id) => {
      const service = locale.site.services.get(id)
      return service && phoneOf(service)
    })
  const lines = [...first, ...own.filter((id) => !pack.tellSomebody.includes(id)), ...pack.tellSomebody]
  const notes = bodies.filter(
    (body) => body.note && (!body.services.length || body.services.some((id) => !own.includes(id) || pack.tellSomebody.includes(id))),
  )
  return (
    <aside class="tell" aria-labelledby="tell">
      <h2 id="tell">{t('sector.tell')}</h2>
      <Ring999 locale={locale} words="sector.danger" />
      <Lines context={context} ids={[...new Set(lines)]} />
      {children}
      {notes.map((body) => (
        <p class="small">
          <b>{body.name}.</b> {raw(locale.markdown.inline(body.note ?? ''))}
        </p>
      ))}
    </aside>
  )
}
