import type { Came } from '../../../../../domain/register/arriving.ts'
import type { Mapping } from '../../../../../domain/register/sheet/mapping.ts'
import type { PeopleRead, RowReason, SheetPerson } from '../../../../../domain/register/sheet/people.ts'
import { fullDate } from '../../../../../format/when.ts'
import { LinkButton, PostButton, SubmitButton } from '../../../components/buttons.tsx'
import { Figures } from '../../../components/facts.tsx'
import { Hidden } from '../../../components/hidden.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import { Rows } from '../../../components/rows.tsx'
import type { Member, Shown } from '../../../context/page.ts'
import { type Carried, carriedFields, columnsPath, type FileRead, importPath, keepPath, movesPath } from './carried.ts'

/** Rows with a fault that are shown; more are counted. */
const mostShown = 100
/** People who are shown as they were read, so that whoever looks sees whether their letters are right; the others are folded, or on pages. */
const mostPeople = 5
const peopleOfPage = 500

export type Tried = {
  came: readonly Came[]
  fresh: number
  namesakes: readonly boolean[]
  /** Rows of people who are at another organisation, by their places. */
  elsewhere: ReadonlySet<number>
  before: Temporal.Instant | null
  certificates: number
  again: boolean
}

type Bad = { line: number; column: string; reason: RowReason | 'elsewhere' | 'unplaced' | 'unheld'; said: string; of?: number }

/** What would come of a file. Nothing is kept yet. */
export const previewShown = (
  member: Member,
  carried: Carried,
  { table, how }: FileRead,
  mapping: Mapping,
  read: PeopleRead,
  { came, fresh, namesakes, elsewhere, before, certificates, again }: Tried,
  page = 0,
): Shown => {
  const { t, key, local } = member
  const count = (wanted: Came): number => came.filter((one) => one === wanted).length
  const bad: Bad[] = [
    ...read.bad,
    ...read.people.flatMap(({ line, organisation, name }, at): Bad[] => {
      const one = came[at]
      if (one === 'unheld') return [{ line, column: '', reason: one, said: name }]
      if (one !== 'elsewhere' && one !== 'unplaced') return []
      return [{ line, column: table.headers[mapping.columns.organisation ?? -1] ?? '', reason: one, said: organisation ?? '' }]
    }),
  ].sort((a, b) => a.line - b.line)
  const kept = count('kept')
  const good = kept + count('known')
  const day = (at: Temporal.Instant): string => fullDate(at.toZonedDateTimeISO(local.timeZoneId).toPlainDate())
  const all = read.people.map(
    (person, at): PreviewRow => ({ ...person, came: came[at] ?? 'kept', namesake: namesakes[at] === true, away: elsewhere.has(at) }),
  )
  const alike = all.filter(({ namesake }) => namesake)
  const away = all.filter((row) => row.away && row.came === 'kept').length
  const noOrganisation = carried.partner !== null && read.people.some(({ organisation }) => organisation === null)
  const fields = { key, ...carriedFields(carried), mapping: JSON.stringify(mapping) }
  return {
    title: t('import.preview'),
    body: (
      <>
        <PageHead
          title={t('import.preview')}
          sub={t('import.preview-what')}
          back={{ href: carried.event === null ? importPath : `${importPath}?event=${carried.event}`, text: t('import.title') }}
        />
        {before ? (
          <Message kind="now" id="same" heading={t('import.same-file', { day: day(before) })}>
            <p>{t('import.same-file-what')}</p>
          </Message>
        ) : null}
        {how.loose ? (
          <Message kind="warn" id="loose" heading={t('import.loose')}>
            <p>{t('import.loose-what')}</p>
          </Message>
        ) : null}
        {good ? null : (
          <Message kind="wrong" id="nothing" heading={t('import.none-good')}>
            <p>{t('import.none-good-what')}</p>
          </Message>
        )}
        <Figures
          figures={[
            { label: t(carried.event === null ? 'import.count-new' : 'import.count-listed', { count: kept }), value: figure(kept) },
            ...(carried.event === null ? [{ label: t('import.count-fresh', { count: fresh }), value: figure(fresh) }] : []),
            { label: t('import.count-known'), value: figure(count('known')) },
            { label: t('import.count-bad', { count: bad.length }), value: figure(bad.length) },
            ...(read.others ? [{ label: t('import.count-others'), value: figure(read.others) }] : []),
          ]}
        />
        {certificates && carried.event === null ? (
          <Message
            kind="now"
            id="certificates"
            heading={t('import.certificates', { count: certificates })}
            act={
              <PostButton action={columnsPath} look="quiet" fields={{ ...fields, change: 'yes' }}>
                {t('import.certificates-change')}
              </PostButton>
            }
          >
            <p>{t(mapping.ours ? (again ? 'import.certificates-again' : 'import.certificates-ours') : 'import.certificates-named')}</p>
          </Message>
        ) : null}
        {away ? (
          <Message kind="now" id="away" heading={t('import.away', { count: away })} act={<MovesLink member={member} />}>
            <p>{t('import.away-what')}</p>
          </Message>
        ) : null}
        {alike.length ? (
          <Message kind="now" id="alike" heading={t('import.alike', { count: alike.length })}>
            <p>{t('import.alike-what')}</p>
            <People member={member} rows={alike.slice(0, mostShown)} />
            {alike.length > mostShown ? <p>{t('import.alike-more', { count: alike.length - mostShown })}</p> : null}
          </Message>
        ) : null}
        {read.people.length ? (
          <Part id="first" heading={t('import.first')}>
            {noOrganisation ? <p>{t('import.placed-at', { partner: partnerName(member, carried.partner) })}</p> : null}
            {page ? null : <People member={member} rows={all.slice(0, mostPeople)} />}
            {all.length > mostPeople ? (
              <details class="chart-table" open={page > 0}>
                <summary>{t('import.all', { count: all.length })}</summary>
                <People member={member} rows={all.slice(page * peopleOfPage, (page + 1) * peopleOfPage)} />
                {all.length > peopleOfPage ? (
                  <div class="actions">
                    <span class="small">{t('import.page', { page: page + 1, pages: Math.ceil(all.length / peopleOfPage) })}</span>
                    {page ? (
                      <PostButton action={columnsPath} look="quiet" fields={{ ...fields, page: String(page - 1) }}>
                        {t('import.page-before')}
                      </PostButton>
                    ) : null}
                    {(page + 1) * peopleOfPage < all.length ? (
                      <PostButton action={columnsPath} look="quiet" fields={{ ...fields, page: String(page + 1) }}>
                        {t('import.page-next')}
                      </PostButton>
                    ) : null}
                  </div>
                ) : null}
              </details>
            ) : null}
          </Part>
        ) : null}
        {bad.length ? (
          <Part id="bad" heading={t('import.bad')}>
            <p>{t('import.bad-what')}</p>
            <Rows
              caption={t('import.bad')}
              tight
              groups={[{ rows: bad.slice(0, mostShown) }]}
              columns={[
                { id: 'line', label: t('import.line'), cell: ({ line }) => t('import.line-at', { line: figure(line) }), head: true },
                { id: 'column', label: t('import.column-head'), cell: ({ column }) => column },
                {
                  id: 'reason',
                  label: t('import.reason'),
                  cell: ({ reason, of = 0 }) => t(`import-reason.${reason}`, { line: figure(of) }),
                },
                { id: 'said', label: t('import.said'), cell: ({ said }) => said },
              ]}
            />
            {bad.length > mostShown ? <p>{t('import.bad-more', { count: bad.length - mostShown })}</p> : null}
          </Part>
        ) : null}
        <div class="actions">
          {kept ? (
            <form method="post" action={keepPath} class="one">
              <Hidden fields={fields} />
              <SubmitButton>{t('import.keep', { count: kept })}</SubmitButton>
            </form>
          ) : null}
          <PostButton action={columnsPath} look="quiet" fields={{ ...fields, change: 'yes' }}>
            {t('import.change')}
          </PostButton>
          <PostButton action={keepPath} look="quiet" fields={{ ...fields, none: 'yes' }}>
            {t('import.none')}
          </PostButton>
        </div>
      </>
    ),
  }
}

