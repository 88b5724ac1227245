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
