import type { Child } from 'hono/jsx'
import type { RotaShift } from '../../../../commands/on-call-now.ts'
import type { OpenSwap } from '../../../../commands/rota/read-rota.ts'
import { PostButton } from '../../components/buttons.tsx'
import { Pending } from '../../components/page-head.tsx'
import { keyFor } from '../../context/form-key.ts'
import type { Member } from '../../context/page.ts'
import { dayAndHours, nameOf, rungWord } from '../../on-call/when.ts'

const whenAndRung = (member: Member, shift: RotaShift): string =>
  member.t('rota.yours-line', { when: dayAndHours(member, shift), rung: rungWord(member, shift.rung).toLowerCase() })

/** What whoever looks was asked for and has not answered: each with yes and no. In dashes, for nobody has agreed. */
export const AskedOfMe = ({ member, shifts }: { member: Member; shifts: readonly RotaShift[] }) => {
  const { t, key } = member
  if (!shifts.length) return null
  const answers = (of: readonly RotaShift[], yes: Child, no: Child, said?: string) => {
    const button = (answer: 'agreed' | 'refused', words: Child) => (
      <PostButton
        action="/desk/rota"
        fields={{ key: of.length > 1 ? key : keyFor(member, of[0]?.id ?? ''), shifts: of.map(({ id }) => id).join(','), answer }}
        look="quiet"
        of={said}
      >
        {words}
      </PostButton>
    )
    return (
      <div class="actions">
        {button('agreed', yes)}
        {button('refused', no)}
      </div>
    )
  }
  return (
    <Pending>
      <h2>{t('rota.yours-title')}</h2>
      <p>{t('rota.yours-text')}</p>
      <ul class="waiting">
        {shifts.map((shift) => (
          <li>
            <span>
              <b>{whenAndRung(member, shift)}</b>. {shift.askedBy ? t('rota.by', { name: shift.askedBy }) : null}
            </span>
            {answers([shift], t('rota.yes'), t('rota.no'), whenAndRung(member, shift))}
          </li>
        ))}
        {shifts.length > 1 ? (
          <li>
            <span />
            {answers(shifts, t('rota.yes-all', { count: shifts.length }), t('rota.no-all', { count: shifts.length }))}
          </li>
        ) : null}
      </ul>
    </Pending>
  )
}

/** A turn of someone else's that whoever looks is asked to take. */
export const SwapOfMe = ({ member, swap }: { member: Member; swap: OpenSwap }) => {
  const { t } = member
  const name = nameOf(member, swap.shift)
  const said = whenAndRung(member, swap.shift)
  const fields = (answer: 'taken' | 'refused') => ({ key: keyFor(member, swap.id), swap: swap.id, answer })
  return (
    <Pending>
      <h2>{t('rota.swap-title', { name })}</h2>
      <p>
        <b>{said}</b>
      </p>
      <p>{t('rota.swap-text', { name })}</p>
      <div class="actions">
        <PostButton action="/desk/rota/answer-swap" fields={fields('taken')} look="quiet" of={said}>
          {t('rota.take')}
        </PostButton>
        <PostButton action="/desk/rota/answer-swap" fields={fields('refused')} look="quiet" of={said}>
          {t('rota.leave-it')}
        </PostButton>
      </div>
    </Pending>
  )
}
