import type { Finding } from '../../../../commands/facts/check.ts'
import { answers, ways } from '../../../../domain/facts/checks.ts'
import type { Fields } from '../../../forms/fields.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DateField, DeskForm, LongTextField, RadiosField, TextField } from '../../components/fields.tsx'
import {
  type Entered,
  type FieldFault,
  faultLines,
  oneOf,
  type Reader,
  readEntered,
  text,
  unsent,
  withFault,
} from '../../context/entered.ts'
import { date, typedParts } from '../../context/entered-times.ts'
import type { Asked } from '../../context/page.ts'

/** A role in letters: it goes into the pack, where a number or an address would be one that nobody looks after. */
const role: Reader<string> = (fields, name) => {
  const read = text({ missing: null, long: 'fact-fault.asked-long', most: 120 })(fields, name)
  if ('fault' in read.read || /^[\p{L}\p{M} ,'’()/-]*$/u.test(read.read.value)) return read
  return { ...read, read: { fault: 'fact-fault.asked-letters' } }
}

const readers = {
  on: date('fact-fault.on-wrong', 'fact-fault.on-missing'),
  way: oneOf(ways, 'fact-fault.way'),
  asked: role,
  said: text({ missing: 'fact-fault.said', long: 'fact-fault.said-long', most: 2000, lines: true }),
  holds: oneOf(answers, 'fact-fault.holds'),
}

type Values = Entered<unknown>

/** What somebody found out, and the form as they sent it. */
export const readFinding = (fields: Fields): { entered: Values; finding: Finding | null } => {
  const entered = readEntered(fields, readers)
  const { values } = entered
  if (!values) return { entered, finding: null }
  const { on, way, asked, said, holds } = values
  // Nobody is asked where the source was read; else it must be said who it was.
  if (way !== 'source' && !asked) return { entered: withFault(entered, 'asked', 'fact-fault.asked'), finding: null }
  return { entered, finding: { checkedOn: on.toString(), way, asked: way === 'source' ? '' : asked, said, holds } }
}

export const notThatDay = (entered: Values): Values => withFault(entered, 'on', 'fact-fault.on-range')

/** The form with what is kept of a check. */
export const filledWith = ({ checkedOn, way, asked, said, holds }: Finding): Entered<never> =>
  unsent({
    on: checkedOn
      .split('-')
      .toReversed()
      .map((part) => String(Number(part))),
    way,
    asked,
    said,
    holds,
  })

type FormProps = { asked: Asked; entered: Values; action: string; hidden: Readonly<Record<string, string>>; save: string }

/** What is wrong, in the order of the fields. */
export const checkFaults = ({ t }: Asked, entered: Values): FieldFault[] => {
  const order = Object.keys(readers)
  return faultLines(t, entered).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}

export const CheckForm = ({ asked, entered, action, hidden, save }: FormProps) => {
  const { t, local } = asked
  const faults = checkFaults(asked, entered)
  const field = (name: keyof typeof readers) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  const { day, month, year } = local
  return (
    <DeskForm action={action} hidden={hidden}>
      <DateField
        {...field('on')}
        label={t('fact.on')}
        hint={t('fact.on-hint', { example: `${day} ${month} ${year}` })}
        parts={{ day: t('fact.day'), month: t('fact.month'), year: t('fact.year') }}
        value={typedParts(entered, 'on')}
      />
      <RadiosField
        {...field('way')}
        label={t('fact.way')}
        value={entered.typed('way')}
        choices={ways.map((value) => ({ value, text: t(`fact.way-${value}`) }))}
      />
      <TextField
        {...field('asked')}
        label={t('fact.asked')}
        hint={t('fact.asked-hint')}
        value={entered.typed('asked')}
        autocomplete="off"
      />
      <LongTextField {...field('said')} label={t('fact.said')} hint={t('fact.said-hint')} value={entered.typed('said')} rows={5} />
      <RadiosField
        {...field('holds')}
        label={t('fact.holds')}
        value={entered.typed('holds')}
        choices={answers.map((value) => ({ value, text: t(`fact.holds-${value}`) }))}
      />
      <SubmitButton>{save}</SubmitButton>
    </DeskForm>
  )
}
