import type { Child } from 'hono/jsx'
import { costWord } from '../../content/speech/cost.ts'
import type { ArrangedContact } from '../../domain/services/arrange.ts'
import type { Phone, Service } from '../../domain/services/service.ts'
import type { Moment, Site } from '../site.ts'
import { NumberBoard } from './board.tsx'
import { English } from './english.tsx'
import { hoursWords, Unknown } from './hours.tsx'
import { StatePill, stateOrHours } from './state.tsx'

export const phoneOf = (service: Service): Phone | null => (service.phone === 'unknown' ? null : service.phone)

/** A service's heading for the public: the pack's plain words, else its official name. */
export const nameOf = (site: Site, id: string): string => site.pack.serviceWords.get(id)?.name ?? site.services.get(id)?.name ?? id

/** The same as a heading: first for whom it is, where it does not serve the whole area. In other languages the places stand behind the name. */
export const ServiceName = ({ site, id }: { site: Site; id: string }) => {
  const served = site.language ? undefined : site.pack.serviceWords.get(id)?.served
  if (!served) return <>{nameOf(site, id)}</>
  return (
    <>
      {site.say('places.for', { places: served.places })}
      <br />
      {served.name}
    </>
  )
}

/** A service on the post: name, board, state now, what happens when you ring, facts. Unknown is written out. */
export const ServiceEntry = ({ moment, contact }: { moment: Moment; contact: ArrangedContact }) => {
  const { site } = moment
  const { service, group, beside } = contact
  const words = site.pack.serviceWords.get(service.id)
  const phone = phoneOf(service)
  return (
    <li class="svc" id={service.id}>
      <h3>
        <ServiceName site={site} id={service.id} />
      </h3>
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
          <b>{nameOf(site, service.id)}.</b> {stateOrHours({ ...moment, site }, service)}.{' '}
          {group === 'unconfirmed' && words?.unconfirmed ? words.unconfirmed : words?.about}{' '}
          {facts.map(([term, value]) => (
            <>
              {term}: {value}.{' '}
            </>
          ))}
          {beside && phone ? besideWords(site, beside, phone, (inner) => inner) : null}
        </>
      )
    }}
  </English>
)

/** The line that is open, beside one that is not. */
export const Beside = ({ site, service, tag: Tag = 'p' }: { site: Site; service: Service; tag?: 'p' | 'div' }) => {
  const phone = phoneOf(service)
  if (!phone) return null
  return (
    <Tag class="beside screen">
      {besideWords(site, service, phone, (inner) => (
        <a href={`tel:${phone.dial}`}>{inner}</a>
      ))}
    </Tag>
  )
}

/** Where nobody knows when it will be read, no line can be said to be open now: what stands beside is open at all hours. */
const besideWords = (site: Site, service: Service, phone: Phone, a: (inner: Child) => Child): Child => {
  const [name, number] = [nameOf(site, service.id), <bdi>{phone.display}</bdi>]
  if (!site.still) return site.say.rich('service.beside', { service: name, number, a })
  const line = (
    <>
      {name}, {number}
    </>
  )
  return (
    <>
      {a(line)}: {site.say('service.hours-always')}
    </>
  )
}

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
      {moment.site.still ? null : (
        <div class="hours">
          <dt>{say('service.hours')}</dt>
          <dd>{hoursWords(moment, service)}</dd>
        </div>
      )}
    </dl>
  )
}

const costWords = (site: Site, service: Service): Child => {
  const word = costWord(service)
  return word ? site.say(word) : <Unknown site={site} />
}
