import { type ErasedSoon, readErasedSoon, soonDays, soonMost } from '../../../../commands/erasing/read-erased-soon.ts'
import { type ErasureRequest, readErasureRequests } from '../../../../commands/erasing/read-erasure-requests.ts'
import { type Certificate, type Erasure, readErasure, readErasures } from '../../../../commands/erasing/read-erasures.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { copyDays } from '../../../../domain/concerns/key-life.ts'
import { unopenableFrom } from '../../../../domain/concerns/retention.ts'
import { longDate } from '../../../../format/when.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Pairs } from '../../components/facts.tsx'
import { Empty } from '../../components/list.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { type Column, Rows } from '../../components/rows.tsx'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { erasingReason } from '../concerns/erasing-words.ts'
import { lastDayOf } from '../concerns/last-day.ts'
import { titleOf } from '../concerns/words.ts'

const listPage: MemberPage = {
  path: '/desk/erasures',
  here: 'settings',
  show: async (member) => {
    const { t } = member
    const { done: erased } = await member.perform(readErasures, {})
    const { done: asked } = await member.perform(readErasureRequests, null)
    const { done: soon } = await member.perform(readErasedSoon, { most: soonMost.list })
    return {
      title: t('erasure.title'),
      body: (
        <>
          <PageHead title={t('erasure.title')} sub={t('erasure.sub')} back={{ href: '/desk/settings', text: t('erasure.settings') }} />
          <Part id="how-long" heading={t('erasure.how-long')}>
            <ul class="points">
              {lengthsOf(member).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </Part>
          {asked.length ? (
            <Part id="asked" heading={t('erasure.asked')}>
              <p>{t('erasure.asked-text')}</p>
              <Rows caption={t('erasure.asked')} columns={askedColumnsOf(member)} groups={[{ rows: asked }]} />
            </Part>
          ) : null}
          {soon.length ? (
            <Part id="soon" heading={t('erasure.soon')}>
              <p>{t('erasure.soon-text', { days: soonDays })}</p>
              {soon.length > soonMost.list ? <p>{t('erasure.soon-many', { count: soonMost.list })}</p> : null}
              <Rows caption={t('erasure.soon')} columns={soonColumnsOf(member)} groups={[{ rows: soon.slice(0, soonMost.list) }]} />
            </Part>
          ) : null}
          {erased.length ? (
            <Part id="erased" heading={t('erasure.erased')}>
              <Rows caption={t('erasure.erased')} columns={columnsOf(member)} groups={[{ rows: erased }]} />
            </Part>
          ) : (
            <Empty heading={t('erasure.none')} />
          )}
        </>
      ),
    }
  },
}

const lengthsOf = ({ t, desk }: Member): string[] => {
  const { retentionRules, partnership } = desk.locale.pack
  const rule = (id: string): string => retentionRules.find((one) => one.id === id)?.length ?? ''
  const withAction = partnership.data_protection?.retention?.concerns?.length
  return [
    t('erasure.days-without', { length: rule('without-action') }),
    t('erasure.days-withdrawn', { length: rule('withdrawn') }),
    withAction ? t('erasure.days-with', { length: withAction }) : t('erasure.days-with-none'),
  ]
}

const columnsOf = (member: Member): readonly [Column<Erasure>, ...Column<Erasure>[]] => {
  const { t } = member
  return [
    {
      id: 'reference',
      label: t('erasure.reference'),
      cell: ({ id, number }) => <a href={`/desk/erasures/${id}`}>{reference(number)}</a>,
    },
    { id: 'when', label: t('erasure.when'), cell: ({ at }) => longDate(dayIn(member, at)) },
    { id: 'why', label: t('erasure.why'), cell: (row) => whyWords(member, row) },
    { id: 'who', label: t('erasure.who'), cell: (row) => byWords(member, row) },
  ]
}

const whyWords = (member: Member, { rule, reason }: Erasure): string =>
  reason === null ? member.t(`kept.rule-${rule}`) : erasingReason(member, reason)

const askedColumnsOf = (member: Member): readonly [Column<ErasureRequest>, ...Column<ErasureRequest>[]] => {
  const { t } = member
  return [
    {
      id: 'reference',
      label: t('erasure.reference'),
      cell: (row) => (
        <>
          <a href={`/desk/concerns/${row.id}#kept`}>{titleOf(member, row)}</a> <span class="ref">{reference(row.number)}</span>
        </>
      ),
    },
    { id: 'when', label: t('erasure.soon-day'), cell: ({ on }) => longDate(lastDayOf(member, on)) },
    { id: 'why', label: t('erasure.why'), cell: ({ reason }) => erasingReason(member, reason) },
    {
      id: 'who',
      label: t('erasure.who'),
      cell: ({ by, at }) => t('erasure.asked-by', { name: by.name ?? t('on-call.someone'), when: momentWords(member, at) }),
    },
  ]
}

const soonColumnsOf = (member: Member): readonly [Column<ErasedSoon>, ...Column<ErasedSoon>[]] => {
  const { t } = member
  return [
    {
      id: 'reference',
      label: t('erasure.reference'),
      cell: (row) => (
        <>
          <a href={`/desk/concerns/${row.id}#kept`}>{titleOf(member, row)}</a> <span class="ref">{reference(row.number)}</span>
        </>
      ),
    },
    { id: 'when', label: t('erasure.soon-day'), cell: ({ on }) => longDate(lastDayOf(member, on)) },
    { id: 'why', label: t('erasure.why'), cell: ({ rule }) => t(`kept.rule-${rule}`) },
  ]
}

const dayIn = ({ local }: Member, at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(local.timeZoneId).toPlainDate()

/** What a certificate says, as label and sentences. `apart`: each says something of its own. */
type Line = { label: string; says: readonly string[]; apart?: true }

const linesOf = (member: Member, it: Certificate): Line[] => {
  const { t, desk, local } = member
  const erased = dayIn(member, it.at)
  // Made before it was erased, and not run out by then: these have its key in them.
  const copies = desk.installation
    .keyCopies()
    .filter(({ made, until }) => Temporal.Instant.compare(made, it.at) <= 0 && Temporal.PlainDate.compare(until, erased) >= 0)
    .map(({ until }) => until)
    .toSorted(Temporal.PlainDate.compare)
  const last = copies.at(-1) ?? null
  const from = unopenableFrom(erased, { copies: last, keysGone: it.keysGone, days: copyDays })
  const expected = from ?? (it.expected && unopenableFrom(erased, { copies: last, keysGone: [it.expected], days: copyDays }))
  const until = from
    ? Temporal.PlainDate.compare(from, local.toPlainDate()) <= 0
      ? t(it.replies ? 'erasure.now-replies' : 'erasure.now')
      : t(it.replies ? 'erasure.never-replies' : 'erasure.never', { day: longDate(from) })
    : expected
      ? t('erasure.not-yet', { day: longDate(expected) })
      : t('erasure.not-yet-unknown')
  return [
    { label: t('erasure.what'), says: [t('erasure.what-text', { reference: reference(it.number) })] },
    { label: t('erasure.when'), says: [longDate(erased)] },
    { label: t('erasure.why'), says: [whyWords(member, it), byWords(member, it)] },
    { label: t('erasure.until'), says: [until] },
    {
      label: t('erasure.rests'),
      apart: true,
      says: [
        last ? t('erasure.rests-copies', { day: longDate(last) }) : t('erasure.rests-no-copies'),
        ...(it.replies ? [t('erasure.rests-replies')] : []),
        t('erasure.rests-passed'),
      ],
    },
  ]
}

const byWords = (member: Member, { rule, by, asked }: Erasure): string => {
  const { t } = member
  if (rule !== 'asked') return t('erasure.by-rule')
  if (by === null) return t('erasure.by-someone')
  return asked ? t('erasure.asked-by', { name: by, when: momentWords(member, asked) }) : t('erasure.by', { name: by })
}

const give = async (member: Member, show: (it: Certificate, lines: Line[]) => Answer): Promise<Answer> => {
  const read = await member.perform(readErasure, { id: member.param('id') })
  return 'fault' in read ? deniedPage(member, 'not-found') : show(read.done, linesOf(member, read.done))
}

const certificatePage: MemberPage = {
  path: '/desk/erasures/:id',
  here: 'settings',
  show: (member) =>
    give(member, (it, lines) => {
      const { t } = member
      const title = t('erasure.certificate', { reference: reference(it.number) })
      return {
        title,
        body: (
          <div class="flow">
            <PageHead
              title={title}
              sub={member.desk.locale.pack.partnership.name}
              back={{ href: '/desk/erasures', text: t('erasure.back') }}
            />
            <Pairs
              facts={lines.map(({ label, says, apart }) => ({
                label,
                value: apart ? <Points lines={says} /> : says.map((line) => <p>{line}</p>),
              }))}
            />
            <p class="small">{t('erasure.print')}</p>
            <p>
              <LinkButton href={`/desk/erasures/${it.id}/text`} look="quiet">
                {t('erasure.text')}
              </LinkButton>
            </p>
          </div>
        ),
      }
    }),
}

const textPage: MemberPage = {
  path: '/desk/erasures/:id/text',
  here: 'settings',
  show: (member) =>
    give(member, (it, lines) => {
      const name = reference(it.number)
      const head = [member.t('erasure.certificate', { reference: name }), member.desk.locale.pack.partnership.name]
      const text = [...head, ...lines.flatMap(({ label, says }) => ['', label, ...says])].join('\n')
      return { file: { content: `${text}\n`, type: 'text/plain; charset=utf-8', name: `erasure-${name}.txt` } }
    }),
}

const Points = ({ lines }: { lines: readonly string[] }) => (
  <ul class="points">
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

export const erasurePages: readonly MemberPage[] = [listPage, textPage, certificatePage]
