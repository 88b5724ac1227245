import type { RotaShift } from '../../../../commands/on-call-now.ts'
import { overlap, type Span } from '../../../../domain/rota/shift.ts'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Versions } from '../../components/versions.tsx'
import type { Entered } from '../../context/entered.ts'
import type { Member, Shown } from '../../context/page.ts'
import { answerWord, dayAndHours, nameOf } from '../../on-call/when.ts'

type Choosing = { entered: Entered<unknown>; first: Temporal.PlainDate; theirs: readonly RotaShift[]; times: readonly Span[]; name: string }

/** Someone else has some of these nights: both are shown, and neither is lost until one is chosen. */
export const chooseShown = (member: Member, { entered, first, theirs, times, name }: Choosing): Shown => {
  const { t, key } = member
  const askers = [...new Set(theirs.flatMap(({ askedBy }) => askedBy ?? []))]
  return {
    status: 409,
    title: t('ask.taken-title'),
    body: (
      <>
        <PageHead title={t('ask.taken-title')} back={{ href: '/desk/rota', text: t('rota.back') }} />
        <Message kind="warn" id="taken" heading={t('rota-told.kept')}>
          <p>{t('ask.taken-text', { name })}</p>
        </Message>
        <Versions
          t={t}
          caption={t('ask.taken-title')}
          action="/desk/rota/ask"
          hidden={{
            key,
            first: String(first),
            ...Object.fromEntries(['person', 'rung', 'from', 'to'].map((field) => [field, entered.typed(field)])),
            day: entered.typedAll('day').join(','),
            seen: theirs.map(({ id }) => id).join(','),
          }}
          theirs={{
            heading: t('ask.theirs'),
            state: t('ask.theirs-state'),
            by: askers.map((asker) => t('ask.by', { name: asker })).join('. '),
            keep: t('ask.theirs-keep'),
          }}
          mine={{ heading: t('ask.mine'), state: t('ask.mine-state'), by: t('ask.mine-by'), keep: t('ask.mine-keep', { name }) }}
          fields={times.map((time) => {
            const there = theirs.filter((shift) => overlap(shift, time))
            return {
              label: dayAndHours(member, time),
              theirs: there.length
                ? there
                    .map((shift) => t('ask.holder', { name: nameOf(member, shift), state: answerWord(member, shift).toLowerCase() }))
                    .join('\n')
                : t('on-call.nobody'),
              mine: name,
              differs: there.length > 0,
            }
          })}
        />
      </>
    ),
  }
}
