import { dateOrders } from '../../../../../domain/register/sheet/dates.ts'
import { encodings } from '../../../../../domain/register/sheet/decode.ts'
import type { Mapping } from '../../../../../domain/register/sheet/mapping.ts'
import { endsAfter } from '../../../../../domain/register/sheet/mapping.ts'
import { SubmitButton } from '../../../components/buttons.tsx'
import { ChecksField, DateField, DeskForm, RadiosField, SelectField } from '../../../components/fields.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Member, Shown } from '../../../context/page.ts'
import { type Carried, carriedFields, columnsPath, type FileRead, importPath } from './carried.ts'
import { askedOf, byColumn, saysOrganisation, unused } from './columns.ts'
import { exampleOf, orderOf, rolesAsked, updateChoices, wordsOf } from './words.ts'

const hints = {
  name: 'import.col-name-hint',
  email: 'import.col-email-hint',
  number: 'import.col-number-hint',
  result: 'import.col-result-hint',
} as const

/** `touched`: somebody has answered these questions; a guess leaves open what nobody but they can say. */
export const columnsShown = (
  member: Member,
  carried: Carried,
  { table, how }: FileRead,
  { mapping, faults = [], touched, asks }: { mapping: Mapping; faults?: readonly FieldFault[]; touched: boolean; asks?: boolean },
): Shown => {
  const { t, key, desk } = member
  const { course, trainedSectors: sectors } = desk.parts.pack
  const field = (name: string) => ({ t, name, fault: faults.find((one) => one.name === name)?.text })
  const named = (at: number): string => table.headers[at] || t('import.column-unnamed', { place: at + 1 })
  const choices = [
    { value: '', text: t('import.not-here') },
    ...table.headers.map((_, at) => {
      const value = exampleOf(table, at)
      return {
        value: String(at),
        text: value ? t('import.column', { name: named(at), value }) : t('import.column-empty', { name: named(at) }),
      }
    }),
  ]
  const { event, partner } = carried
  const ours = desk.parts.pack.partners.find(({ id }) => id === partner)?.name ?? partner ?? ''
  const mustSay = saysOrganisation(table, carried)
  const unsaid = faults.some(({ name }) => name === 'col-organisation')
  const [courses, results] = [wordsOf(table, mapping.columns.course), wordsOf(table, mapping.columns.result)]
  const tierChoices = [...course.tiers.map(({ id, name }) => ({ value: id, text: name })), ...updateChoices(member)]
  const order = orderOf(table, mapping.columns.date)
  const { encoding, ...rest } = carriedFields(carried)
  const [year = '', month = '', day = ''] = mapping.on?.split('-') ?? []
  return {
    title: t('import.columns'),
    faults,
    body: (
      <>
        <PageHead
          title={t('import.columns')}
          sub={t('import.columns-what', { rows: table.rows.length })}
          back={{ href: event === null ? importPath : `${importPath}?event=${event}`, text: t('import.title') }}
        />
        {asks ? <Message kind="now" id="asks" heading={t('import.columns-changed')} /> : null}
        <DeskForm action={columnsPath} hidden={{ key, ...rest, asked: askedOf(mapping), 'read-as': encoding ?? '' }}>
          {rolesAsked(event).map((role) => (
            <SelectField
              {...field(`col-${role}`)}
              label={t(`import.col-${role}`)}
              hint={
                role === 'organisation'
                  ? t(partner === null ? 'import.col-organisation-hint-rows' : 'import.col-organisation-hint', { partner: ours })
                  : role in hints
                    ? t(hints[role as keyof typeof hints])
                    : undefined
              }
              choices={
                role === 'organisation' && mustSay
                  ? [
                      { value: '', text: t('import.col-organisation-choose') },
                      { value: unused, text: t('import.col-organisation-same', { partner: ours }) },
                      ...choices.slice(1),
                    ]
                  : choices
              }
              value={
                mapping.columns[role] !== undefined
                  ? String(mapping.columns[role])
                  : role === 'organisation' && mustSay && touched && !unsaid
                    ? unused
                    : ''
              }
            />
          ))}
          {event === null ? (
            <>
              <RadiosField
                {...field('tier')}
                label={t('import.tier')}
                choices={[
                  ...tierChoices,
                  ...(mapping.columns.course === undefined ? [] : [{ value: byColumn, text: t('import.tier-column') }]),
                ]}
                value={mapping.tier ?? (mapping.columns.course !== undefined && (touched || courses) ? byColumn : '')}
              />
              {courses?.size ? (
                <fieldset class="govuk-fieldset form">
                  <legend class="govuk-fieldset__legend">{t('import.tiers')}</legend>
                  {[...courses].map(([word, said], at) => (
                    <SelectField
                      {...field(`tier-${at}`)}
                      label={said}
                      choices={[{ value: '', text: t('import.tiers-none') }, ...tierChoices]}
                      value={mapping.tiers[word] ?? ''}
                    />
                  ))}
                </fieldset>
              ) : null}
            </>
          ) : null}
          {results?.size ? (
            <ChecksField
              {...field('done')}
              label={t('import.done')}
              choices={[...results].map(([value, text]) => ({ value, text }))}
              values={mapping.done}
            />
          ) : null}
          {event === null ? (
            <>
              {order === 'ask' ? (
                <RadiosField
                  {...field('order')}
                  label={t('import.order')}
                  hint={t('import.order-why')}
                  choices={dateOrders.map((value) => ({ value, text: t(`import.order-${value}`) }))}
                  value={mapping.order ?? undefined}
                />
              ) : null}
              {mapping.columns.date === undefined ? (
                <DateField
                  {...field('on')}
                  label={t('import.on')}
                  parts={{ day: t('register.day'), month: t('register.month'), year: t('register.year') }}
                  value={{ day, month, year }}
                />
              ) : (
                <SelectField
                  {...field('ends')}
                  label={t('import.ends')}
                  choices={endsAfter.map((years) => ({ value: String(years), text: t(`import.ends-${years}`) }))}
                  value={String(mapping.ends)}
                />
              )}
              <RadiosField
                {...field('ours')}
                label={t('import.ours')}
                hint={t('import.ours-hint')}
                choices={[
                  { value: 'yes', text: t('import.ours-yes') },
                  { value: 'no', text: t('import.ours-no') },
                ]}
                value={touched ? (mapping.ours ? 'yes' : 'no') : undefined}
              />
            </>
          ) : null}
          {mapping.columns.organisation === undefined ? null : (
            <SelectField
              {...field('sector')}
              label={t('import.sector')}
              choices={sectors.map(({ id, name }) => ({ value: id, text: name }))}
              value={mapping.sector ?? ''}
            />
          )}
          {how.encoding === null ? null : (
            <SelectField
              {...field('encoding')}
              label={t('import.encoding')}
              hint={t('import.encoding-hint')}
              choices={[
                { value: '', text: t('import.encoding-auto') },
                ...encodings.map((value) => ({ value, text: t(`import.encoding-${value}`) })),
              ]}
              value={encoding ?? ''}
            />
          )}
          <div class="actions">
            <SubmitButton>{t('import.columns-go')}</SubmitButton>
          </div>
        </DeskForm>
      </>
    ),
  }
}
