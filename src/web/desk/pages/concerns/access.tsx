import { answerAccessRequest, receiveAccessRequest } from '../../../../commands/concerns/access-request.ts'
import { readKept } from '../../../../commands/concerns/read-kept.ts'
import { exportConcern, type Passages, readPassages } from '../../../../commands/concerns/read-passages.ts'
import { numberIn, reference } from '../../../../domain/concerns/concern.ts'
import { answerDue, type Redaction, redacted } from '../../../../domain/concerns/redaction.ts'
import { longDate } from '../../../../format/when.ts'
import type { Fields } from '../../../forms/fields.ts'
import { PostButton, SubmitButton } from '../../components/buttons.tsx'
import { DateField, DeskForm, TextField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { type Entered, faultLines, readEntered, unsent, withFault } from '../../context/entered.ts'
import { date, typedParts } from '../../context/entered-times.ts'
import { keyFor } from '../../context/form-key.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { Choose } from './access-choose.tsx'
import { documentOf } from './access-document.tsx'
import { Preview } from './access-preview.tsx'
import { sealedPage } from './sealed-page.tsx'

/** What was chosen, as the form carries it from page to page: the desk keeps none of it. */
export type Chosen = Redaction & { also: readonly number[]; alsoTyped: string; wordsTyped: string }

const most = { also: 10, lines: 100, ids: 4000 }
const id = /^[\w-]{1,60}(?:\.\d{1,4})?$/

const chosenIn = (fields: Fields): Chosen => {
  const alsoTyped = fields.text('also', 200) ?? ''
  const wordsTyped = fields.text('words', 10_000) ?? ''
  return {
    alsoTyped,
    wordsTyped,
    also: alsoTyped
      .split(',')
      .flatMap((typed) => numberIn(typed) ?? [])
      .slice(0, most.also),
    words: wordsTyped
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, most.lines),
    out: new Set(
      fields
        .several('out')
        .filter((one) => id.test(one))
        .slice(0, most.ids),
    ),
    in: new Set(
      fields
        .several('in')
        .filter((one) => id.test(one))
        .slice(0, most.ids),
    ),
  }
}

export const pathOf = (member: Member): string => `/desk/concerns/${member.param('id')}/export`
const fresh: Chosen = { also: [], alsoTyped: '', wordsTyped: '', words: [], out: new Set(), in: new Set() }

/**
 * Answering someone who asks for what is kept about them: the request with its day, then what is left out sentence by sentence, then what they
 * would get, then the file.
 */
export const accessPage: MemberPage = {
  path: '/desk/concerns/:id/export',
  here: 'inbox',
  show: (member) => choose(member, fresh, unsent()),
  send: async (member, fields) => {
    const concern = member.param('id')
    const step = fields.choice('step', ['choose', 'preview', 'file', 'received', 'answered'] as const)
    if (step === 'received') return received(member, fields)
    if (step === 'answered') {
      await member.perform(answerAccessRequest, { concern, request: fields.text('request', 40) ?? '' }, member.key)
      return { to: `${pathOf(member)}?told=answered` }
    }
    const chosen = chosenIn(fields)
    if (step === 'file') {
      // Each time it is saved is an entry: without the form's key.
      const read = await member.perform(exportConcern, { concern, also: chosen.also })
      if ('fault' in read) return sealedPage(member, read.fault)
      const name = `copy-${read.done.concerns.map(({ number }) => reference(number)).join('-')}.html`
      return { file: { content: documentOf(member, given(read.done, chosen)), type: 'text/html; charset=utf-8', name } }
    }
    if (step !== 'preview') return choose(member, chosen, unsent())
    const read = await member.perform(readPassages, { concern, also: chosen.also })
    if ('fault' in read) return sealedPage(member, read.fault)
    const title = titleOf(member, read.done)
    return { title, body: <Preview member={member} title={title} given={given(read.done, chosen)} chosen={chosen} /> }
  },
}

