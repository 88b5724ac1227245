import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import type { Entry } from '../../../../../commands/register/read-event.ts'
import { twiceIn } from '../../../../../domain/register/confirming.ts'
import { nameKey } from '../../../../../domain/register/names.ts'
import { clock } from '../../../../../format/when.ts'
import { LinkButton, SubmitButton } from '../../../components/buttons.tsx'
import { ChecksField, DeskForm, LongTextField, TextField } from '../../../components/fields.tsx'
import { Part } from '../../../components/page-head.tsx'
import { RowMore } from '../../../components/row-more.tsx'
import { Rows } from '../../../components/rows.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Member } from '../../../context/page.ts'
import { importPath } from '../import/carried.ts'
import { addressOf } from './event-of.ts'

export const groupName = ({ desk }: Pick<Member, 'desk'>, group: string | null): string =>
  desk.parts.pack.roleGroups.find(({ id }) => id === group)?.name ?? ''

/** What somebody typed may be one word that no column holds. */
export const typedWords = (text: string) => (/\S{25,}/.test(text) ? <span class="long">{text}</span> : text)

/** With where they work, as the trainer knows people apart. */
export const entryName = ({ name, organisation }: Entry): string => (organisation ? `${name}, ${organisation}` : name)

const tagOf = { booked: 'asked', waiting: 'asked', entered: 'due', struck: 'shut', confirmed: 'in-time', cancelled: 'shut' } as const

/** How and when a name came onto the list. */
export const howOf = ({ t, local }: Member, { way, at }: Entry): string =>
  t(`register.way-${way}`, { time: clock(at.toZonedDateTimeISO(local.timeZoneId)) })

type Props = { member: Member; event: TrainingEvent; entries: readonly Entry[] }

/** So many are shown before somebody asks for all. */
const shownFirst = 30

/** Who is on the list, counted or not. */
export const EntryRows = ({ member, event, entries }: Props) => {
  const { t } = member
  const twice = twiceIn(entries)
  const [first, rest] = [entries.slice(0, shownFirst), entries.slice(shownFirst)]
  const rows = (caption: string, those: readonly Entry[]) => <SomeRows {...{ member, event, caption, twice }} entries={those} />
  return (
    <>
      {rows(t('register.list'), first)}
      {rest.length ? (
        <details>
          <summary>{t('event.show-rest', { count: rest.length })}</summary>
          {rows(t('event.rest'), rest)}
        </details>
      ) : null}
    </>
  )
}

const SomeRows = ({ member, event, entries, caption, twice }: Props & { caption: string; twice: ReadonlySet<string> }) => {
  const { t } = member
  return (
    <Rows
      caption={caption}
      tight
      look="people"
      groups={[{ rows: entries }]}
      columns={[
        {
          id: 'name',
          label: t('register.name'),
          cell: ({ name }) => (
            <>
              {typedWords(name)} {twice.has(nameKey(name)) ? <Tag state="asked">{t('event.same-name')}</Tag> : null}
            </>
          ),
        },
        { id: 'organisation', label: t('register.organisation'), cell: ({ organisation }) => typedWords(organisation ?? '') },
        { id: 'group', label: t('register.group'), cell: ({ group }) => groupName(member, group) },
        { id: 'how', label: t('register.how'), cell: (entry) => howOf(member, entry) },
        { id: 'state', label: t('register.state'), cell: ({ state }) => <Tag state={tagOf[state]}>{t(`register.state-${state}`)}</Tag> },
        {
          id: 'do',
          label: t('event.do'),
          cell: (entry) => (
            <RowMore
              line={
                <>
                  {typedWords(entry.organisation ?? '')} <span class="small">({howOf(member, entry)})</span>
                </>
              }
              more={t('event.more')}
              facts={[groupName(member, entry.group)]}
            >
              <a href={`${addressOf(event.id)}/entries/${entry.id}`}>
                {t('event.correct')}
                <span class="govuk-visually-hidden">: {entryName(entry)}</span>
              </a>
            </RowMore>
          ),
        },
      ]}
    />
  )
}

/** For those without a phone or a signal: a name a line. */
export const QuickList = ({ member, event }: Omit<Props, 'entries'>) => {
  const { t, key } = member
  return (
    <Part id="quick" heading={t('event.quick')}>
      <p>{t('event.quick-what', { partner: partnerName(member, event) })}</p>
      <DeskForm action={`${addressOf(event.id)}/names`} hidden={{ key, way: 'list' }}>
        <LongTextField t={t} name="names" label={t('event.names')} hint={t('event.names-hint')} rows={4} />
        <div class="actions">
          <SubmitButton look="quiet">{t('event.quick-go')}</SubmitButton>
          <span class="small">{t('event.quick-undo')}</span>
        </div>
      </DeskForm>
      <p class="actions">
        <LinkButton href={`${addressOf(event.id)}/names?way=sheet`} look="quiet">
          {t('event.sheet')}
        </LinkButton>
        <LinkButton href={`${importPath}?event=${event.id}`} look="quiet">
          {t('import.title-event')}
        </LinkButton>
      </p>
    </Part>
  )
}

/** The partner whose trainer it is, as people call it. */
export const partnerName = ({ desk }: Pick<Member, 'desk'>, { partner }: TrainingEvent): string =>
  desk.parts.pack.partners.find(({ id }) => id === partner)?.name ?? partner

/** The two times, as they were typed. */
export type Times = { from: string; to: string }

/** Names that are not counted: all of a flood in one action, and the way back. */
export const StrikeOut = ({
  member,
  event,
  entries,
  faults,
  typed,
}: Props & { faults: readonly FieldFault[]; typed: Times | undefined }) => {
  const { t, key } = member
  const fault = (name: string) => faults.find((one) => one.name === name)?.text
  const struck = entries.filter(({ state }) => state === 'struck')
  const phones = entries.some(({ state, way }) => state === 'entered' && way === 'phone')
  return (
    <>
      {phones ? (
        <Part id="flood" heading={t('event.flood')}>
          <p>{t('event.flood-what')}</p>
          <DeskForm action={`${addressOf(event.id)}/strike`} hidden={{ key }}>
            <TextField
              t={t}
              name="from"
              label={t('event.flood-from')}
              hint={t('register.time-hint')}
              fault={fault('from')}
              value={typed?.from}
              autocomplete="off"
            />
            <TextField t={t} name="to" label={t('event.flood-to')} fault={fault('to')} value={typed?.to} autocomplete="off" />
            <div class="actions">
              <SubmitButton look="quiet">{t('event.flood-go')}</SubmitButton>
            </div>
          </DeskForm>
        </Part>
      ) : null}
      {struck.length ? (
        <Part id="struck" heading={t('event.struck')}>
          <p>{t('event.struck-what')}</p>
          <DeskForm action={`${addressOf(event.id)}/back`} hidden={{ key }}>
            <ChecksField
              t={t}
              name="entries"
              id="struck-entries"
              label={t('event.struck')}
              choices={struck.map((entry) => ({ value: entry.id, text: entryName(entry) }))}
            />
            <div class="actions">
              <SubmitButton look="quiet">{t('event.restore')}</SubmitButton>
            </div>
          </DeskForm>
        </Part>
      ) : null}
    </>
  )
}
