import type { Child } from 'hono/jsx'
import type { ArrangedContact } from '../../domain/services/arrange.ts'
import type { Phone, Service } from '../../domain/services/service.ts'
import { costWord } from '../../format/cost.ts'
import type { Locale, RenderContext } from '../context/types.ts'
import { NumberBoard } from './board.tsx'
import { hoursWords } from './hours.tsx'
import { StatePill, stateSaid } from './state.tsx'
import { EnglishFallback, Translated, TranslatedInline, type Words } from './translated.tsx'

export const phoneOf = (service: Service): Phone | null => (service.phone === 'unknown' ? null : service.phone)

/** A service's heading for the public: the pack's plain words, else its official name. */
export const nameOf = (locale: Locale, id: string): string =>
  locale.pack.serviceWords.get(id)?.name ?? locale.site.services.get(id)?.name ?? id

/** The same as a heading: first for whom it is, where it does not serve the whole area. In other languages the places are behind the name. */
export const ServiceName = ({ locale, id }: { locale: Locale; id: string }) => {
  const served = locale.language ? undefined : locale.pack.serviceWords.get(id)?.served
  if (!served) return <TranslatedInline locale={locale} words={nameSaid(id)} />
  return (
    <>
      {locale.t('places.for', { places: served.places })}
      <br />
      {served.name}
    </>
  )
}

export const nameSaid = (id: string): Words => ({ in: (locale) => nameOf(locale, id), also: [`services.${id}.name`] })

/** What the pack says of a service in words; null where it says nothing of that. */
const textSaid = ({ english }: Locale, id: string, field: 'about' | 'unconfirmed' | 'your_name'): Words | null =>
  english.pack.serviceWords.get(id)?.[field] === undefined
    ? null
    : { in: (locale) => locale.pack.serviceWords.get(id)?.[field], also: [`services.${id}.${field}`] }

/** A service on the post: name, board, state now, what happens when someone calls, facts. `again`: the rest is told further up. */
export const ServiceEntry = ({
  context,
  contact,
  again = false,
}: {
  context: RenderContext
  contact: ArrangedContact
  again?: boolean
}) => {
  const { locale } = context
  const { service, group, beside } = contact
  const { id } = service
  const phone = phoneOf(service)
  const doubtful = group === 'unconfirmed'
  const about = again ? null : ((doubtful ? textSaid(locale, id, 'unconfirmed') : null) ?? textSaid(locale, id, 'about'))
  const facts = again || doubtful || !phone ? [] : factsOf(locale, service)
  const other = beside && phoneOf(beside) ? [besideSaid(beside, (inner) => inner)] : []
  return (
    <li class={!phone ? 'svc screen' : again ? 'svc again' : 'svc'} id={again ? undefined : id}>
      <h3>
        {phone || !service.url ? (
          <ServiceName locale={locale} id={id} />
        ) : (
          <a href={service.url}>
            <ServiceName locale={locale} id={id} />
          </a>
        )}
      </h3>
      {phone ? <NumberBoard locale={locale} name={nameOf(locale, id)} phone={phone} look={doubtful ? 'hollow' : undefined} /> : null}
      <div class="about">
        {phone ? (
          <p>
            <StatePill context={context} id={id} />
          </p>
        ) : null}
        {beside && phone ? <Beside locale={locale} service={beside} /> : null}
        {about && <Translated as="p" locale={locale} words={about} />}
        {facts.length || !(again || doubtful || !phone || locale.site.publishing.static) ? (
          <Facts context={context} service={service} facts={facts} />
        ) : null}
        {again ? null : (
          <EnglishFallback
            locale={locale}
            title={nameSaid(id)}
            words={[...(phone ? [stateSaid(context, service), ...other] : []), ...(about ? [about] : []), ...facts]}
          />
        )}
      </div>
    </li>
  )
}

/** The line that is open, beside one that is not. */
export const Beside = ({ locale, service, tag: Tag = 'p' }: { locale: Locale; service: Service; tag?: 'p' | 'div' }) => {
  const phone = phoneOf(service)
  return phone ? (
    <Translated
      as={Tag}
      class="beside screen"
      locale={locale}
      words={besideSaid(service, (inner) => <a href={`tel:${phone.dial}`}>{inner}</a>)}
    />
  ) : null
}

/** Where nobody knows when it will be read, no line can be said to be open now: the one beside it is open at all hours. */
const besideSaid = (service: Service, a: (inner: Child) => Child): Words => ({
  also: [`services.${service.id}.name`],
  in: (locale) => {
    const [name, number] = [nameOf(locale, service.id), <bdi>{phoneOf(service)?.display}</bdi>]
    if (!locale.site.publishing.static) return locale.t.rich('service.beside', { service: name, number, a })
    const line = (
      <>
        {name}, {number}
      </>
    )
    return (
      <>
        {a(line)}: {locale.t('service.hours-always')}
      </>
    )
  },
})

/** What is known of cost, name and languages. What nobody knows is left out: a list of what is not known helps no one to decide. */
const factsOf = (locale: Locale, service: Service): Words[] => {
  const cost = costWord(service)
  const name = textSaid(locale, service.id, 'your_name')
  const id = `services.${service.id}.languages`
  return [
    ...(cost ? [{ in: ({ t }: Locale) => `${t('service.cost')}: ${t(cost)}.` }] : []),
    ...(name ? [name] : []),
    ...(locale.english.pack.serviceWords.get(service.id)?.languages === undefined
      ? []
      : [{ in: ({ t, pack }: Locale) => `${t('service.languages')}: ${pack.serviceWords.get(service.id)?.languages}.`, also: [id] }]),
  ]
}

const Facts = ({ context, service, facts }: { context: RenderContext; service: Service; facts: readonly Words[] }) => {
  const { locale } = context
  const hours: Words = { in: (of) => hoursWords({ ...context, locale: of }, service) }
  return (
    <p class="facts">
      {facts.map((fact) => (
        <>
          <Translated as="span" locale={locale} words={fact} />{' '}
        </>
      ))}
      {locale.site.publishing.static || !hours.in(locale) ? null : <Translated as="span" class="hours" locale={locale} words={hours} />}
    </p>
  )
}
