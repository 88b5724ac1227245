import { markConcern } from '../../../../commands/concerns/mark-concern.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import { concernMarks } from '../../../../domain/concerns/concern.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, RadiosField } from '../../components/fields.tsx'
import { type Entered, faultLines, oneOf, readEntered, unsent } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { OfConcern } from './head.tsx'
import { pathOf } from './words.ts'

const marks = [...concernMarks, 'none'] as const
const readers = { mark: oneOf(marks, 'concern-mark.missing') }

/** Perhaps made up, or one of many alike: said of it, and nothing else changed. */
export const markPage: MemberPage = {
  path: '/desk/concerns/:id/mark',
  here: 'inbox',
  show: async (member) => {
    const { done: head } = await member.perform(readHead, { concern: member.param('id') })
    return page(member, head, unsent({ mark: head.mark ?? 'none' }))
  },
  send: async (member, fields) => {
    const { done: head } = await member.perform(readHead, { concern: member.param('id') })
    const entered = readEntered(fields, readers)
    if (!entered.values) return page(member, head, entered)
    const { mark } = entered.values
    await member.perform(markConcern, { concern: head.id, mark: mark === 'none' ? null : mark }, member.key)
    return { to: `${pathOf(head)}?told=marked` }
  },
}

const page = (member: Member, head: Parameters<typeof OfConcern>[0]['concern'], entered: Entered<unknown>): Answer => {
  const { t, key } = member
  const faults = faultLines(t, entered)
  return {
    title: t('concern-mark.title'),
    faults,
    body: (
      <>
        <OfConcern member={member} concern={head} title={t('concern-mark.title')} />
        <p>{t('concern-mark.why')}</p>
        <DeskForm action={`${pathOf(head)}/mark`} hidden={{ key }}>
          <RadiosField
            t={t}
            name="mark"
            label={t('concern-mark.label')}
            value={entered.typed('mark')}
            fault={faults[0]?.text}
            choices={marks.map((value) => ({ value, text: t(`concern-mark.${value}`), hint: t(`concern-mark.${value}-hint`) }))}
          />
          <SubmitButton>{t('concern-mark.save')}</SubmitButton>
        </DeskForm>
      </>
    ),
  }
}
