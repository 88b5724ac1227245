import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { arrange } from '../../domain/services/arrange.ts'
import type { PageParts } from '../layout/shell.tsx'
import { NumberBoard, NumberLink } from '../parts/board.tsx'
import { phoneOf, ServiceEntry } from '../parts/service.tsx'
import type { Moment, Site } from '../site.ts'
import { clock, dayAndMonth } from '../words/when.ts'

/** Who to contact now: danger first, then each line with what is so at this minute. */
export const getHelp = (moment: Moment): PageParts => {
  const { site, local } = moment
  const { say, pack } = site
  const text = pack.pages.get('get-help')
  const contacts = pack.getHelp.flatMap((id) => {
    const service = site.services.get(id)
    return service ? [{ service, state: moment.stateOf(id) }] : []
  })
  return {
    title: text?.history_title ?? text?.title ?? '',
    harmless: true,
    description: text?.description ?? '',
    path: '/get-help',
    nav: 'get-help',
    exit: true,
    body: (
      <div class="wrap">
        <div class="head">
          <h1>{text?.title}</h1>
          <p class="small screen">
            {say('get-help.when', { day: dayAndMonth(local.toPlainDate(), say.language), time: clock(local, say.language) })}
          </p>
        </div>
        <Danger site={site} />
        <div class="two get">
          <section aria-labelledby="lines">
            <h2 id="lines">{say('get-help.not-this-minute')}</h2>
            <ul class="post">
              {arrange(contacts).map((contact) => (
                <ServiceEntry moment={moment} contact={contact} />
              ))}
            </ul>
          </section>
          <Side site={site} />
        </div>
      </div>
    ),
  }
}

const strong = (inner: Child) => <b>{inner}</b>

const telephone = (site: Site, id: string) => {
  const service = site.services.get(id)
  return service ? phoneOf(service) : null
}

/** 999, and the ways to reach it without a voice, as the sources word them. */
export const Danger = ({ site }: { site: Site }) => {
  const { say } = site
  const [phone, relay] = [telephone(site, 'emergency-999'), telephone(site, 'emergency-999-text')]
  if (!phone) return null
  return (
    <section class="danger" aria-labelledby="danger">
      <h2 id="danger">{say('get-help.danger')}</h2>
      <NumberBoard site={site} name={say('get-help.ring-999')} phone={phone} look="sun" />
      <p>
        {say('get-help.free')} {say.rich('get-help.silent', { key: <bdi>55</bdi>, b: strong })}
      </p>
      {relay && (
        <p>
          {say.rich('get-help.relay', {
            number: relay.display,
            emergency: phone.display,
            b: strong,
            a: (inner: Child) => <NumberLink phone={relay}>{inner}</NumberLink>,
          })}
        </p>
      )}
    </section>
  )
}

const Side = ({ site }: { site: Site }) => {
  const { say } = site
  const [relay, form] = [telephone(site, 'police-101-text'), site.services.get('modern-slavery-helpline-form')]
  return (
    <div class="side flow">
      <section class="aside flow" aria-labelledby="cannot-ring">
        <h2 id="cannot-ring">{say('get-help.cannot-ring')}</h2>
        {relay && (
          <p>
            {say.rich('get-help.relay-other', {
              number: relay.display,
              a: (inner: Child) => <NumberLink phone={relay}>{inner}</NumberLink>,
            })}
          </p>
        )}
        {form?.url && <p>{say.rich('get-help.write', { a: (inner: Child) => <a href={form.url ?? ''}>{inner}</a> })}</p>}
      </section>
      <section class="aside flow screen" aria-labelledby="safety">
        <Drawing site={site} name="phone" />
        <h2 id="safety">{say('get-help.safety')}</h2>
        <p>{say.rich('get-help.safety-text', { a: (inner: Child) => <a href="/your-safety">{inner}</a> })}</p>
        <p>{say('get-help.bill')}</p>
      </section>
    </div>
  )
}

/** A drawing of the pack inside the page, so that it takes the brand's colours. It says nothing that the text does not. */
export const Drawing = ({ site, name }: { site: Site; name: string }) => {
  const svg = site.pack.drawings.get(name)
  return svg ? raw(svg.replace('<svg', '<svg class="drawing" aria-hidden="true" focusable="false"')) : null
}
