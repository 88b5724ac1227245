import type { Child } from 'hono/jsx'
import type { ArrangedContact } from '../../domain/services/arrange.ts'
import { type Phone, type Service, type Weekday, weekdays } from '../../domain/services/service.ts'
import { weeklyHours } from '../../domain/services/weekly-hours.ts'
import type { Moment, Site } from '../site.ts'
import { clock, weekday } from '../words/when.ts'
import { NumberBoard } from './board.tsx'
import { English } from './english.tsx'
import { StatePill, stateWords } from './state.tsx'

export const phoneOf = (service: Service): Phone | null => (service.phone === 'unknown' ? null : service.phone)

/** A service's heading for the public: the pack's plain words, else its official name. */
export const nameOf = (site: Site, id: string): string => site.pack.serviceWords.get(id)?.name ?? site.services.get(id)?.name ?? id

/** A service on the post: name, board, state now, what happens when you ring, facts. Unknown is written out. */
export const ServiceEntry = ({ moment, contact }: { moment: Moment; contact: ArrangedContact }) => {
  const { site } = moment
  const { service, group, beside } = contact
  const words = site.pack.serviceWords.get(service.id)
  const phone = phoneOf(service)
  return (
    <li class="svc" id={service.id}>
      <h3>{nameOf(site, service.id)}</h3>
      {phone ? (
        <NumberBoard site={site} name={nameOf(site, service.id)} phone={phone} look={group === 'unconfirmed' ? 'hollow' : undefined} />
      ) : null}
      <div class="about">
        <p>
          <StatePill moment={moment} id={service.id} />
        </p>
        {words && <p>{group === 'unconfirmed' && words.unconfirmed ? words.unconfirmed : words.about}</p>}
        {group === 'unconfirmed' ? null : <Facts moment={moment} service={service} />}
        <InEnglish moment={moment} contact={contact} />
        {beside && <Beside site={site} service={beside} />}
      </div>
    </li>
  )
}

/** All that the entry says, in English, beside words that nobody has checked. */
const InEnglish = ({ moment, contact: { service, group, beside } }: { moment: Moment; contact: ArrangedContact }) => (
  <English site={moment.site}>
    {(site) => {
      const words = site.pack.serviceWords.get(service.id)
      const phone = beside && phoneOf(beside)
      const facts = group === 'unconfirmed' ? [] : factRows({ ...moment, site }, service)
      return (
        <>
          <b>{nameOf(site, service.id)}.</b> {stateWords({ ...moment, site }, service, moment.stateOf(service.id))}.{' '}
          {group === 'unconfirmed' && words?.unconfirmed ? words.unconfirmed : words?.about}{' '}
          {facts.map(([term, value]) => (
            <>
              {term}: {value}.{' '}
            </>
          ))}
          {beside && phone
            ? site.say.rich('service.beside', {
                service: nameOf(site, beside.id),
                number: <bdi>{phone.display}</bdi>,
                a: (inner: Child) => inner,
              })
            : null}
        </>
      )
    }}
  </English>
)

/** The line that is open, beside one that is not. */
const Beside = ({ site, service }: { site: Site; service: Service }) => {
  const phone = phoneOf(service)
  if (!phone) return null
  return (
    <p class="beside screen">
      {site.say.rich('service.beside', {
        service: nameOf(site, service.id),
        number: <bdi>{phone.display}</bdi>,
        a: (inner: Child) => <a href={`tel:${phone.dial}`}>{inner}</a>,
      })}
    </p>
  )
}

const Unknown = ({ site }: { site: Site }) => <em class="unk">{site.say('site.not-known')}</em>

const factRows = ({ site }: Moment, service: Service): [string, Child][] => {
  const { say } = site
  const words = site.pack.serviceWords.get(service.id)
  return [
    [say('service.cost'), costWords(site, service)],
    [say('service.bill'), say('service.bill-may')],
    [say('service.name'), words?.your_name ?? <Unknown site={site} />],
    [say('service.languages'), words?.languages ?? <Unknown site={site} />],
  ]
}

const Facts = ({ moment, service }: { moment: Moment; service: Service }) => {
  const { say } = moment.site
  return (
    <dl class="facts">
      {factRows(moment, service).map(([term, value]) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div class="hours">
        <dt>{say('service.hours')}</dt>
        <dd>{hoursWords(moment, service)}</dd>
      </div>
    </dl>
  )
}

const costWords = (site: Site, service: Service): Child => {
  const { value, note } = service.free
  if (value === 'unknown') return <Unknown site={site} />
  if (value) return site.say('service.cost-free')
  // An 03 number costs what an 01 or 02 number costs; the note of either says so.
  return /\b0[123]\b/.test(note ?? '') ? site.say('service.cost-03') : site.say('service.cost-charged')
}

/** The regular hours in force, for paper: `Monday to Friday 8am to 8pm. Saturday 9am to 5pm.` A holiday without a rule leaves the week's known. */
const hoursWords = ({ site, local, stateOf }: Moment, service: Service): Child => {
  const { say } = site
  const { state, reason } = stateOf(service.id)
  const { runs, allDay } = weeklyHours(service, local.toPlainDate())
  if (service.schedule === 'unknown' || !runs.length || (state === 'unknown' && reason !== 'bank-holiday')) return <Unknown site={site} />
  if (allDay) return say('service.hours-always')
  const closed = service.schedule.some((row) => row.bank_holidays === 'closed') ? ` ${say('service.closed-holidays')}` : ''
  return (
    runs
      .map(
        (run) =>
          `${say('service.hours-row', { days: daysWords(site, run.days), opens: timeWords(site, run.opens), closes: timeWords(site, run.closes) })}. `,
      )
      .join('') + closed
  )
}

const timeWords = (site: Site, text: string): string =>
  clock({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) }, site.say.locale)

const daysWords = (site: Site, days: readonly Weekday[]): string => {
  // 5 January 1970 was a Monday.
  const name = (day: Weekday) => weekday(Temporal.PlainDate.from('1970-01-05').add({ days: weekdays.indexOf(day) }), site.say.locale)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  return days.length > 2 ? site.say('service.days-range', { first: name(first), last: name(last) }) : days.map(name).join(', ')
}
