import { type CourseTier, partsOf } from '../../../../domain/training/course.ts'
import { longDate, partialDate } from '../../../../format/when.ts'
import { Checked } from '../../../components/checked.tsx'
import { NamedFile } from '../../../components/file-link.tsx'
import { NumberStrip } from '../../../components/numbers.tsx'
import { certificateAddress, updateAddress } from '../../../context/training-addresses.ts'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { countedAddress } from '../../../forms/passed.ts'
import { Details } from '../../../govuk/details.tsx'
import { Masthead } from '../../layout/masthead.tsx'
import type { Page, PageContent } from '../../layout/page.ts'
import { dataAddress } from '../data.tsx'
import { yourPackAddress } from '../resources/your-pack/form-page.tsx'

/** The address of a part of the course. */
export const partAddress = (id: string): string => `/training/${id}`

/** The course: for whom, its parts, what one can do afterwards, how training began here, its versions. */
const training = (context: RenderContext): PageContent => {
  const { locale } = context
  const { t, pack } = locale
  const { course } = pack
  return {
    description: course.description,
    exit: true,
    rest: true,
    form: true,
    nav: 'training',
    above: <NumberStrip context={context} />,
    body: (
      <>
        <Masthead locale={locale} title={course.title} lead={course.lead} drawing="training-room" />
        <div class="wrap body">
          <div class="stack">
            <p class="note">{t('training.how')}</p>
            {course.tiers.map((tier, index) => (
              <Tier context={context} tier={tier} earlier={course.tiers[index - 1]} />
            ))}
            <Held locale={locale} />
            <section class="flow">
              <h2 id="own">{t('your-pack.give')}</h2>
              <p>{t('your-pack.give-text')}</p>
              <p>
                <a href={yourPackAddress}>{locale.pack.pages.get('your-pack')?.title}</a>
              </p>
            </section>
            <section class="flow">
              <h2 id="able">{t('training.able')}</h2>
              {course.tiers.map((tier) => (
                <Details
                  summaryText={tier.name}
                  html={
                    <div class="prose">
                      <ul>
                        {course.outcomes
                          .filter((outcome) => outcome.tier === tier.id)
                          .map((outcome) => (
                            <li>{outcome.text}</li>
                          ))}
                      </ul>
                    </div>
                  }
                />
              ))}
              <p class="small">{t('training.asked-by', { sources: sourcesOf(locale).join('; ') })}</p>
            </section>
            <History locale={locale} />
            <p>{t.rich('training.figures', { a: (inner) => <a href={dataAddress}>{inner}</a> })}</p>
            <Versions locale={locale} />
          </div>
        </div>
      </>
    ),
  }
}

export const trainingPage: Page = {
  path: '/training',
  title: ({ pack }) => pack.course.title,
  render: training,
  menu: { id: 'training', foot: 10 },
}

const Tier = ({ context, tier, earlier }: { context: RenderContext; tier: CourseTier; earlier: CourseTier | undefined }) => {
  const { t, pack } = context.locale
  const parts = partsOf(pack.course, tier)
  const own = parts.filter(({ id }) => !earlier?.parts.includes(id))
  const first = parts[0]
  return (
    <section class="flow">
      <h2 id={tier.id}>{tier.name}</h2>
      <p>{tier.for}</p>
      <p>{t(earlier ? 'training.and-earlier' : 'training.minutes', { minutes: tier.minutes, earlier: earlier?.name ?? '' })}</p>
      <ol class="steps">
        {own.map((part) => (
          <li>
            <span>
              <a href={partAddress(part.id)}>{part.title}</a> {t('training.part-minutes', { minutes: part.minutes })}
              <br />
              <span class="small">{part.lead}</span>
            </span>
          </li>
        ))}
      </ol>
      {first && !earlier ? (
        <p class="screen">
          <a class="govuk-button" href={partAddress(first.id)}>
            {t('training.begin')}
          </a>
        </p>
      ) : null}
      <Give context={context} tier={tier} />
    </section>
  )
}

/** What someone needs who gives the course to others. */
const Give = ({ context, tier }: { context: RenderContext; tier: CourseTier }) => {
  const { t } = context.locale
  return (
    <div class="prose screen">
      <p>{t('training.give')}</p>
      <ul>
        <li>
          <NamedFile context={context} file={`training-${tier.id}.pptx`}>
            {t('resources.deck')}
          </NamedFile>
        </li>
        <li>
          <NamedFile context={context} file={`guide-${tier.id}.pdf`}>
            {t('resources.guide')}
          </NamedFile>
        </li>
        <li>
          <NamedFile context={context} file={`handbook-${tier.id}.pdf`}>
            {t('resources.handbook')}
          </NamedFile>
        </li>
        <li>
          <a href={`/resources#for-${tier.id}`}>{t('training.give-more')}</a>
        </li>
      </ul>
    </div>
  )
}

/** For whoever has taken it: the short update, what a certificate is worth, and how one is had. */
const Held = ({ locale: { t, site } }: { locale: Locale }) =>
  site.register ? (
    <section class="flow screen">
      <h2 id="certificates">{t('training.held')}</h2>
      <div class="prose">
        <ul>
          <li>{t.rich('training.held-update', { a: (inner) => <a href={updateAddress}>{inner}</a> })}</li>
          <li>{t.rich('training.held-check', { a: (inner) => <a href={certificateAddress}>{inner}</a> })}</li>
          <li>{t.rich('training.held-counted', { a: (inner) => <a href={countedAddress}>{inner}</a> })}</li>
        </ul>
      </div>
    </section>
  ) : null

const sourcesOf = ({ pack: { course } }: Locale): string[] => {
  const tiers = new Set(course.tiers.map(({ id }) => id))
  const used = new Set(course.outcomes.filter(({ tier }) => tiers.has(tier)).flatMap(({ sources }) => sources))
  return course.outcomeSources.filter(({ id }) => used.has(id)).map(({ title }) => title)
}

const History = ({ locale }: { locale: Locale }) => {
  const { t, pack } = locale
  if (!pack.course.history.length) return null
  const day = (text: string) => partialDate(text, t.locale)
  return (
    <section class="flow">
      <h2 id="history">{t('training.history', { area: pack.partnership.area })}</h2>
      <dl class="who">
        {pack.course.history.map((past) => (
          <div>
            <dt>{past.until ? t('training.from-to', { from: day(past.when), to: day(past.until) }) : day(past.when)}</dt>
            <dd>
              {past.what}
              <br />
              <span class="small">{t('campaigns.source', { source: past.source })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Versions = ({ locale }: { locale: Locale }) => {
  const { t, pack, site } = locale
  return (
    <section class="flow">
      <h2 id="versions">{t('training.versions')}</h2>
      <p>{t('training.versions-why')}</p>
      {site.register ? (
        <p class="screen">
          <a href={updateAddress}>{t('update.title')}</a>
        </p>
      ) : null}
      <dl class="who">
        {pack.course.releases.map((release) => (
          <div>
            <dt>{t('training.version', { date: longDate(Temporal.PlainDate.from(release.date)), version: release.taught })}</dt>
            {release.changes.map((change) => (
              <dd>{change}</dd>
            ))}
          </div>
        ))}
      </dl>
      <Checked locale={locale} of={pack.course} />
    </section>
  )
}
