import type { Child } from 'hono/jsx'
import { groupOf } from '../../domain/services/arrange.ts'
import type { Locale, RenderContext } from '../context/types.ts'
import { NumberBoard } from './board.tsx'
import { Drawing } from './drawing.tsx'
import { BesideHere } from './lines.tsx'
import { nameOf, phoneOf } from './service.tsx'
import { StatePill } from './state.tsx'

/** One idea: a drawing on daylight, and its words beside it. The drawing says nothing that the words do not. */
export const Pictured = ({ locale, drawing, children }: { locale: Locale; drawing: string; children: Child }) => (
  <li class="pictured">
    <Drawing locale={locale} name={drawing} />
    <div class="flow">{children}</div>
  </li>
)

/** A number to ring with what is so now. 999 is always open: its board says all. */
export const RingBoard = ({ context, id }: { context: RenderContext; id: string }) => {
  const { locale } = context
  const service = locale.site.services.get(id)
  const phone = service && phoneOf(service)
  if (!phone) return null
  if (id === locale.pack.roles.emergency)
    return <NumberBoard locale={locale} name={locale.t('get-help.ring-999')} phone={phone} look="sun" />
  const doubtful = groupOf(context.stateOf(id)) === 'unconfirmed'
  return (
    <>
      <NumberBoard locale={locale} name={nameOf(locale, id)} phone={phone} look={doubtful ? 'hollow' : undefined} />
      <p>
        <StatePill context={context} id={id} />
      </p>
      <BesideHere context={context} service={service} />
    </>
  )
}