const figure = (count: number): string => count.toLocaleString('en-GB')

type PreviewRow = SheetPerson & { came: Came; namesake: boolean; away: boolean }

export const MovesLink = ({ member: { t } }: { member: Member }) => (
  <LinkButton href={movesPath} look="quiet">
    {t('trained.to-moves')}
  </LinkButton>
)

const partnerName = ({ desk }: Member, id: string | null): string => desk.parts.pack.partners.find((one) => one.id === id)?.name ?? id ?? ''

const People = ({ member, rows }: { member: Member; rows: readonly PreviewRow[] }) => {
  const { t } = member
  return (
    <Rows
      caption={t('import.first')}
      tight
      groups={[{ rows }]}
      columns={[
        { id: 'name', label: t('import.name'), cell: ({ name }) => name },
        { id: 'line', label: t('import.line'), cell: ({ line }) => t('import.line-at', { line: figure(line) }) },
        { id: 'organisation', label: t('import.organisation'), cell: ({ organisation }) => organisation ?? '' },
        {
          id: 'tier',
          label: t('import.taught'),
          cell: ({ tier: of, from }) => {
            const tier = member.desk.parts.pack.course.tiers.find(({ id }) => id === of)?.name ?? ''
            return from === null ? tier : t('import.taught-update', { tier })
          },
        },
        {
          id: 'group',
          label: t('trained.group'),
          cell: ({ group }) => member.desk.parts.pack.roleGroups.find(({ id }) => id === group)?.name ?? '',
        },
        { id: 'on', label: t('import.day'), cell: ({ on }) => fullDate(Temporal.PlainDate.from(on)) },
        {
          id: 'came',
          label: t('import.came'),
          cell: ({ came, namesake, away }) =>
            t(namesake ? 'import.came-alike' : away && came === 'kept' ? 'import.came-away' : `import.came-${came}`),
        },
      ]}
    />
  )
}
