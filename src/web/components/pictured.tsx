import type { Child } from 'hono/jsx'
import { groupOf } from '../../domain/services/arrange.ts'
import type { Moment, Site } from '../context/site.ts'
import { Drawing } from '../public/pages/get-help.tsx'
import { NumberBoard } from './board.tsx'
import { BesideHere } from './lines.tsx'
import { nameOf, phoneOf } from './service.tsx'
import { StatePill } from './state.tsx'

/** One idea: a drawing on daylight, and its words beside it. The drawing says nothing that the words do not. */
export const Pictured = ({ site, drawing, children }: { site: Site; drawing: string; children: Child }) => (
  <li class="pictured">
    <Drawing site={site} name={drawing} />
    <div class="flow">{children}</div>
  </li>
)

/** A number to ring with what is so now. 999 is always open: its board says all. */
export const RingBoard = ({ moment, id }: { moment: Moment; id: string }) => {
  const { site } = moment
  const service = site.services.get(id)
  const phone = service && phoneOf(service)
  if (!phone) return null
  if (id === 'emergency-999') return <NumberBoard site={site} name={site.say('get-help.ring-999')} phone={phone} look="sun" />
  const doubtful = groupOf(moment.stateOf(id)) === 'unconfirmed'
  return (
    <>
      <NumberBoard site={site} name={nameOf(site, id)} phone={phone} look={doubtful ? 'hollow' : undefined} />
      <p>
        <StatePill moment={moment} id={id} />
      </p>
      <BesideHere moment={moment} service={service} />
    </>
  )
}