const titleOf = ({ t }: Member, { concerns }: Passages): string =>
  t('access.title', { reference: concerns.map(({ number }) => reference(number)).join(', ') })

export type GivenConcern = Omit<Passages['concerns'][number], 'pieces'> & { pieces: ReturnType<typeof redacted> }
const given = ({ concerns }: Passages, chosen: Redaction): GivenConcern[] =>
  concerns.map((concern) => ({ ...concern, pieces: redacted(concern.pieces, chosen) }))

const received = async (member: Member, fields: Fields): Promise<Answer> => {
  const entered = readEntered(fields, { received: date('access.received-fault') })
  if (!entered.values) return choose(member, fresh, entered)
  const outcome = await member.perform(receiveAccessRequest, { concern: member.param('id'), received: entered.values.received }, member.key)
  if ('fault' in outcome) return choose(member, fresh, withFault(entered, 'received', 'access.received-future'))
  return { to: `${pathOf(member)}?told=received` }
}

const choose = async (member: Member, chosen: Chosen, entered: Entered<unknown>): Promise<Answer> => {
  const { t } = member
  const concern = member.param('id')
  const read = await member.perform(readPassages, { concern, also: chosen.also })
  if ('fault' in read) return sealedPage(member, read.fault)
  const { concerns, missing } = read.done
  const title = titleOf(member, read.done)
  const told = (['received', 'answered'] as const).find((one) => one === member.query('told'))
  return {
    title,
    faults: faultLines(t, entered),
    body: (
      <div class="flow">
        <PageHead title={title} back={{ href: `/desk/concerns/${concern}#kept`, text: t('hold.back') }} />
        {told ? <Message kind="told" id="told" heading={t(`access.told-${told}`)} /> : null}
        <p>{t('access.what')}</p>
        <p>{t('access.others')}</p>
        <Requests member={member} entered={entered} requests={await requestsOf(member)} />
        <Part id="choose" heading={t('access.choose')}>
          {missing.length ? (
            <Message kind="warn" id="missing" heading={t('access.missing', { references: missing.map(reference).join(', ') })} />
          ) : null}
          <Choose member={member} concerns={concerns} chosen={chosen} />
        </Part>
      </div>
    ),
  }
}

const requestsOf = async (member: Member) => {
  const read = await member.perform(readKept, { concern: member.param('id') })
  return 'done' in read ? read.done.requests : []
}

type RequestsProps = { member: Member; entered: Entered<unknown>; requests: Awaited<ReturnType<typeof requestsOf>> }

const Requests = ({ member, entered, requests }: RequestsProps) => {
  const { t, key } = member
  const fault = faultLines(t, entered)[0]?.text
  return (
    <>
      {requests.length ? (
        <ul class="waiting">
          {requests.map(({ id: request, received: day, answered }) => (
            <li>
              <p>
                {answered
                  ? t('kept.request-answered', { received: longDate(day), answered: longDate(answered) })
                  : t('kept.request', { received: longDate(day), due: longDate(answerDue(day)) })}
              </p>
              {answered ? null : (
                <PostButton
                  action={pathOf(member)}
                  fields={{ key: keyFor(member, request), step: 'answered', request }}
                  look="quiet"
                  of={longDate(day)}
                >
                  {t('access.answered-go')}
                </PostButton>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <DeskForm action={pathOf(member)} hidden={{ key, step: 'received' }}>
        <DateField
          t={t}
          name="received"
          label={t('access.received')}
          hint={t('access.received-hint')}
          fault={fault}
          parts={{ day: t('access.day'), month: t('access.month'), year: t('access.year') }}
          value={typedParts(entered, 'received')}
        />
        <SubmitButton look="quiet">{t('access.received-go')}</SubmitButton>
      </DeskForm>
    </>
  )
}

export const AlsoField = ({ member, chosen }: { member: Member; chosen: Chosen }) => (
  <TextField
    t={member.t}
    name="also"
    label={member.t('access.also')}
    hint={member.t('access.also-hint')}
    value={chosen.alsoTyped}
    autocomplete="off"
  />
)
