import type { Partner } from '../../../domain/people/partnership.ts'
import type { FormatText } from '../../../format/messages.ts'
import { longDate, partialDate } from '../../../format/when.ts'
import { partnershipData, Structured } from '../../components/structured.tsx'
import type { Locale, RenderContext } from '../../context/types.ts'
import type { Page, PageContent } from '../layout/page.ts'
import { textPage } from '../layout/text-page.tsx'
import { titleOfText } from '../layout/title-of-text.ts'

/** What the partnership is, dated line by line, and who is said to be in it. */
const about = (context: RenderContext): PageContent =>
  textPage(context, 'about', {
    nav: 'about',
    head: <Structured data={[partnershipData(context.locale)]} />,
    below: (
      <>
        <FactList locale={context.locale} />
        <PartnerList context={context} />
        <Counted locale={context.locale} />
        <Kept locale={context.locale} />
        <Given locale={context.locale} />
      </>
    ),
  })

export const aboutPage: Page = {
  path: '/about',
  title: titleOfText('about'),
  render: about,
  menu: { id: 'about', foot: 10 },
  holds: 'day',
}

const FactList = ({ locale }: { locale: Locale }) => {
  const { t } = locale
  const { founded, oversight, steering_group, social, members_count, police_unit, adopted } = locale.pack.partnership
  const by = locale.pack.partners.find(({ id }) => id === adopted?.organisation)
  if (!(founded || oversight || steering_group?.length || social || members_count?.length || police_unit?.length || by)) return null
  const date = (text: string) => (text === 'unknown' ? t('site.not-known') : partialDate(text, t.locale))
  return (
    <section class="flow" aria-labelledby="facts">
      <h2 id="facts">{t('about.facts')}</h2>
      <dl class="pairs">
        <Row
          term={t('about.adopted')}
          values={adopted && by ? [t('about.adopted-by', { role: adopted.role, organisation: by.name, date: date(adopted.date) })] : []}
        />
        <Row term={t('about.since')} values={founded ? [date(founded)] : []} />
        <Row term={t('about.oversight')} values={oversight ? [oversight] : []} />
        <Row term={t('about.steering')} values={steering_group?.map((r) => t('about.role-as-of', { role: r.role, date: date(r.as_of) }))} />
        <Row
          term={t('about.members')}
          values={members_count?.map((m) => t('about.members-row', { value: String(m.value), date: date(m.as_of), source: m.source }))}
        />
        {social ? (
          <div>
            <dt>{t('about.social')}</dt>
            <dd>
              <a href={social.url}>{social.handle}</a>, {social.network} ({t('about.social-as-of', { date: date(social.as_of) })})
            </dd>
          </div>
        ) : null}
        <Row
          term={t('about.police-unit')}
          values={police_unit?.map((u) =>
            u.to
              ? t('about.unit-row', { name: u.name, from: date(u.from), to: date(u.to) })
              : t('about.unit-now', { name: u.name, from: date(u.from) }),
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
const PartnerList = ({ context }: { context: RenderContext }) => {
  const { t, pack } = context.locale
  const shown = pack.partners.filter((p) => p.membership !== 'unknown')
  const kinds = [...new Set(shown.map((p) => p.kind))]
  if (!shown.length) return null
  return (
    <section class="groups" aria-labelledby="partners">
      <h2 id="partners">{t('about.partners')}</h2>
      <p>{t('about.partners-intro')}</p>
      {kinds.map((kind) => (
        <section class="flow" aria-labelledby={`kind-${kind}`}>
          <h3 id={`kind-${kind}`}>{t(`kind.${kind}`)}</h3>
          <ul class="list">
            {shown
              .filter((p) => p.kind === kind)
              .map((p) => (
                <PartnerItem context={context} partner={p} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

const PartnerItem = ({ context, partner }: { context: RenderContext; partner: Partner }) => {
  const { t } = context.locale
  const ended = partner.valid_to !== undefined && partner.valid_to < context.local.toPlainDate().toString()
  const how = partner.membership === 'unknown' ? '' : t(`about.${partner.membership}`)
  return (
    <li>
      <b>{partner.name}</b>
      {partner.fro ? ` · ${t('about.first-responder')}` : null}
      <br />
      <span class="small">
        {how}.{partner.sure !== 'A' ? ` ${t('site.unsure')}.` : null}
        {ended ? ` ${t('about.ended')}` : null}
      </span>
    </li>
  )
}

/** A measure's name in the pack's words; one without words is not shown (see Counted). */
const measureName = (t: FormatText, measure: string): string => (isMeasure(measure) ? t(`measure.${measure}`) : measure)

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
const Counted = ({ locale }: { locale: Locale }) => {
  const { t, pack } = locale
  const shown = pack.figures.filter(
    (f) =>
      f.geography === pack.id && isMeasure(f.measure) && f.publish !== false && !f.context_only && f.value !== 'unknown' && !f.breakdown,
  )
  if (!shown.length) return null
  const source = (id: string) => pack.sources.find((s) => s.id === id)?.title ?? id
  return (
    <section class="flow" aria-labelledby="counted">
      <h2 id="counted">{t('about.figures')}</h2>
      <p>{t('about.figures-note')}</p>
      <dl class="pairs">
        {shown.map((f) => (
          <div>
            <dt>
              {f.from === f.to
                ? t('about.figure-on', { what: measureName(t, f.measure), date: longDate(Temporal.PlainDate.from(f.to)) })
                : t('about.figure-when', {
                    what: measureName(t, f.measure),
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
const Given = ({ locale: { t } }: { locale: Locale }) => (
  <section class="flow" aria-labelledby="given">
    <h2 id="given">{t('about.given')}</h2>
    <p>{t.rich('about.given-text', { a: (inner) => <a href="/resources">{inner}</a> })}</p>
  </section>
)

/** Where those who look after the numbers find what is due. */
const Kept = ({ locale: { t } }: { locale: Locale }) => (
  <section class="flow" aria-labelledby="kept">
    <h2 id="kept">{t('about.kept')}</h2>
    <p>{t.rich('about.kept-text', { a: (inner) => <a href="/services">{inner}</a> })}</p>
  </section>
)
