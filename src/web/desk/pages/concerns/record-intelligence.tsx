import { readReference } from '../../../../commands/concerns/read-reference.ts'
import { recordIntelligence } from '../../../../commands/concerns/record-intelligence.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { gradesOf, gradingParts } from '../../../../domain/concerns/grading.ts'
import type { Fields } from '../../../forms/fields.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, LongTextField, RadiosField, SelectField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, type Reader, readEntered, text, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { sealedPage } from './sealed-page.tsx'

/** With a concern that exists. */
export const addIntelligencePage: MemberPage = {
  path: '/desk/concerns/:id/intelligence',
  here: 'inbox',
  show: (member) => form(member, member.param('id'), unsent()),
  send: (member, fields) => record(member, member.param('id'), fields),
}

/** By itself: a concern is made for it. */
export const newIntelligencePage: MemberPage = {
  path: '/desk/intelligence/new',
  here: 'inbox',
  show: (member) => form(member, null, unsent()),
  send: (member, fields) => record(member, null, fields),
}

const grade =
  (member: Member, part: (typeof gradingParts)[number]): Reader<string> =>
  (fields, name) => {
    const known = gradesOf(member.desk.locale.pack.intelligenceGrades, part).map((one) => one.grade)
    const value = fields.choice(name, known)
    return { typed: value ?? '', read: value === null ? { fault: `intelligence-fault.${part}` } : { value } }
  }

const sector =
  ({ desk }: Member): Reader<string | null> =>
  (fields, name) => {
    const value = fields.choice(
      name,
      desk.locale.pack.sectors.map(({ id }) => id),
    )
    return { typed: value ?? '', read: { value } }
  }

const readersOf = (member: Member) => ({
  text: text({ missing: 'intelligence-fault.text', long: 'intelligence-fault.text-long', most: 5000, lines: true }),
  sector: sector(member),
  source: grade(member, 'source'),
  assessment: grade(member, 'assessment'),
  handling: grade(member, 'handling'),
})

const record = async (member: Member, concern: string | null, fields: Fields): Promise<Answer> => {
  const entered = readEntered(fields, readersOf(member))
  const { values } = entered
  if (!values) return form(member, concern, entered)
  const { text, sector, ...grading } = values
  const outcome = await member.perform(recordIntelligence, { concern, sector, grading, text }, member.key)
  if ('done' in outcome) return { to: `/desk/concerns/${outcome.done.concern}#intelligence` }
  if (outcome.fault === 'grading') return form(member, concern, withFault(entered, 'source', 'intelligence-fault.grading'))
  return sealedPage(member, outcome.fault)
}

const form = async (member: Member, concern: string | null, entered: Entered<unknown>): Promise<Answer> => {
  const { t, key, desk, viewer } = member
  if (!mayAny(viewer, 'add', 'concern-intelligence')) return deniedPage(member, 'not-allowed')
  const number = concern === null ? null : (await member.perform(readReference, { concern })).done.number
  const action = concern === null ? '/desk/intelligence/new' : `/desk/concerns/${concern}/intelligence`
  const back =
    concern === null || number === null
      ? { href: '/desk/intelligence', text: t('intelligence.title') }
      : { href: `/desk/concerns/${concern}#intelligence`, text: reference(number) }
  const faults = faultLines(t, entered)
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  return {
    title: t('intelligence.new-title'),
    faults,
    body: (
      <>
        <PageHead title={t('intelligence.new-title')} back={back} />
        <p>{number === null ? t('intelligence.new-about') : t('intelligence.with', { reference: reference(number) })}</p>
        <p>{t('intelligence.no-profile')}</p>
        <p>{t('intelligence.no-source')}</p>
        <DeskForm action={action} hidden={{ key }}>
          <LongTextField {...field('text')} label={t('intelligence.text')} value={entered.typed('text')} rows={8} />
          {concern === null ? (
            <SelectField
              {...field('sector')}
              label={t('intelligence.sector')}
              choices={[
                { value: '', text: t('intelligence.sector-none') },
                ...desk.locale.pack.sectors.map(({ id, name }) => ({ value: id, text: name })),
              ]}
              value={entered.typed('sector')}
            />
          ) : null}
          {gradingParts.map((part) => (
            <RadiosField
              {...field(part)}
              label={t(`intelligence.part-${part}`)}
              choices={gradesOf(desk.locale.pack.intelligenceGrades, part).map(({ grade, text }) => ({
                value: grade,
                text: t('intelligence.grade', { grade, text }),
              }))}
              value={entered.typed(part)}
            />
          ))}
          <SubmitButton>{t('intelligence.save')}</SubmitButton>
        </DeskForm>
      </>
    ),
  }
}
