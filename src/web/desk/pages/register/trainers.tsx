import { type Approval, readTrainers, type Trainer } from '../../../../commands/register/approvals.ts'
import { approveTrainer, endApproval } from '../../../../commands/register/approve-trainer.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { registerLength } from '../../../../domain/register/register.ts'
import type { TypedDate } from '../../../../domain/time/typed-date.ts'
import { longDate } from '../../../../format/when.ts'
import { LinkButton, PostButton, SubmitButton } from '../../components/buttons.tsx'
import { DateField, DeskForm, RadiosField } from '../../components/fields.tsx'
import { Empty } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Rows } from '../../components/rows.tsx'
import { Tag } from '../../components/tag.tsx'
import { type Entered, faultLines, oneOf, type Reader, readEntered, unsent, withFault } from '../../context/entered.ts'
import { date, typedParts } from '../../context/entered-times.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { tierName } from './words.ts'

const path = '/desk/trainers'
const todayOf = ({ local }: Pick<Member, 'local'>): Temporal.PlainDate => local.toPlainDate()
const trainersOf = async (member: Member): Promise<readonly Trainer[]> =>
  (await member.perform(readTrainers, { today: todayOf(member) })).done

/** The day on which the first of their approvals ends. */
const firstEnd = ({ approvals }: Trainer): string =>
  approvals.reduce((first, { until }) => (until && until.toString() < first ? until.toString() : first), '9999')

/** Does it end within the time in which a coordinator is to look again? */
export const endsSoon = ({ desk, local }: Pick<Member, 'desk' | 'local'>, { until }: Pick<Approval, 'until'>): boolean => {
  const length = registerLength(desk.parts.pack.registerRules, 'approval-ends-soon')
  return until !== null && length !== null && Temporal.PlainDate.compare(until, todayOf({ local }).add(length)) <= 0
}

