import { type CourseTier, partsOf } from '../../../domain/training/course.ts'
import { Checked } from '../../components/checked.tsx'
import { NamedFile } from '../../components/file-link.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { Details } from '../../govuk/details.tsx'
import { longDate, partialDate } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Masthead } from '../pages/intro.tsx'
import { yourPackAddress } from '../your-pack/pages.tsx'

/** The address of a part of the course. */
export const partAddress = (id: string): string => `/training/${id}`

/** The course: for whom, its parts, what one can do afterwards, how training began here, its versions. */
export const trainingPage = (moment: Moment): PageParts => {
  const { site } = moment
  const { say, pack } = site
  const { course } = pack
  return {
    title: course.title,
    description: course.description,
    path: '/training',
    exit: true,
    rest: true,
    form: true,
    body: (
      <>
        <Masthead site={site} title={course.title} lead={course.lead} drawing="talk" />
        <div class="wrap body">
          <div class="stack">
            <p class="note">{say('training.how')}</p>
            {course.tiers.map((tier, index) => (
              <Tier moment={moment} tier={tier} earlier={course.tiers[index - 1]} />
            ))}
            <section class="flow" aria-labelledby="own">
              <h2 id="own">{say('your-pack.give')}</h2>
              <p>{say('your-pack.give-text')}</p>
              <p>
                <a href={yourPackAddress}>{site.pack.pages.get('your-pack')?.title}</a>
              </p>
            </section>
            <section class="flow" aria-labelledby="able">
              <h2 id="able">{say('training.able')}</h2>
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
              <p class="small">{say('training.asked-by', { sources: sourcesOf(site).join('; ') })}</p>
            </section>
            <History site={site} />
            <Versions site={site} />
          </div>
        </div>
      </>
    ),
  }
}

const Tier = ({ moment, tier, earlier }: { moment: Moment; tier: CourseTier; earlier: CourseTier | undefined }) => {
  const { say, pack } = moment.site
  const parts = partsOf(pack.course, tier)
  const own = parts.filter(({ id }) => !earlier?.parts.includes(id))
  const first = parts[0]
  return (
    <section class="flow" aria-labelledby={tier.id}>
      <h2 id={tier.id}>{tier.name}</h2>
      <p>{tier.for}</p>
      <p>{say(earlier ? 'training.and-earlier' : 'training.minutes', { minutes: tier.minutes, earlier: earlier?.name ?? '' })}</p>
      <ol class="steps">
        {own.map((part) => (
          <li>
            <span>
              <a href={partAddress(part.id)}>{part.title}</a> {say('training.part-minutes', { minutes: part.minutes })}
              <br />
              <span class="small">{part.lead}</span>
            </span>
          </li>
        ))}
      </ol>
      {first && !earlier ? (
        <p class="screen">
          <a class="govuk-button" href={partAddress(first.id)}>
            {say('training.begin')}
          </a>
        </p>
      ) : null}
      <Give moment={moment} tier={tier} />
    </section>
  )
}

/** What somebody needs who gives the course to others. */
const Give = ({ moment, tier }: { moment: Moment; tier: CourseTier }) => {
  const { say } = moment.site
  return (
    <div class="prose screen">
      <p>{say('training.give')}</p>
      <ul>
        <li>
          <NamedFile moment={moment} file={`training-${tier.id}.pptx`}>
            {say('resources.deck')}
          </NamedFile>
        </li>
        <li>
          <NamedFile moment={moment} file={`guide-${tier.id}.pdf`}>
            {say('resources.guide')}
          </NamedFile>
        </li>
        <li>
          <NamedFile moment={moment} file={`handbook-${tier.id}.pdf`}>
            {say('resources.handbook')}
          </NamedFile>
        </li>
        <li>
          <a href={`/resources#for-${tier.id}`}>{say('training.give-more')}</a>
        </li>
      </ul>
    </div>
  )
}

const sourcesOf = ({ pack: { course } }: Site): string[] => {
  const tiers = new Set(course.tiers.map(({ id }) => id))
  const used = new Set(course.outcomes.filter(({ tier }) => tiers.has(tier)).flatMap(({ sources }) => sources))
  return course.outcomeSources.filter(({ id }) => used.has(id)).map(({ title }) => title)
}

const History = ({ site }: { site: Site }) => {
  const { say, pack } = site
  if (!pack.course.history.length) return null
  const day = (text: string) => partialDate(text, say.locale)
  return (
    <section class="flow" aria-labelledby="history">
      <h2 id="history">{say('training.history', { area: pack.partnership.area })}</h2>
      <dl class="who">
        {pack.course.history.map((past) => (
          <div>
            <dt>{past.until ? say('training.from-to', { from: day(past.when), to: day(past.until) }) : day(past.when)}</dt>
            <dd>
              {past.what}
              <br />
              <span class="small">{say('campaigns.source', { source: past.source })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Versions = ({ site }: { site: Site }) => {
  const { say, pack } = site
  return (
    <section class="flow" aria-labelledby="versions">
      <h2 id="versions">{say('training.versions')}</h2>
      <p>{say('training.versions-why')}</p>
      <dl class="who">
        {pack.course.releases.map((release) => (
          <div>
            <dt>{say('training.version', { date: longDate(Temporal.PlainDate.from(release.date)), version: release.taught })}</dt>
            {release.changes.map((change) => (
              <dd>{change}</dd>
            ))}
          </div>
        ))}
      </dl>
      <Checked site={site} of={pack.course} />
    </section>
  )
}
