import type { Child } from 'hono/jsx'
import type { RotaShift } from '../../../../commands/on-call-now.ts'
import type { Rota } from '../../../../commands/rota/read-rota.ts'
import type { NamedLeave } from '../../../../commands/rota/rota.ts'
import type { Clash } from '../../../../domain/rota/clashes.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { ChecksField, DeskForm, FaultSummary, RadiosField, SelectField, TextField } from '../../components/fields.tsx'
import { Empty } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines } from '../../context/entered.ts'
import type { Member, Shown } from '../../context/page.ts'
import { answerWord, dayAndHours, dayWord, leaveDays, nameOf, rungWord } from '../../on-call/when.ts'

/** Nights that the form shows at once. */
export const nightsShown = 28

type Asking = { entered: Entered<unknown>; first: Temporal.PlainDate; rota: Rota; message: Child; status?: number }

/** Who, which rung, from when to when, and which nights: beside each, who has it. */
export const askForm = (member: Member, { entered, first, rota, message, status }: Asking): Shown => {
  const { t, key, desk } = member
  const faults = faultLines(t, entered)
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  const days = Array.from({ length: nightsShown }, (_, after) => first.add({ days: after }))
  // A later page of the form keeps what was ticked on an earlier one.
  const before = entered.typedAll('day').filter((day) => !days.some((one) => String(one) === day))
  return {
    status: status ?? (faults.length ? 400 : 200),
    title: t('ask.title'),
    body: (
      <>
        <FaultSummary title={t('fault.summary')} faults={faults} />
        {message}
        <PageHead
          title={t('ask.title')}
          sub={t(desk.parts.mails ? 'ask.what' : 'ask.what-no-mail')}
          back={{ href: '/desk/rota', text: t('rota.back') }}
        />
        {rota.people.length ? (
          <DeskForm action="/desk/rota/ask" hidden={{ key, first: String(first) }}>
            <SelectField
              {...field('person')}
              label={t('ask.who')}
              value={entered.typed('person')}
              choices={[
                { value: '', text: t('ask.choose') },
                ...rota.people.map(({ person, name, partner }) => ({ value: person, text: `${name}, ${partner}` })),
              ]}
            />
            <RadiosField
              {...field('rung')}
              label={t('ask.rung')}
              value={entered.typed('rung')}
              choices={[
                { value: '1', text: t('ask.first') },
                { value: '2', text: t('ask.second') },
              ]}
            />
            <TextField {...field('from')} label={t('ask.from')} autocomplete="off" value={entered.typed('from')} />
            <TextField {...field('to')} label={t('ask.to')} hint={t('ask.time-hint')} autocomplete="off" value={entered.typed('to')} />
            <ChecksField
              {...field('day')}
              label={t('ask.nights')}
              hint={t('ask.nights-hint')}
              values={entered.typedAll('day')}
              choices={[...before.map((day) => Temporal.PlainDate.from(day)), ...days].map((day) => ({
                value: String(day),
                text: dayWord(day),
                hint: whoIsThere(member, rota, day),
              }))}
            />
            <p>
              <LinkButton href={`/desk/rota/ask?from=${first.add({ days: nightsShown })}`} look="text">
                {t('ask.later')}
              </LinkButton>
            </p>
            <div class="actions">
              <SubmitButton>{t('ask.go')}</SubmitButton>
            </div>
          </DeskForm>
        ) : (
          <Empty heading={t('ask.nobody')} ways={<LinkButton href="/desk/rota/people">{t('rota.people')}</LinkButton>}>
            <p>{t('ask.nobody-text')}</p>
          </Empty>
        )}
      </>
    ),
  }
}

/** Who has what begins on a day, so that a coordinator need not look it up. */
const whoIsThere = (member: Member, { shifts }: Rota, day: Temporal.PlainDate): string | undefined => {
  const { t, local } = member
  const there = shifts.filter(({ starts }) => starts.toZonedDateTimeISO(local.timeZoneId).toPlainDate().equals(day))
  const said = there.map((shift) =>
    t('ask.there', { rung: rungWord(member, shift.rung), name: nameOf(member, shift), state: answerWord(member, shift).toLowerCase() }),
  )
  return said.length ? said.join('. ') : undefined
}

/** Who cannot be asked, and when. */
export const clashMessage = (member: Member, name: string, found: readonly Clash<RotaShift, NamedLeave>[]): Child => {
  const { t } = member
  return (
    <Message kind="wrong" id="clash" heading={t('ask.clash-title', { name })}>
      <ul>
        {found.map((clash) => {
          const words = { when: dayAndHours(member, clash.time), name }
          return (
            <li>
              {clash.why === 'leave'
                ? t('ask.clash-leave', { ...words, days: leaveDays(member, clash.leave) })
                : t('ask.clash-double', { ...words, rung: rungWord(member, clash.shift.rung).toLowerCase() })}
            </li>
          )
        })}
      </ul>
    </Message>
  )
}
