import { longestReply, promisedBy, promises } from '../../../../domain/concerns/reply.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, LongTextField, SelectField } from '../../components/fields.tsx'
import { type Entered, faultLines, oneOf, text } from '../../context/entered.ts'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'

export const promiseChoices = ['none', ...promises] as const

export const replyReaders = {
  reply: text({ missing: 'reply.missing', long: 'reply.long', most: longestReply, lines: true }),
  promise: oneOf(promiseChoices, 'reply.promise-missing'),
}

type FormProps = { member: Member; path: string; entered: Entered<unknown>; first: boolean }

/** On the reporter's side: its button is a board, and leads to a page that checks. Nothing is sent from here. */
export const ReplyForm = ({ member, path, entered, first }: FormProps) => {
  const { t, local } = member
  const faults = faultLines(t, entered)
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  return (
    <div class="reply">
      <DeskForm action={`${path}/reply`}>
        <LongTextField
          {...field('reply')}
          label={t(first ? 'reply.label-first' : 'reply.label')}
          hint={t('reply.hint')}
          value={entered.typed('reply')}
          rows={6}
        />
        <SelectField
          {...field('promise')}
          label={t('reply.promise')}
          value={entered.typed('promise')}
          choices={promiseChoices.map((value) => ({
            value,
            text:
              value === 'none' ? t('reply.promise-none') : t('reply.promise-by', { when: momentWords(member, promisedBy(value, local)) }),
          }))}
        />
        <div class="actions">
          <SubmitButton look="sends">{t('reply.check')}</SubmitButton>
          <span class="small">{t('reply.nothing-sent')}</span>
        </div>
      </DeskForm>
    </div>
  )
}

/** Replies to begin with: words of the pack, which a person changes to what is true. */
export const templates = ['read', 'self', 'work', 'question', 'passed', 'waiting'] as const

export const Templates = ({ member: { t }, path }: { member: Member; path: string }) => (
  <details class="more">
    <summary>{t('reply.templates')}</summary>
    <ul class="points">
      {templates.map((template) => (
        <li>
          <a href={`${path}/reply?from=${template}`}>{t(`reply.template-${template}`)}</a>
        </li>
      ))}
    </ul>
  </details>
)
