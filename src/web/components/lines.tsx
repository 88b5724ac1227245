import { raw } from 'hono/html'
import { groupOf } from '../../domain/services/arrange.ts'
import type { Service } from '../../domain/services/service.ts'
import type { Moment } from '../context/site.ts'
import { NumberBoard } from './board.tsx'
import { lineUpAt } from './contact-list.ts'
import { Beside, nameOf, phoneOf, ServiceName } from './service.tsx'
import { StatePill } from './state.tsx'

/** A few lines to ring, each with its board and what is so now. A service without a number is a link to write to. */
export const Lines = ({ moment, ids, classes, level = 3 }: { moment: Moment; ids: readonly string[]; classes?: string; level?: 3 | 4 }) => (
  <ul class={classes}>
    {ids.map((id) => (
      <Line moment={moment} id={id} level={level} />
    ))}
  </ul>
)

/** What to do where a line for some places is not open: the line beside it may be for others. A line for the whole area has its own beside the list. */
export const BesideHere = ({ moment, service }: { moment: Moment; service: Service }) => {
  const beside = service.serves ? lineUpAt(moment, [service.id])[0]?.beside : null
  // In a list of lines a paragraph is the row of a pill.
  return beside ? <Beside site={moment.site} service={beside} tag="div" /> : null
}

const Line = ({ moment, id, level }: { moment: Moment; id: string; level: 3 | 4 }) => {
  const { site } = moment
  const service = site.services.get(id)
  if (!service) return null
  const [phone, name, Heading] = [phoneOf(service), nameOf(site, id), `h${level}` as const]
  const words = site.pack.serviceWords.get(id)
  const heading = <ServiceName site={site} id={id} />
  if (!phone) {
    return (
      <li>
        <Heading>{service.url ? <a href={service.url}>{heading}</a> : heading}</Heading>
        <p>{service.phone === 'unknown' ? site.say('service.no-number') : raw(site.markdown.inline(words?.about ?? ''))}</p>
        <BesideHere moment={moment} service={service} />
      </li>
    )
  }
  const state = moment.stateOf(id)
  const doubtful = groupOf(state) === 'unconfirmed'
  return (
    <li>
      <Heading>{heading}</Heading>
      <NumberBoard site={site} name={name} phone={phone} look={id === 'emergency-999' ? 'sun' : doubtful ? 'hollow' : undefined} />
      <p>
        <StatePill moment={moment} id={id} />
      </p>
      <BesideHere moment={moment} service={service} />
    </li>
  )
}
