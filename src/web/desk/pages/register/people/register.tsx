import { partnerOf } from '../../../../../commands/register/answers-for.ts'
import { countAgain } from '../../../../../commands/register/counts/count-again.ts'
import { readHeadCounts, readPartnerNames } from '../../../../../commands/register/counts/head-count.ts'
import { readCountedState, readCounts } from '../../../../../commands/register/counts/read-counts.ts'
import { readPeople } from '../../../../../commands/register/people/read-people.ts'
import { shareOf, standingWorths } from '../../../../../domain/register/count.ts'
import { longDate } from '../../../../../format/when.ts'
import { Actions, LinkButton } from '../../../components/buttons.tsx'
import { Figures } from '../../../components/facts.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import type { Member, MemberPage } from '../../../context/page.ts'
import { importPath, movesPath } from '../import/carried.ts'
import { leavingPath } from '../leaving/partner.tsx'
import { CourseChanged } from './changed.tsx'
import {
  CountedLine,
  CourseRows,
  countOf,
  countWords,
  isRange,
  lastMonths,
  Months,
  RangeWhy,
  readMonths,
  type Scope,
  shareWords,
} from './figures.tsx'
import { askIn, listHref, listPath, PeopleList } from './people-list.tsx'

const measures = ['people', ...standingWorths, 'new'] as const

/** Somebody asks for a new count, from a page of figures. */
export const asksAgain = async (member: Member, path: string): Promise<{ to: string }> => {
  const outcome = await member.perform(countAgain, null)
  return { to: `${path}?told=${'fault' in outcome ? 'soon' : 'again'}` }
}

const tolds = { again: 'trained.told-again', soon: 'trained.soon', moved: 'trained.told-moved-away', head: 'trained.told-head' } as const

export const ToldCount = ({ member: { t, query } }: { member: Member }) => {
  const told = tolds[query('told') as keyof typeof tolds]
  return told ? <Message kind="told" id="told" heading={t(told)} /> : null
}

/** Who is trained: a SPOC sees the people of their own partner, a coordinator those of all or of one. */
export const registerPage: MemberPage = {
  path: listPath,
  here: 'register',
  send: (member) => asksAgain(member, listPath),
  show: (one) =>
    one.together(async (member) => {
      const { t, query, viewer } = member
      const own = partnerOf(viewer)
      const names = (await member.perform(readPartnerNames, null)).done
      const partner = own ?? [...names.keys()].find((id) => id === query('partner')) ?? null
      const scope: Scope = partner === null ? { kind: 'county', of: '' } : { kind: 'partner', of: partner }
      const ask = askIn(member, partner)
      const counted = (await member.perform(readCountedState, null)).done
      const all = (await member.perform(readCounts, { ...scope, tier: null, periods: [''], measures })).done
      const months = lastMonths(member, 12)
      const each = (await readMonths(member, scope, '', months)).done
      const head = partner === null ? null : ((await member.perform(readHeadCounts, null)).done.get(partner) ?? null)
      const read = ask.short ? [] : (await member.perform(readPeople, ask)).done
      const name = partner === null ? '' : (names.get(partner) ?? partner)
      const title = partner === null ? t('trained.title-all') : t('trained.title', { organisation: name })
      const current = countOf(all, { measure: 'current', tier: '' })
      const share = shareOf(current.least, head?.people ?? null)
      return {
        title,
        body: (
          <>
            <PageHead title={title} act={<Ways member={member} partner={partner} all={own === null} />} />
            <ToldCount member={member} />
            <CountedLine member={member} counted={counted} action={listPath} />
            {counted.at ? <p class="small">{t('trained.list-newer')}</p> : null}
            <Figures
              figures={[
                ...standingWorths.map((measure) => ({
                  label: t(`trained.${measure}`),
                  value: countWords(member, countOf(all, { measure, tier: '' })),
                })),
                { label: t('trained.new'), value: countWords(member, countOf(all, { measure: 'new', tier: '' })) },
                ...(head ? [{ label: t('trained.head', { date: longDate(head.on) }), value: head.people.toLocaleString('en-GB') }] : []),
              ]}
            />
            {share === null ? null : <p class="small">{t('trained.covered', { share: shareWords(member, share) })}</p>}
            {countOf(all, { measure: 'needs-update', tier: '' }).most ? <CourseChanged member={member} /> : null}
            <p class="small">{t('trained.two-courses')}</p>
            <RangeWhy member={member} shown={[...all, ...each].some(isRange)} />
            <Part id="people" heading={t('trained.list')}>
              <PeopleList member={member} ask={ask} read={read} partners={own === null ? names : null} />
              <p class="small">{t('trained.told-apart')}</p>
              {own === null ? null : <p class="small">{t('trained.own-only')}</p>}
            </Part>
            <Part id="by-course" heading={t('trained.by-course')}>
              <CourseRows
                member={member}
                rows={all}
                href={(tier, state) => listHref({ partner: own === null ? partner : null, tier, state, typed: '' })}
              />
            </Part>
            <Part id="months" heading={t('trained.months')}>
              <Months member={member} months={months} rows={each} />
            </Part>
            <Part id="export" heading={t('trained.export')}>
              {partner === null ? (
                <p>{t('trained.export-which')}</p>
              ) : (
                <Exports member={member} partner={own === null ? partner : null} name={name} />
              )}
            </Part>
          </>
        ),
      }
    }),
}

const Ways = ({ member: { t }, partner, all }: { member: Member; partner: string | null; all: boolean }) => (
  <>
    <LinkButton href={importPath} look="quiet">
      {t('import.title')}
    </LinkButton>
    {all ? (
      <LinkButton href={`${listPath}/county`} look="quiet">
        {t('trained.to-county')}
      </LinkButton>
    ) : null}
    <LinkButton href={`${listPath}/same`} look="quiet">
      {t('trained.to-same')}
    </LinkButton>
    <LinkButton href={movesPath} look="quiet">
      {t('trained.to-moves')}
    </LinkButton>
    <LinkButton href={all && partner ? `${listPath}/head-count?partner=${partner}` : `${listPath}/head-count`} look="text">
      {t('trained.to-head')}
    </LinkButton>
    {all ? (
      <LinkButton href={`${listPath}/organisations`} look="text">
        {t('trained.to-organisations')}
      </LinkButton>
    ) : null}
    {all ? (
      <LinkButton href={leavingPath} look="text">
        {t('partner-leaves.title')}
      </LinkButton>
    ) : null}
  </>
)

const files = [
  ['hr.xlsx', 'trained.hr-xlsx'],
  ['hr.csv', 'trained.hr-csv'],
  ['people.xlsx', 'trained.xlsx'],
  ['people.csv', 'trained.csv'],
] as const

const Exports = ({ member: { t }, partner, name }: { member: Member; partner: string | null; name: string }) => (
  <>
    <p>{t('trained.export-what', { organisation: name })}</p>
    <Actions>
      {files.map(([file, label]) => (
        <LinkButton href={`${listPath}/export/${file}${partner ? `?partner=${partner}` : ''}`} look="quiet">
          {t(label)}
        </LinkButton>
      ))}
    </Actions>
    <p class="small">{t('trained.hr-what')}</p>
  </>
)
