import { raw } from 'hono/html'
import { groupOf } from '../../domain/services/arrange.ts'
import type { Service } from '../../domain/services/service.ts'
import type { RenderContext } from '../context/types.ts'
import { NumberBoard } from './board.tsx'
import { contactListAt } from './contact-list.ts'
import { Beside, nameOf, phoneOf, ServiceName } from './service.tsx'
import { StatePill } from './state.tsx'

/** A few lines to ring, each with its board and what is so now. A service without a number is a link to write to. */
export const Lines = ({
  context,
  ids,
  classes,
  level = 3,
}: {
  context: RenderContext
  ids: readonly string[]
  classes?: string
  level?: 3 | 4
}) => (
  <ul class={classes}>
    {ids.map((id) => (
      <Line context={context} id={id} level={level} />
    ))}
  </ul>
)

/** What to do where a line for some places is not open: the line beside it may be for others. A line for the whole area has its own beside the list. */
export const BesideHere = ({ context, service }: { context: RenderContext; service: Service }) => {
  const beside = service.serves ? contactListAt(context, [service.id])[0]?.beside : null
  // In a list of lines a paragraph is the row of a pill.
  return beside ? <Beside locale={context.locale} service={beside} tag="div" /> : null
}

const Line = ({ context, id, level }: { context: RenderContext; id: string; level: 3 | 4 }) => {
  const { locale } = context
  const service = locale.site.services.get(id)
  if (!service) return null
  const [phone, name, Heading] = [phoneOf(service), nameOf(locale, id), `h${level}` as const]
  const words = locale.pack.serviceWords.get(id)
  const heading = <ServiceName locale={locale} id={id} />
  if (!phone) {
    return (
      <li>
        <Heading>{service.url ? <a href={service.url}>{heading}</a> : heading}</Heading>
        <p>{service.phone === 'unknown' ? locale.t('service.no-number') : raw(locale.markdown.inline(words?.about ?? ''))}</p>
        <BesideHere context={context} service={service} />
      </li>
    )
  }
  const state = context.stateOf(id)
  const doubtful = groupOf(state) === 'unconfirmed'
  return (
    <li>
      <Heading>{heading}</Heading>
      <NumberBoard
        locale={locale}
        name={name}
        phone={phone}
        look={id === locale.pack.roles.emergency ? 'sun' : doubtful ? 'hollow' : undefined}
      />
      <p>
        <StatePill context={context} id={id} />
      </p>
      <BesideHere context={context} service={service} />
    </li>
  )
}
