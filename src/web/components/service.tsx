import type { Child } from 'hono/jsx'
import type { ArrangedContact } from '../../domain/services/arrange.ts'
import type { Phone, Service } from '../../domain/services/service.ts'
import { costWord } from '../../format/cost.ts'
import type { Moment, Site } from '../context/site.ts'
import { NumberBoard } from './board.tsx'
import { hoursWords } from './hours.tsx'
import { StatePill, stateSaid } from './state.tsx'
import { English, Said, SaidHere, type Words } from './translated.tsx'

export const phoneOf = (service: Service): Phone | null => (service.phone === 'unknown' ? null : service.phone)

/** A service's heading for the public: the pack's plain words, else its official name. */
export const nameOf = (site: Site, id: string): string => site.pack.serviceWords.get(id)?.name ?? site.services.get(id)?.name ?? id

/** The same as a heading: first for whom it is, where it does not serve the whole area. In other languages the places are behind the name. */
export const ServiceName = ({ site, id }: { site: Site; id: string }) => {
  const served = site.language ? undefined : site.pack.serviceWords.get(id)?.served
  if (!served) return <SaidHere site={site} words={nameSaid(id)} />
  return (
    <>
      {site.say('places.for', { places: served.places })}
      <br />
      {served.name}
    </>
  )
}

export const nameSaid = (id: string): Words => ({ in: (site) => nameOf(site, id), also: [`services.${id}.name`] })

/** What the pack says of a service in words; null where it says nothing of that. */
const textSaid = ({ english }: Site, id: string, field: 'about' | 'unconfirmed' | 'your_name'): Words | null =>
  english.pack.serviceWords.get(id)?.[field] === undefined
    ? null
    : { in: (site) => site.pack.serviceWords.get(id)?.[field], also: [`services.${id}.${field}`] }

/** A service on the post: name, board, state now, what happens when someone calls, facts. `again`: the rest is told further up. */
export const ServiceEntry = ({ moment, contact, again = false }: { moment: Moment; contact: ArrangedContact; again?: boolean }) => {
  const { site } = moment
  const { service, group, beside } = contact
  const { id } = service
  const phone = phoneOf(service)
  const doubtful = group === 'unconfirmed'
  const about = again ? null : ((doubtful ? textSaid(site, id, 'unconfirmed') : null) ?? textSaid(site, id, 'about'))
  const facts = again || doubtful || !phone ? [] : factsOf(site, service)
  const other = beside && phoneOf(beside) ? [besideSaid(beside, (inner) => inner)] : []
  return (
    <li class={!phone ? 'svc screen' : again ? 'svc again' : 'svc'} id={again ? undefined : id}>
      <h3>
        {phone || !service.url ? (
          <ServiceName site={site} id={id} />
        ) : (
          <a href={service.url}>
            <ServiceName site={site} id={id} />
          </a>
        )}
      </h3>
      {phone ? <NumberBoard site={site} name={nameOf(site, id)} phone={phone} look={doubtful ? 'hollow' : undefined} /> : null}
      <div class="about">
        {phone ? (
          <p>
            <StatePill moment={moment} id={id} />
          </p>
        ) : null}
        {beside && phone ? <Beside site={site} service={beside} /> : null}
        {about && <Said as="p" site={site} words={about} />}
        {facts.length || !(again || doubtful || !phone || site.still) ? <Facts moment={moment} service={service} facts={facts} /> : null}
        <English
          site={site}
          title={{ in: (of) => `${nameOf(of, id)}.`, also: [`services.${id}.name`] }}
          words={[...(phone ? [stateSaid(moment, service), ...other] : []), ...(about ? [about] : []), ...facts]}
        />
      </div>
    </li>
  )
}

/** The line that is open, beside one that is not. */
export const Beside = ({ site, service, tag: Tag = 'p' }: { site: Site; service: Service; tag?: 'p' | 'div' }) => {
  const phone = phoneOf(service)
  return phone ? (
    <Said as={Tag} class="beside screen" site={site} words={besideSaid(service, (inner) => <a href={`tel:${phone.dial}`}>{inner}</a>)} />
  ) : null
}

/** Where nobody knows when it will be read, no line can be said to be open now: the one beside it is open at all hours. */
const besideSaid = (service: Service, a: (inner: Child) => Child): Words => ({
  also: [`services.${service.id}.name`],
  in: (site) => {
    const [name, number] = [nameOf(site, service.id), <bdi>{phoneOf(service)?.display}</bdi>]
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
  },
})

/** What is known of cost, name and languages. What nobody knows is left out: a list of what is not known helps no one to decide. */
const factsOf = (site: Site, service: Service): Words[] => {
  const cost = costWord(service)
  const name = textSaid(site, service.id, 'your_name')
  const id = `services.${service.id}.languages`
  return [
    ...(cost ? [{ in: ({ say }: Site) => `${say('service.cost')}: ${say(cost)}.` }] : []),
    ...(name ? [name] : []),
    ...(site.english.pack.serviceWords.get(service.id)?.languages === undefined
      ? []
      : [{ in: ({ say, pack }: Site) => `${say('service.languages')}: ${pack.serviceWords.get(service.id)?.languages}.`, also: [id] }]),
  ]
}

const Facts = ({ moment, service, facts }: { moment: Moment; service: Service; facts: readonly Words[] }) => {
  const { site } = moment
  const hours: Words = { in: (of) => hoursWords({ ...moment, site: of }, service) }
  return (
    <p class="facts">
      {facts.map((fact) => (
        <>
          <Said as="span" site={site} words={fact} />{' '}
        </>
      ))}
      {site.still || !hours.in(site) ? null : <Said as="span" class="hours" site={site} words={hours} />}
    </p>
  )
}
