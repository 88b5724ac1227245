import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { longDate } from '../../../../format/when.ts'
import type { CatalogueEntry } from '../../../../press/catalogue/catalogue.ts'
import { FileLink } from '../../../components/file-link.tsx'
import { NumberStrip } from '../../../components/numbers.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Masthead } from '../../layout/masthead.tsx'
import type { Page, PageContent } from '../../layout/page.ts'
import { titleOfText } from '../../layout/title-of-text.ts'
import { type GroupId, groupIds, groupOf, together } from './groups.ts'
import { yourPackAddress } from './your-pack/form-page.tsx'

/** Everything that can be printed, shown or passed on, by what it is wanted for. */
const resources = (context: RenderContext): PageContent => {
  const { locale, now } = context
  const page = locale.pack.pages.get('resources')
  const entries = locale.site.resources.at(now)
  const groups = groupIds.flatMap((id) => {
    const own = entries.filter((entry) => groupOf(entry) === id)
    return own.length ? [{ id, entries: own }] : []
  })
  return {
    description: page?.description ?? '',
    exit: page?.exit ?? true,
    rest: true,
    sheet: 'resources',
    above: <NumberStrip context={context} />,
    body: (
      <>
        <Masthead locale={locale} title={page?.title} lead={page?.lead} drawing={page?.drawing} />
        <div class="wrap body stack">
          <div class="flow">
            <nav class="jump screen" aria-label={locale.t('site.on-this-page')}>
              <ul>
                {groups.map(({ id }) => (
                  <li>
                    <a href={`#${id}`}>{locale.t(`resources.${id}`)}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <div class="prose">
              {raw(locale.markdown.page(page?.body ?? '').html)}
              <Dated locale={locale} entries={entries} />
            </div>
          </div>
          {groups.map((group) => (
            <>
              <Group locale={locale} {...group} />
              {group.id === 'training' ? <YourPack locale={locale} /> : null}
            </>
          ))}
        </div>
      </>
    ),
  }
}

export const resourcesPage: Page = {
  path: '/resources',
  title: titleOfText('resources'),
  render: resources,
  menu: { id: 'resources', foot: 11 },
  holds: 'day',
}

/** The training with an organisation's own name is made from a form. */
const YourPack = ({ locale: { t, pack } }: { locale: Locale }) => (
  <section class="flow group">
    <h2 id="your-pack">{t('your-pack.give')}</h2>
    <p>{t('your-pack.give-text')}</p>
    <p>
      <a href={yourPackAddress}>{pack.pages.get('your-pack')?.title}</a>
    </p>
  </section>
)

type Props = { locale: Locale; entries: readonly CatalogueEntry[] }

const Group = ({ locale, id, entries }: Props & { id: GroupId }) => (
  <section class="flow group">
    <h2 id={id}>{locale.t(`resources.${id}`)}</h2>
    <p>
      {locale.t(`resources.${id}-what`)} {entries.every(isEnglish) ? locale.t('resources.english') : null}
    </p>
    {bodies[id]({ locale, entries })}
  </section>
)

const isEnglish = ({ language }: CatalogueEntry): boolean => language.startsWith('en')

/** For all files the earliest of their days: all facts in them have been compared since. */
const Dated = ({ locale: { t }, entries }: Props) => {
  const date = entries.map((entry) => entry.date).sort()[0]
  return date ? <p class="small">{t('resources.dated', { date: longDate(Temporal.PlainDate.from(date), t.locale) })}</p> : null
}

/** A row a language, named in its own words and in English. */
const Languages = ({ locale, entries }: Props) => {
  const { t, pack } = locale
  const byLanguage = Map.groupBy(entries, ({ language }) => language)
  return (
    <>
      {entries.some(({ draft }) => draft) ? <p class="small">{t('resources.help-draft')}</p> : null}
      <ul class="tongues">
        {[...byLanguage].map(([tag, files]) => {
          const language = pack.translations.find((one) => one.language.id === tag)?.language
          const english = language?.english ?? t('site.english')
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
                {files.map((entry) => (
                  <FileLink locale={locale} entry={entry} of={english}>
                    {t(entry.kind === 'card' ? 'resources.card' : 'resources.leaflet')}
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
const Rows = ({
  locale,
  rows,
  heading: Heading,
}: {
  locale: Locale
  heading: 'h3' | 'h4'
  rows: readonly { title: string; what?: string | undefined; files: readonly CatalogueEntry[] }[]
}) => (
  <ul class="kits">
    {rows.map(({ title, what, files }) => (
      <li>
        <div>
          <Heading>{title}</Heading>
          {what ? <p class="small">{what}</p> : null}
        </div>
        <p class="files">
          {files.map((entry) => (
            <FileLink locale={locale} entry={entry} of={title}>
              {labelOf(locale, entry)}
            </FileLink>
          ))}
        </p>
      </li>
    ))}
  </ul>
)

/** What tells the files of one thing apart, besides their format. */
const labelOf = ({ t }: Locale, { id, kind }: CatalogueEntry): string | undefined => {
  if (kind === 'poster' || kind === 'flowchart') {
    const size = /-a(\d)(?:-mono)?$/.exec(id)?.[1] ?? '4'
    return t(id.endsWith('-mono') ? 'resources.paper-mono' : 'resources.paper', { size })
  }
  return kind === 'elearning' ? t('resources.scorm', { edition: id.split('-scorm-')[1] ?? '' }) : undefined
}

/** `Poster, A4: Who to ring now` is the title of a file; of a row it is what follows. */
const short = (title: string): string => title.replace(/^[^:]+: /, '')

const Places = ({ locale, entries }: Props) => (
  <ul class="list sheets">
    {entries.map((entry) => (
      <li>
        <FileLink locale={locale} entry={entry} plain>
          {short(entry.title)}
        </FileLink>
      </li>
    ))}
  </ul>
)

const taught = ['deck', 'handbook', 'guide', 'elearning'] as const

/** What the course of each tier is given with, and the version that it is of. */
const Training = ({ locale, entries }: Props) => {
  const { t, pack } = locale
  const { course } = pack
  return (
    <>
      {course.tiers.map((tier) => (
        <section class="flow">
          <h3 id={`for-${tier.id}`}>{tier.name}</h3>
          <p>
            {tier.for} {t('training.minutes', { minutes: tier.minutes })}
          </p>
          <Rows
            locale={locale}
            heading="h4"
            rows={[
              ...taught.map((kind) => ({
                title: t(`resources.${kind}`),
                what: t(`resources.${kind}-what`),
                files: entries.filter((entry) => entry.kind === kind && entry.id.startsWith(`${kind}-${tier.id}`)),
              })),
              {
                title: t('resources.update'),
                what: t('resources.update-what'),
                files: entries.filter(({ kind, id }) => id.startsWith(`${kind}-update-${tier.id}`)),
              },
            ].filter(({ files }) => files.length)}
          />
        </section>
      ))}
      <p class="small">
        {t('resources.version', {
          version: course.taught,
          date: longDate(Temporal.PlainDate.from(course.releases[0]?.date ?? course.checked), t.locale),
        })}{' '}
        <a href="/training#versions">{t('training.versions')}</a>
      </p>
    </>
  )
}

const Professionals = ({ locale, entries }: Props) => {
  const version = locale.pack.flows.get('pathway')?.flow.head.version
  return (
    <>
      <Each locale={locale} entries={entries} />
      {version === undefined ? null : <p class="small">{locale.t('resources.flow-version', { version: String(version) })}</p>}
    </>
  )
}

const Each = ({ locale, entries }: Props) => (
  <Rows locale={locale} heading="h3" rows={together(entries).map((files) => ({ title: titleOf(files[0]), files }))} />
)

/** Posters and kits stand under a heading that says what they are. */
const titleOf = (entry: CatalogueEntry | undefined): string =>
  entry && ['poster', 'campaign'].includes(entry.kind) ? short(entry.title) : (entry?.title ?? '')

const bodies: Record<GroupId, (props: Props) => Child> = {
  help: Languages,
  wall: Each,
  places: Places,
  training: Training,
  campaigns: Each,
  professionals: Professionals,
}
