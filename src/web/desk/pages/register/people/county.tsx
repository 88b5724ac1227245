import { readHeadCounts, readPartnerNames } from '../../../../../commands/register/counts/head-count.ts'
import { readCountedState, readCounts } from '../../../../../commands/register/counts/read-counts.ts'
import { readQuestionSums } from '../../../../../commands/register/counts/read-question-sums.ts'
import { readWorkplaces } from '../../../../../commands/register/people/organisations.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { monthsBetween } from '../../../../../domain/register/count.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Figures } from '../../../components/facts.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { Filter } from '../../../components/list.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import type { Member, MemberPage } from '../../../context/page.ts'
import { deniedPage } from '../../../layout/texts.tsx'
import { CourseChanged } from './changed.tsx'
import { Active, BarRows, Claims, Coverage, Gaps, type PartnerLine } from './county-parts.tsx'
import { CountedLine, CourseRows, countOf, countWords, isRange, lastMonths, Months, RangeWhy, readMonths, type Scope } from './figures.tsx'
import { listHref, listPath } from './people-list.tsx'
import { Questions } from './questions.tsx'
import { asksAgain, ToldCount } from './register.tsx'

const path = `${listPath}/county`
const measures = ['people', 'current', 'needs-update', 'ended', 'new'] as const

/** What is asked of the figures: this year or one of the three before it, or all years (''). */
const askedIn = ({ query, desk, local }: Member) => {
  const years = Array.from({ length: 4 }, (_, at) => String(local.year - at))
  return {
    years,
    tier: desk.parts.pack.course.tiers.find(({ id }) => id === query('tier'))?.id ?? '',
    sector: desk.parts.pack.trainedSectors.find(({ id }) => id === query('sector'))?.id ?? '',
    period: query('period') === 'all' ? '' : (years.find((year) => year === query('period')) ?? String(local.year)),
  }
}

/** The months of a year as far as they have begun; of all years the last three. */
const monthsOf = (member: Member, period: string): Temporal.PlainYearMonth[] => {
  if (period === '') return lastMonths(member, 36)
  const now = member.local.toPlainDate().toPlainYearMonth()
  const last = Temporal.PlainYearMonth.from(`${period}-12`)
  return monthsBetween(Temporal.PlainYearMonth.from(`${period}-01`), Temporal.PlainYearMonth.compare(last, now) > 0 ? now : last)
}

