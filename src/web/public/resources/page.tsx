import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Offer } from '../../../press/catalogue/press.ts'
import { FileLink } from '../../components/file-link.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { longDate } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Masthead } from '../pages/intro.tsx'
import { yourPackAddress } from '../your-pack/pages.tsx'
import { type GroupId, groupIds, groupOf, together } from './groups.ts'

/** Everything that can be printed, shown or passed on, by what it is wanted for. */
export const resourcesPage = ({ site, now }: Moment): PageParts => {
  const page = site.pack.pages.get('resources')
  const offers = site.resources.at(now)
  const groups = groupIds.flatMap((id) => {
    const own = offers.filter((offer) => groupOf(offer) === id)
    return own.length ? [{ id, offers: own }] : []
  })
  return {
    title: page?.title ?? '',
    description: page?.description ?? '',
    path: '/resources',
    exit: page?.exit ?? true,
    rest: true,
    sheet: 'resources',
    daily: true,
    body: (
      <>
        <Masthead site={site} title={page?.title} lead={page?.lead} drawing={page?.drawing} />
        <div class="wrap body stack">
          <div class="flow">
            <nav class="jump screen" aria-label={site.say('site.on-this-page')}>
              <ul>
                {groups.map(({ id }) => (
                  <li>
                    <a href={`#${id}`}>{site.say(`resources.${id}`)}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <div class="prose">
              {raw(site.markdown.page(page?.body ?? '').html)}
              <Dated site={site} offers={offers} />
            </div>
          </div>
          {groups.map((group) => (
            <>
              <Group site={site} {...group} />
              {group.id === 'training' ? <OwnPack site={site} /> : null}
            </>
          ))}
        </div>
      </>
    ),
  }
}

/** The training with an organisation's own name is made from a form. */
const OwnPack = ({ site: { say, pack } }: { site: Site }) => (
  <section class="flow group" aria-labelledby="your-pack">
    <h2 id="your-pack">{say('your-pack.give')}</h2>
    <p>{say('your-pack.give-text')}</p>
    <p>
      <a href={yourPackAddress}>{pack.pages.get('your-pack')?.title}</a>
    </p>
  </section>
)

type Props = { site: Site; offers: readonly Offer[] }

const Group = ({ site, id, offers }: Props & { id: GroupId }) => (
  <section class="flow group" aria-labelledby={id}>
    <h2 id={id}>{site.say(`resources.${id}`)}</h2>
    <p>
      {site.say(`resources.${id}-what`)} {offers.every(isEnglish) ? site.say('resources.english') : null}
    </p>
    {bodies[id]({ site, offers })}
  </section>
)

const isEnglish = ({ language }: Offer): boolean => language.startsWith('en')

/** For all files the earliest of their days: all facts in them have been compared since. */
const Dated = ({ site: { say }, offers }: Props) => {
  const date = offers.map((offer) => offer.date).sort()[0]
  return date ? <p class="small">{say('resources.dated', { date: longDate(Temporal.PlainDate.from(date), say.locale) })}</p> : null
}

/** A row a language, named in its own words and in English. */
const Languages = ({ site, offers }: Props) => {
  const { say, pack } = site
  const byLanguage = Map.groupBy(offers, ({ language }) => language)
  return (
    <>
      {offers.some(({ draft }) => draft) ? <p class="small">{say('resources.help-draft')}</p> : null}
      <ul class="tongues">
        {[...byLanguage].map(([tag, files]) => {
          const language = pack.translations.find((one) => one.language.id === tag)?.language
          const english = language?.english ?? say('site.english')
          return (
            <li>
              <p>
                <b>{english}</b>
                {language ? (
                  <>
                    {' '}
                    <span lang={language.id} dir={language.direction}>
                      {language.name}
                    </span>
                  </>
                ) : null}
              </p>
              <p class="files">
                {files.map((offer) => (
                  <FileLink site={site} offer={offer} of={english}>
                    {say(offer.kind === 'card' ? 'resources.card' : 'resources.leaflet')}
                  </FileLink>
                ))}
              </p>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** A row for each thing, with a link for each form that it comes in. */
const Rows = ({ site, rows }: { site: Site; rows: readonly { title: string; what?: string | undefined; files: readonly Offer[] }[] }) => (
  <ul class="kits">
    {rows.map(({ title, what, files }) => (
      <li>
        <p>
          <b>{title}</b>
          {what ? (
            <>
              <br />
              <span class="small">{what}</span>
            </>
          ) : null}
        </p>
        <p class="files">
          {files.map((offer) => (
            <FileLink site={site} offer={offer} of={title}>
              {labelOf(site, offer)}
            </FileLink>
          ))}
        </p>
      </li>
    ))}
  </ul>
)

/** What tells the files of one thing apart, besides their format. */
const labelOf = ({ say }: Site, { id, kind }: Offer): string | undefined => {
  if (kind === 'poster') return say('resources.paper', { size: id.at(-1) ?? '' })
  return kind === 'elearning' ? say('resources.scorm', { edition: id.split('-scorm-')[1] ?? '' }) : undefined
}

/** `Poster, A4: Who to ring now` is the title of a file; of a row it is what follows. */
const short = (title: string): string => title.replace(/^[^:]+: /, '')

const Places = ({ site, offers }: Props) => (
  <ul class="list sheets">
    {offers.map((offer) => (
      <li>
        <FileLink site={site} offer={offer} plain>
          {short(offer.title)}
        </FileLink>
      </li>
    ))}
  </ul>
)

const taught = ['deck', 'handbook', 'guide', 'elearning'] as const

/** What the course of each tier is given with, and the version that it is of. */
const Training = ({ site, offers }: Props) => {
  const { say, pack } = site
  const { course } = pack
  return (
    <>
      {course.tiers.map((tier) => (
        <section class="flow" aria-labelledby={`for-${tier.id}`}>
          <h3 id={`for-${tier.id}`}>{tier.name}</h3>
          <p>
            {tier.for} {say('training.minutes', { minutes: tier.minutes })}
          </p>
          <Rows
            site={site}
            rows={taught.map((kind) => ({
              title: say(`resources.${kind}`),
              what: say(`resources.${kind}-what`),
              files: offers.filter((offer) => offer.kind === kind && offer.id.startsWith(`${kind}-${tier.id}`)),
            }))}
          />
        </section>
      ))}
      <p class="small">
        {say('resources.version', {
          version: course.taught,
          date: longDate(Temporal.PlainDate.from(course.releases[0]?.date ?? course.checked), say.locale),
        })}{' '}
        <a href="/training#versions">{say('training.versions')}</a>
      </p>
    </>
  )
}

const Professionals = ({ site, offers }: Props) => {
  const version = site.pack.flows.get('pathway')?.flow.head.version
  return (
    <>
      <Each site={site} offers={offers} />
      {version === undefined ? null : <p class="small">{site.say('resources.flow-version', { version: String(version) })}</p>}
    </>
  )
}

const Each = ({ site, offers }: Props) => <Rows site={site} rows={together(offers).map((files) => ({ title: titleOf(files[0]), files }))} />

/** Posters and kits stand under a heading that says what they are. */
const titleOf = (offer: Offer | undefined): string =>
  offer && ['poster', 'campaign'].includes(offer.kind) ? short(offer.title) : (offer?.title ?? '')

const bodies: Record<GroupId, (props: Props) => Child> = {
  help: Languages,
  wall: Each,
  places: Places,
  training: Training,
  campaigns: Each,
  professionals: Professionals,
}