/** Who may teach what, and until when. Coordinators say so; trainers and SPOCs see their own. */
const listPage: MemberPage = {
  path,
  here: 'events',
  show: async (member) => {
    const { t, viewer, desk, key } = member
    const trainers = await trainersOf(member)
    const may = mayAny(viewer, 'add', 'trainer-approval')
    const theirs = may ? trainers : trainers.filter(({ person, approvals }) => person === viewer.person || approvals.length)
    // Whoever must be looked at first, first: an approval without an end, or none, comes last.
    const shownTo = theirs.toSorted((a, b) => firstEnd(a).localeCompare(firstEnd(b)))
    const told = ({ approved: 'trainers.told-approved', ended: 'trainers.told-ended' } as const)[
      member.query('told') as 'approved' | 'ended'
    ]
    const partner = (id: string): string => desk.parts.pack.partners.find((one) => one.id === id)?.name ?? id
    return {
      title: t('trainers.title'),
      body: (
        <>
          <PageHead title={t('trainers.title')} sub={t('trainers.sub')} back={{ href: '/desk/events', text: t('register.back') }} />
          {told ? <Message kind="told" id="told" heading={t(told)} /> : null}
          {shownTo.length ? (
            <Rows
              caption={t('trainers.title')}
              groups={[{ rows: shownTo }]}
              columns={[
                { id: 'name', label: t('trainers.name'), cell: ({ name }) => name ?? t('training-need.someone') },
                { id: 'partner', label: t('trainers.partner'), cell: (trainer) => partner(trainer.partner) },
                {
                  id: 'may',
                  label: t('trainers.may'),
                  cell: ({ approvals }) =>
                    approvals.length ? (
                      <ul>
                        {approvals.map((approval) => (
                          <li class="actions">
                            <span>
                              {approvalWords(member, approval)}{' '}
                              {endsSoon(member, approval) ? <Tag state="due">{t('trainers.soon')}</Tag> : null}
                            </span>
                            {may ? (
                              <PostButton action={`${path}/end`} fields={{ key, approval: approval.id }} look="text">
                                {t('trainers.end-named', { tier: tierName(member, approval.tier) })}
                              </PostButton>
                            ) : null}
                          </li>
                        ))}
                      </ul>
                    ) : (
                      t('trainers.nothing')
                    ),
                },
                ...(may
                  ? [
                      {
                        id: 'do',
                        label: t('event.do'),
                        cell: ({ person, name }: Trainer) => (
                          <LinkButton href={`${path}/${person}`} look="quiet" of={name ?? undefined}>
                            {t('trainers.approve')}
                          </LinkButton>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          ) : (
            <Empty heading={t('trainers.none')}>
              <p>{t('trainers.none-why')}</p>
            </Empty>
          )}
        </>
      ),
    }
  },
}

const approvalWords = (member: Member, { tier, from, until }: Approval): string => {
  const { t } = member
  const named = { tier: tierName(member, tier) }
  if (Temporal.PlainDate.compare(from, todayOf(member)) > 0 && until)
    return t('trainers.from', { ...named, from: longDate(from), day: longDate(until) })
  return until ? t('trainers.until', { ...named, day: longDate(until) }) : t('trainers.always', named)
}

/** A day, or nothing where all three fields are empty. */
const dateOrNone: Reader<Temporal.PlainDate | null> = (fields, name) => {
  const found = date('trainers-fault.until')(fields, name)
  const empty = [found.typed].flat().every((part) => part.trim() === '')
  return empty ? { typed: found.typed, read: { value: null } } : found
}

const partsOf = (day: Temporal.PlainDate): string[] => [String(day.day), String(day.month), String(day.year)]

/** A coordinator approves somebody, for as long as the pack suggests unless they say otherwise. */
const approvePage: MemberPage = {
  path: `${path}/:person`,
  here: 'events',
  show: async (member) => {
    const trainer = await trainerOf(member)
    if (!trainer) return deniedPage(member, mayAny(member.viewer, 'add', 'trainer-approval') ? 'not-found' : 'not-allowed')
    const length = registerLength(member.desk.parts.pack.registerRules, 'trainer-approved')
    const today = todayOf(member)
    return shown(member, trainer, unsent({ from: partsOf(today), until: length ? partsOf(today.add(length)) : ['', '', ''] }))
  },
  send: async (member, fields) => {
    const trainer = await trainerOf(member)
    if (!trainer) return deniedPage(member, 'not-found')
    const entered = readEntered(fields, {
      tier: oneOf(
        member.desk.parts.pack.course.tiers.map(({ id }) => id),
        'trainers-fault.tier',
      ),
      from: date('trainers-fault.from'),
      until: dateOrNone,
    })
    if (!entered.values) return shown(member, trainer, entered)
    const outcome = await member.perform(approveTrainer, { trainer: trainer.person, ...entered.values }, member.key)
    if ('done' in outcome) return { to: `${path}?told=approved` }
    const [field, fault] = (
      {
        tier: ['tier', 'trainers-fault.tier'],
        order: ['until', 'trainers-fault.order'],
        'no-trainer': ['tier', 'trainers-fault.no-trainer'],
      } as const
    )[outcome.fault]
    return shown(member, trainer, withFault(entered, field, fault))
  },
}

const trainerOf = async (member: Member): Promise<Trainer | null> => {
  if (!mayAny(member.viewer, 'add', 'trainer-approval')) return null
  return (await trainersOf(member)).find(({ person }) => person === member.param('person')) ?? null
}

const shown = (member: Member, trainer: Trainer, entered: Entered<unknown>): Shown => {
  const { t, key, desk } = member
  const faults = faultLines(t, entered)
  const title = t('trainers.approve-title', { name: trainer.name ?? t('training-need.someone') })
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  const parts: Record<keyof TypedDate, string> = { day: t('register.day'), month: t('register.month'), year: t('register.year') }
  const length = desk.parts.pack.registerRules.find(({ id }) => id === 'trainer-approved')?.length
  return {
    title,
    faults,
    body: (
      <>
        <PageHead title={title} sub={t('trainers.approve-what')} back={{ href: path, text: t('trainers.back') }} />
        <DeskForm action={`${path}/${trainer.person}`} hidden={{ key }}>
          <RadiosField
            {...field('tier')}
            label={t('trainers.tier')}
            value={String(entered.typed('tier'))}
            choices={desk.parts.pack.course.tiers.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <DateField {...field('from')} label={t('trainers.from-day')} parts={parts} value={typedParts(entered, 'from')} />
          <DateField
            {...field('until')}
            label={t('trainers.until-day')}
            parts={parts}
            value={typedParts(entered, 'until')}
            {...(length ? { hint: t('trainers.until-hint', { length }) } : {})}
          />
          <div class="actions">
            <SubmitButton>{t('trainers.go')}</SubmitButton>
          </div>
        </DeskForm>
      </>
    ),
  }
}

const endPage: MemberPage = {
  path: `${path}/end`,
  here: 'events',
  send: async (member, fields) => {
    await member.perform(endApproval, { approval: fields.text('approval', 40) ?? '', today: todayOf(member) }, member.key)
    return { to: `${path}?told=ended` }
  },
}

export const trainerPages: readonly MemberPage[] = [listPage, endPage, approvePage]
