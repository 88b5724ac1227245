import type { Partner } from '../../../domain/people/partnership.ts'
import type { FormatText } from '../../../format/messages.ts'
import { longDate, partialDate } from '../../../format/when.ts'
import { Compared, SourceList } from '../../components/checked.tsx'
import { NumberStrip } from '../../components/numbers.tsx'
import { partnershipData, Structured } from '../../components/structured.tsx'
import { WhereFrom } from '../../components/where-from.tsx'
import type { Locale, RenderContext } from '../../context/types.ts'
import type { Page, PageContent } from '../layout/page.ts'
import { textPage } from '../layout/text-page.tsx'
import { titleOfText } from '../layout/title-of-text.ts'
import { dataAddress } from './data.tsx'

/** What the partnership is, dated line by line, and who is said to be in it. */
const about = (context: RenderContext): PageContent =>
  textPage(context, 'about', {
    nav: 'about',
    above: <NumberStrip context={context} />,
    head: <Structured data={[partnershipData(context.locale)]} />,
    below: (
      <>
        <FactList locale={context.locale} />
        <PartnerList context={context} />
        <Counted locale={context.locale} />
        <Given locale={context.locale} />
        <Sources locale={context.locale} />
      </>
    ),
  })

export const aboutPage: Page = {
  path: '/about',
  title: titleOfText('about'),
  render: about,
  menu: { id: 'about', foot: 13 },
  holds: 'day',
}

const FactList = ({ locale }: { locale: Locale }) => {
  const { t } = locale
  const { founded, oversight, steering_group, social, members_count, police_unit, adopted } = locale.pack.partnership
  const by = locale.pack.partners.find(({ id }) => id === adopted?.organisation)
  if (!(founded || oversight || steering_group?.length || social || members_count?.length || police_unit?.length || by)) return null
  const date = (text: string) => (text === 'unknown' ? t('site.not-known') : partialDate(text, t.locale))
  return (
    <section class="flow">
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
          values={members_count
            ?.toReversed()
            .map(({ value, as_of }) =>
              as_of === 'unknown'
                ? t('about.members-undated', { value: String(value) })
                : t('about.members-row', { value: String(value), date: date(as_of) }),
            )}
        />
        {social ? (
          <div>
            <dt>{t('about.social')}</dt>
            <dd>
              {t.rich('about.social-as-of', {
                handle: social.handle,
                network: social.network,
                date: date(social.as_of),
                a: (inner) => <a href={social.url}>{inner}</a>,
              })}
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

/** Only bodies whose membership a text supports are shown; how each is known is said at the end (Sources). */
const PartnerList = ({ context }: { context: RenderContext }) => {
  const { t, pack } = context.locale
  const shown = membersOf(pack)
  const kinds = [...new Set(shown.map((p) => p.kind))]
  if (!shown.length) return null
  return (
    <section class="groups">
      <h2 id="partners">{t('about.partners')}</h2>
      <p>{t('about.partners-intro')}</p>
      {kinds.map((kind) => (
        <section class="flow">
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

const membersOf = ({ partners }: Locale['pack']): Partner[] => partners.filter((p) => p.membership !== 'unknown')

/** A body of which only the kind is named, or that is not surely known, has the mark. */
const PartnerItem = ({ context, partner }: { context: RenderContext; partner: Partner }) => {
  const { t } = context.locale
  const ended = partner.valid_to !== undefined && partner.valid_to < context.local.toPlainDate().toString()
  return (
    <li>
      <b>{partner.name}</b>
      {partner.fro ? ` · ${t('about.first-responder')}` : null}
      {partner.sure !== 'A' || partner.membership === 'class' ? (
        <>
          {' '}
          <span class="sure dashed">{t('site.unsure')}</span>
        </>
      ) : null}
      {ended ? <span class="small"> {t('about.ended')}</span> : null}
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

const countedIn = (pack: Locale['pack']) =>
  pack.figures.filter(
    (f) =>
      f.geography === pack.id && isMeasure(f.measure) && f.publish !== false && !f.context_only && f.value !== 'unknown' && !f.breakdown,
  )

/** What the partnership counted about itself, each figure with its days. */
const Counted = ({ locale }: { locale: Locale }) => {
  const { t, pack } = locale
  const shown = countedIn(pack)
  if (!shown.length) return null
  return (
    <section class="flow">
      <h2 id="counted">{t('about.figures')}</h2>
      <p>{t('about.figures-note')}</p>
      <p>{t.rich('about.figures-trained', { a: (inner) => <a href={dataAddress}>{inner}</a> })}</p>
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
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Where there is something to take away. */
const Given = ({ locale: { t } }: { locale: Locale }) => (
  <section class="flow">
    <h2 id="given">{t('about.given')}</h2>
    <p>{t.rich('about.given-text', { a: (inner) => <a href="/resources">{inner}</a> })}</p>
  </section>
)

/** Where the page, its figures and its list of partners come from, and what could not be confirmed: closed, at the end. */
const Sources = ({ locale }: { locale: Locale }) => {
  const { t, pack } = locale
  const page = pack.pages.get('about')
  const { unconfirmed = [] } = pack.partnership
  const figures = new Set(countedIn(pack).map(({ source }) => source))
  const members = membersOf(pack)
  return (
    <WhereFrom locale={locale}>
      {page ? <Compared locale={locale} of={page} /> : null}
      {unconfirmed.length ? (
        <>
          <h3 class="small">{t('about.unconfirmed')}</h3>
          <ul class="prose-list small">
            {unconfirmed.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
      {members.length ? (
        <>
          <h3 class="small">{t('about.known-by')}</h3>
          {(['listed', 'named', 'class'] as const).map((how) => (
            <KnownBy locale={locale} words={`about.${how}`} members={members.filter(({ membership }) => membership === how)} />
          ))}
        </>
      ) : null}
      {figures.size ? (
        <>
          <h3 class="small">{t('about.figures-from')}</h3>
          <SourceList sources={pack.sources.filter(({ id }) => figures.has(id))} />
        </>
      ) : null}
    </WhereFrom>
  )
}

type KnownByProps = { locale: Locale; words: 'about.listed' | 'about.named' | 'about.class'; members: readonly Partner[] }

const KnownBy = ({ locale: { t }, words, members }: KnownByProps) =>
  members.length ? (
    <p class="small">
      {t(words)} {new Intl.ListFormat(t.locale).format(members.map(({ name }) => name))}.
    </p>
  ) : null