/** The whole partnership in figures, for coordinators: true ones. */
export const countyPage: MemberPage = {
  path,
  here: 'register',
  send: (member) => asksAgain(member, path),
  show: (one) =>
    one.together(async (member) => {
      if (!holds(member.viewer, 'coordinator')) return deniedPage(member, 'not-allowed')
      const { t, desk } = member
      const { pack } = desk.parts
      const { tier, sector, period, years } = askedIn(member)
      const scope: Scope = sector ? { kind: 'sector', of: sector } : { kind: 'county', of: '' }
      const periods = [...new Set([period, ''])]
      const counted = (await member.perform(readCountedState, null)).done
      const names = (await member.perform(readPartnerNames, null)).done
      const heads = (await member.perform(readHeadCounts, null)).done
      const all = (await member.perform(readCounts, { ...scope, tier: null, periods, measures })).done
      const months = monthsOf(member, period)
      const each = (await readMonths(member, scope, tier, months)).done
      const bySector = (await member.perform(readCounts, { kind: 'sector', of: null, tier, periods: [period], measures: ['people'] })).done
      const byPartner = (
        await member.perform(readCounts, { kind: 'partner', of: null, tier, periods: [''], measures: ['current', 'people'] })
      ).done
      const given = { tier, periods: [period], measures: ['events', 'trainers'] as const }
      const events = (await member.perform(readCounts, { kind: 'county', of: '', ...given })).done
      const active = (await member.perform(readCounts, { kind: 'partner', of: null, ...given })).done
      const fullest = (await member.perform(readWorkplaces, { begins: '' })).done.typed.filter(({ people }) => people).slice(0, 10)
      const sums = (await member.perform(readQuestionSums, null)).done
      const said = period || t('trained.since')
      const lines = [...names].map(
        ([id, name]): PartnerLine => ({
          ...{ id, name, head: heads.get(id) ?? null },
          current: countOf(byPartner, { of: id, measure: 'current' }),
          people: countOf(byPartner, { of: id, measure: 'people' }),
        }),
      )
      const title = t('trained.county', { area: pack.partnership.area })
      return {
        title,
        body: (
          <>
            <PageHead title={title} back={{ href: listPath, text: t('trained.back') }} act={<Files member={member} />} />
            <ToldCount member={member} />
            <CountedLine member={member} counted={counted} action={path} />
            <Filter
              t={t}
              action={path}
              set={tier !== '' || sector !== '' || period !== years[0]}
              show={t('trained.show')}
              clear={{ href: path, text: t('trained.clear-figures') }}
            >
              <SelectField
                t={t}
                name="tier"
                label={t('trained.course')}
                value={tier}
                choices={[
                  { value: '', text: t('trained.any-course') },
                  ...pack.course.tiers.map(({ id, name }) => ({ value: id, text: name })),
                ]}
              />
              <SelectField
                t={t}
                name="sector"
                label={t('trained.sector')}
                value={sector}
                choices={[
                  { value: '', text: t('trained.any-sector') },
                  ...pack.trainedSectors.map(({ id, name }) => ({ value: id, text: name })),
                ]}
              />
              <SelectField
                t={t}
                name="period"
                label={t('trained.year')}
                value={period || 'all'}
                choices={[...years.map((year) => ({ value: year, text: year })), { value: 'all', text: t('trained.all-years') }]}
              />
            </Filter>
            <Figures
              figures={[
                {
                  label: t('trained.people-in', { period: said }),
                  value: countWords(member, countOf(all, { measure: 'people', tier, period })),
                },
                { label: t('trained.current'), value: countWords(member, countOf(all, { measure: 'current', tier, period: '' })) },
                {
                  label: t('trained.needs-update'),
                  value: countWords(member, countOf(all, { measure: 'needs-update', tier, period: '' })),
                },
                ...(sector
                  ? []
                  : [
                      {
                        label: t('trained.events-in', { period: said }),
                        value: countWords(member, countOf(events, { measure: 'events' })),
                      },
                      {
                        label: t('trained.trainers-in', { period: said }),
                        value: countWords(member, countOf(events, { measure: 'trainers' })),
                      },
                    ]),
              ]}
            />
            {countOf(all, { measure: 'needs-update', tier, period: '' }).most ? <CourseChanged member={member} /> : null}
            <Claims member={member} />
            <RangeWhy member={member} shown={[...all, ...each, ...bySector, ...byPartner].some(isRange)} />
            <Part id="months" heading={t('trained.months')}>
              <Months member={member} months={months} rows={each} />
            </Part>
            <Part id="coverage" heading={t('trained.by-partner')}>
              <p class="small">{t('trained.by-partner-why')}</p>
              <Coverage member={member} lines={lines} />
            </Part>
            <Part id="gaps" heading={t('trained.gaps')}>
              <Gaps member={member} lines={lines} />
            </Part>
            <Part id="sectors" heading={t('trained.by-sector', { period: said })}>
              <BarRows
                member={member}
                caption={t('trained.by-sector', { period: said })}
                what={t('trained.sector')}
                shared
                lines={pack.trainedSectors.map(({ id, name }) => ({ name, count: countOf(bySector, { of: id, measure: 'people' }) }))}
              />
            </Part>
            <Part id="courses" heading={t('trained.by-course')}>
              <CourseRows
                member={member}
                rows={all.filter((row) => row.period === '')}
                href={(of, state) => listHref({ partner: null, tier: of, state, typed: '' })}
              />
            </Part>
            {fullest.length ? (
              <Part id="organisations" heading={t('trained.by-organisation')}>
                <BarRows
                  member={member}
                  caption={t('trained.by-organisation')}
                  what={t('trained.organisation')}
                  lines={fullest.map(({ name, people }) => ({ name, count: { least: people, most: people } }))}
                />
              </Part>
            ) : null}
            <Part id="active" heading={t('trained.active')}>
              <Active member={member} rows={active} names={names} />
            </Part>
            <Part id="wrong" heading={t('trained.wrong')}>
              <Questions member={member} sums={sums} ask={{ tier: tier || null, year: period || null, sector: sector !== '' }} />
            </Part>
          </>
        ),
      }
    }),
}

const Files = ({ member: { t } }: { member: Member }) => (
  <>
    <LinkButton href={`${listPath}/export/figures.csv`} look="quiet">
      {t('trained.figures-csv')}
    </LinkButton>
    <LinkButton href={`${listPath}/export/figures.xlsx`} look="quiet">
      {t('trained.figures-xlsx')}
    </LinkButton>
  </>
)
