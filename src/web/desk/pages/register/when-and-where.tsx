import { lasts } from '../../../../domain/register/event.ts'
import type { Fields } from '../../../forms/fields.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DateField, RadiosField, TextField } from '../../components/fields.tsx'
import type { Entered } from '../../context/entered.ts'
import { typedParts } from '../../context/entered-times.ts'
import type { Member } from '../../context/page.ts'

type Field = (name: string) => { t: Member['t']; name: string; fault: string | undefined; value: string }

/** When and where an event is: for whoever plans it, and whoever moves it. */
export const WhenAndWhere = ({ t, entered, field }: { t: Member['t']; entered: Entered<unknown>; field: Field }) => (
  <>
    <DateField
      {...field('date')}
      label={t('register.date')}
      parts={{ day: t('register.day'), month: t('register.month'), year: t('register.year') }}
      value={typedParts(entered, 'date')}
    />
    <TextField {...field('from')} label={t('register.from')} hint={t('register.time-hint')} autocomplete="off" />
    <TextField {...field('to')} label={t('register.to')} autocomplete="off" />
    <RadiosField
      {...field('where')}
      label={t('register.where')}
      choices={[
        { value: 'room', text: t('register.in-room') },
        { value: 'online', text: t('register.online') },
      ]}
    />
    <TextField {...field('place')} label={t('register.place')} hint={t('register.place-hint')} autocomplete="off" />
  </>
)

type Times = Parameters<typeof lasts>[0]

/**
 * Is this time shorter than the course takes, and nobody has said yet that it is meant? `before`: of an event that is moved; one that was as short
 * is not asked about again.
 */
export const asksIfShort = ({ desk }: Pick<Member, 'desk'>, tier: string, times: Times, fields: Fields, before?: Times): boolean => {
  const minutes = lasts(times)
  const asked = desk.parts.pack.course.tiers.find(({ id }) => id === tier)?.minutes ?? 0
  return minutes > 0 && minutes < asked && !(before && minutes >= lasts(before)) && fields.text('sure') !== 'yes'
}

/** What that fault is, at the end that was typed. */
export const shortAt = ['to', 'register-fault.short'] as const

/** The button that sends a form like this, and where it was asked about, the one that says that it is meant. */
export const GoButtons = ({ go, sure }: { go: string; sure: string | null }) => (
  <div class="actions">
    <SubmitButton>{go}</SubmitButton>
    {sure === null ? null : (
      <SubmitButton look="quiet" name="sure" value="yes">
        {sure}
      </SubmitButton>
    )}
  </div>
)
