import { addNote } from '../../../../commands/concerns/add-note.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import { longestNote } from '../../../../domain/concerns/reply.ts'
import { Actions, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, LongTextField } from '../../components/fields.tsx'
import { type Entered, faultLines, readEntered, text, unsent } from '../../context/entered.ts'
import type { Member, MemberPage } from '../../context/page.ts'
import { OfConcern } from './head.tsx'
import type { ConcernPart } from './part.ts'
import { notSealed } from './sealed-page.tsx'
import { pathOf } from './words.ts'

/** Inside: saved in one step, by a button that says where it stays. */
export const notePart: ConcernPart = async (member, concern) => ({
  side: 'inside',
  id: 'inside-note',
  jump: member.t('concern-note.jump'),
  body: <NoteForm member={member} path={pathOf(concern)} entered={unsent()} />,
})

const NoteForm = ({ member: { t, key }, path, entered }: { member: Member; path: string; entered: Entered<unknown> }) => {
  const [fault] = faultLines(t, entered)
  return (
    <div class="note">
      <DeskForm action={`${path}/note`} hidden={{ key }}>
        <LongTextField
          t={t}
          name="note"
          label={t('concern-note.label')}
          hint={t('concern-note.hint')}
          value={entered.typed('note')}
          rows={4}
          fault={fault?.text}
        />
        <Actions>
          <SubmitButton look="quiet">{t('concern-note.save')}</SubmitButton>
        </Actions>
      </DeskForm>
    </div>
  )
}

const readers = { note: text({ missing: 'concern-note.missing', long: 'concern-note.long', most: longestNote, lines: true }) }

export const notePage: MemberPage = {
  path: '/desk/concerns/:id/note',
  here: 'inbox',
  send: async (member, fields) => {
    const { t } = member
    const { done: head } = await member.perform(readHead, { concern: member.param('id') })
    const entered = readEntered(fields, readers)
    const form = (
      <section class="zone inside">
        <div class="zone-body">
          <NoteForm member={member} path={pathOf(head)} entered={entered} />
        </div>
      </section>
    )
    const title = t('concern-note.title')
    if (!entered.values)
      return {
        title,
        faults: faultLines(t, entered),
        body: (
          <>
            <OfConcern member={member} concern={head} title={title} />
            {form}
          </>
        ),
      }
    const added = await member.perform(addNote, { concern: head.id, text: entered.values.note }, member.key)
    return 'fault' in added ? notSealed(member, added.fault, title, form) : { to: `${pathOf(head)}?told=noted#timeline` }
  },
}
