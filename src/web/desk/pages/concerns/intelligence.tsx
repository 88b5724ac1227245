import {
  type IntelligenceLine,
  linesOnPage,
  readIntelligence,
  readIntelligenceList,
} from '../../../../commands/concerns/read-intelligence.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { type Grading, gradesOf, gradingParts } from '../../../../domain/concerns/grading.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Pairs } from '../../components/facts.tsx'
import { Empty, Paging } from '../../components/list.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Column, Rows } from '../../components/rows.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { hasInbox, inboxLabel } from '../../context/places.ts'
import { momentWords } from '../../context/time-words.ts'
import { deniedPage } from '../../layout/texts.tsx'
import type { ConcernPart } from './part.ts'
import { titleOf } from './words.ts'

/** As those who grade say it: "2 B P". */
const codes = (grading: Grading): string => gradingParts.map((part) => grading[part]).join(' ')

/** What was recorded with a concern, each with what its grades mean. */
export const intelligencePart: ConcernPart = async (member, concern) => {
  const read = await member.perform(readIntelligence, { concern: concern.id })
  if ('fault' in read) return null
  const { t, viewer } = member
  const records = mayAny(viewer, 'add', 'concern-intelligence')
  if (!read.done.length && !records) return null
  return {
    side: 'inside',
    id: 'intelligence',
    jump: t('intelligence.title'),
    body: (
      <section class="part flow" aria-labelledby="intelligence-title">
        <h3 id="intelligence-title">{t('intelligence.title')}</h3>
        {read.done.length ? null : <p>{t('intelligence.none-here')}</p>}
        {read.done.map(({ grading, at, by, text }) => (
          <article class="said flow" aria-label={t('intelligence.title')}>
            <p class="small">
              {by
                ? t('intelligence.recorded-by', { name: by, when: momentWords(member, at) })
                : t('intelligence.recorded-at', { when: momentWords(member, at) })}
            </p>
            {text === null ? (
              <p>{t('intelligence.unreadable')}</p>
            ) : (
              <blockquote dir="auto">
                {text.split(/\n{2,}/).map((paragraph) => (
                  <p>{paragraph}</p>
                ))}
              </blockquote>
            )}
            <Pairs
              facts={gradingParts.map((part) => ({ label: t(`intelligence.part-${part}`), value: gradeWords(member, part, grading) }))}
            />
          </article>
        ))}
        {records ? (
          <div class="actions">
            <LinkButton href={`/desk/concerns/${concern.id}/intelligence`} look="quiet">
              {t('intelligence.record')}
            </LinkButton>
            <LinkButton href="/desk/intelligence" look="text">
              {t('intelligence.all')}
            </LinkButton>
          </div>
        ) : null}
      </section>
    ),
  }
}

const gradeWords = ({ t, desk }: Member, part: (typeof gradingParts)[number], grading: Grading): string => {
  const grade = grading[part]
  const said = gradesOf(desk.locale.pack.intelligenceGrades, part).find((one) => one.grade === grade)
  return said ? t('intelligence.grade', { grade, text: said.text }) : grade
}

/** All of it, the newest first: of which concern, and no word. */
export const intelligencePage: MemberPage = {
  path: '/desk/intelligence',
  here: 'inbox',
  show: async (member) => {
    if (!hasInbox(member)) return deniedPage(member, 'not-allowed')
    const { t, viewer } = member
    const asked = /^[1-9]\d{0,4}$/.exec(member.query('page') ?? '')?.[0]
    const page = asked === undefined ? 1 : Number(asked)
    const {
      done: { lines, more },
    } = await member.perform(readIntelligenceList, { page })
    const first = (page - 1) * linesOnPage + 1
    const to = (number: number, text: string) => ({ href: `/desk/intelligence?page=${number}`, text })
    return {
      title: t('intelligence.title'),
      body: (
        <>
          <PageHead
            title={t('intelligence.title')}
            back={{ href: '/desk/concerns', text: t(inboxLabel(member)) }}
            act={
              mayAny(viewer, 'add', 'concern-intelligence') ? (
                <LinkButton href="/desk/intelligence/new">{t('intelligence.record')}</LinkButton>
              ) : undefined
            }
          />
          <p>{t('intelligence.about')}</p>
          {lines.length ? (
            <>
              <Rows caption={t('intelligence.title')} columns={columnsOf(member)} groups={[{ rows: lines }]} />
              <Paging
                t={t}
                said={t('intelligence.said', { from: String(first), to: String(first + lines.length - 1) })}
                earlier={page > 1 ? to(page - 1, t('intelligence.newer')) : null}
                later={more ? to(page + 1, t('intelligence.older')) : null}
              />
            </>
          ) : (
            <Empty heading={t(holds(viewer, 'coordinator') ? 'intelligence.none' : 'intelligence.none-seen')} />
          )}
        </>
      ),
    }
  },
}

const columnsOf = (member: Member): readonly [Column<IntelligenceLine>, ...Column<IntelligenceLine>[]] => {
  const { t } = member
  return [
    {
      id: 'concern',
      label: t('intelligence.concern'),
      cell: (row) => (
        <>
          <a href={`/desk/concerns/${row.concern}#intelligence`}>
            {titleOf(member, row)} <span class="ref">{reference(row.number)}</span>
          </a>
        </>
      ),
    },
    { id: 'grading', label: t('intelligence.grading'), cell: ({ grading }) => codes(grading) },
    { id: 'at', label: t('intelligence.recorded'), cell: ({ at }) => momentWords(member, at) },
    { id: 'by', label: t('intelligence.by'), cell: ({ by }) => by },
  ]
}
