import { lasts } from '../../../../domain/register/event.ts'
import type { Fields } from '../../../forms/fields.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DateField, RadiosField, TextField } from '../../components/fields.tsx'
import type { Entered, FieldFault } from '../../context/entered.ts'
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
 * What is asked once about these times, at the field that it is about: an event that is shorter than the course takes, and a day that is over, which
 * may be meant, for a list that is entered afterwards. Nothing, where whoever sends it says that they mean it. `before`: of an event that is moved:
 * what was so already is not asked about again.
 */
export const askedAbout = ({ desk, t, local }: Member, tier: string, times: Times, fields: Fields, before?: Times): FieldFault[] => {
  if (fields.text('sure') === 'yes') return []
  const dayOf = ({ starts }: Times) => starts.toZonedDateTimeISO(local.timeZoneId).toPlainDate()
  const [day, today] = [dayOf(times), local.toPlainDate()]
  const isOver = Temporal.PlainDate.compare(day, today) < 0 && !(before && dayOf(before).equals(day))
  const thisYear = day.with({ year: today.year })
  const year = Temporal.PlainDate.compare(thisYear, today) < 0 ? today.year + 1 : today.year
  const minutes = lasts(times)
  const needed = desk.parts.pack.course.tiers.find(({ id }) => id === tier)?.minutes ?? 0
  const isShort = minutes > 0 && minutes < needed && !(before && minutes >= lasts(before))
  return [
    ...(isOver ? [{ name: 'date', text: t('register-fault.past', { year: String(year) }) }] : []),
    ...(isShort ? [{ name: 'to', text: t('register-fault.short') }] : []),
  ]
}

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
