import type { Partner } from '../../../domain/people/partnership.ts'
import type { Say } from '../../../format/messages.ts'
import { partnershipData, Structured } from '../../components/structured.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { longDate, partialDate } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'
import { textPage } from './text.tsx'

/** What the partnership is, dated line by line, and who is said to be in it. */
export const aboutPage = (moment: Moment): PageParts =>
  textPage(moment, 'about', {
    nav: 'about',
    daily: true,
    head: <Structured data={[partnershipData(moment.site)]} />,
    below: (
      <>
        <FactList site={moment.site} />
        <PartnerList moment={moment} />
        <Counted site={moment.site} />
        <Kept site={moment.site} />
        <Given site={moment.site} />
      </>
    ),
  })

const FactList = ({ site }: { site: Site }) => {
  const { say } = site
  const { founded, oversight, steering_group, social, members_count, police_unit, adopted } = site.pack.partnership
  const by = site.pack.partners.find(({ id }) => id === adopted?.organisation)
  if (!(founded || oversight || steering_group?.length || social || members_count?.length || police_unit?.length || by)) return null
  const date = (text: string) => (text === 'unknown' ? say('site.not-known') : partialDate(text, say.locale))
  return (
    <section class="flow" aria-labelledby="facts">
      <h2 id="facts">{say('about.facts')}</h2>
      <dl class="pairs">
        <Row
          term={say('about.adopted')}
          values={adopted && by ? [say('about.adopted-by', { role: adopted.role, organisation: by.name, date: date(adopted.date) })] : []}
        />
        <Row term={say('about.since')} values={founded ? [date(founded)] : []} />
        <Row term={say('about.oversight')} values={oversight ? [oversight] : []} />
        <Row
          term={say('about.steering')}
          values={steering_group?.map((r) => say('about.role-as-of', { role: r.role, date: date(r.as_of) }))}
        />
        <Row
          term={say('about.members')}
          values={members_count?.map((m) => say('about.members-row', { value: String(m.value), date: date(m.as_of), source: m.source }))}
        />
        {social ? (
          <div>
            <dt>{say('about.social')}</dt>
            <dd>
              <a href={social.url}>{social.handle}</a>, {social.network} ({say('about.social-as-of', { date: date(social.as_of) })})
            </dd>
          </div>
        ) : null}
        <Row
          term={say('about.police-unit')}
          values={police_unit?.map((u) =>
            u.to
              ? say('about.unit-row', { name: u.name, from: date(u.from), to: date(u.to) })
              : say('about.unit-now', { name: u.name, from: date(u.from) }),
          )}
        />
      </dl>
    </section>
  )
}

/** A fact that the pack does not have leaves no row. */
const Row = ({ term, values = [] }: { term: string; values?: readonly string[] | undefined }) =>
  values.length ? (
    <div>
      <dt>{term}</dt>
      {values.map((value) => (
        <dd>{value}</dd>
      ))}
    </div>
  ) : null

/** Only bodies whose membership a text supports are shown, each with how it is known. */
const PartnerList = ({ moment }: { moment: Moment }) => {
  const { say, pack } = moment.site
  const shown = pack.partners.filter((p) => p.membership !== 'unknown')
  const kinds = [...new Set(shown.map((p) => p.kind))]
  if (!shown.length) return null
  return (
    <section class="groups" aria-labelledby="partners">
      <h2 id="partners">{say('about.partners')}</h2>
      <p>{say('about.partners-intro')}</p>
      {kinds.map((kind) => (
        <section class="flow" aria-labelledby={`kind-${kind}`}>
          <h3 id={`kind-${kind}`}>{say(`kind.${kind}`)}</h3>
          <ul class="list">
            {shown
              .filter((p) => p.kind === kind)
              .map((p) => (
                <PartnerItem moment={moment} partner={p} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

const PartnerItem = ({ moment, partner }: { moment: Moment; partner: Partner }) => {
  const { say } = moment.site
  const ended = partner.valid_to !== undefined && partner.valid_to < moment.local.toPlainDate().toString()
  const how = partner.membership === 'unknown' ? '' : say(`about.${partner.membership}`)
  return (
    <li>
      <b>{partner.name}</b>
      {partner.fro ? ` · ${say('about.first-responder')}` : null}
      <br />
      <span class="small">
        {how}.{partner.sure !== 'A' ? ` ${say('site.unsure')}.` : null}
        {ended ? ` ${say('about.ended')}` : null}
      </span>
    </li>
  )
}

/** A measure's name in the pack's words; one without words is not shown (see Counted). */
const measureName = (say: Say, measure: string): string => (isMeasure(measure) ? say(`measure.${measure}`) : measure)

const measures = [
  'victims-identified',
  'nrm-cases-to-force',
  'people-trained',
  'training-events',
  'organisations-trained',
  'organisations-with-own-training',
  'awareness-campaigns',
  'police-operations',
  'materials-made',
  'partner-organisations',
] as const
const isMeasure = (id: string): id is (typeof measures)[number] => (measures as readonly string[]).includes(id)

/** What the partnership counted about itself, each figure with its days and source. */
const Counted = ({ site }: { site: Site }) => {
  const { say, pack } = site
  const shown = pack.figures.filter(
    (f) =>
      f.geography === pack.id && isMeasure(f.measure) && f.publish !== false && !f.context_only && f.value !== 'unknown' && !f.breakdown,
  )
  if (!shown.length) return null
  const source = (id: string) => pack.sources.find((s) => s.id === id)?.title ?? id
  return (
    <section class="flow" aria-labelledby="counted">
      <h2 id="counted">{say('about.figures')}</h2>
      <p>{say('about.figures-note')}</p>
      <dl class="pairs">
        {shown.map((f) => (
          <div>
            <dt>
              {f.from === f.to
                ? say('about.figure-on', { what: measureName(say, f.measure), date: longDate(Temporal.PlainDate.from(f.to)) })
                : say('about.figure-when', {
                    what: measureName(say, f.measure),
                    from: longDate(Temporal.PlainDate.from(f.from)),
                    to: longDate(Temporal.PlainDate.from(f.to)),
                  })}
            </dt>
            <dd>
              {f.qualifier ? `${f.qualifier} ` : ''}
              {f.value.toLocaleString('en-GB')} {f.unit}
              <br />
              <span class="small">{source(f.source)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Where there is something to take away. */
const Given = ({ site: { say } }: { site: Site }) => (
  <section class="flow" aria-labelledby="given">
    <h2 id="given">{say('about.given')}</h2>
    <p>{say.rich('about.given-text', { a: (inner) => <a href="/resources">{inner}</a> })}</p>
  </section>
)

/** Where those who look after the numbers find what is due. */
const Kept = ({ site: { say } }: { site: Site }) => (
  <section class="flow" aria-labelledby="kept">
    <h2 id="kept">{say('about.kept')}</h2>
    <p>{say.rich('about.kept-text', { a: (inner) => <a href="/services">{inner}</a> })}</p>
  </section>
)
