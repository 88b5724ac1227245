import type { KnownOrganisation } from '../../../commands/attend/read-event.ts'
import { alikeOf, meantKnown } from '../../../domain/register/alike.ts'
import { organisationKey } from '../../../domain/register/names.ts'
import { fieldFault, groupFault } from '../../components/problems.tsx'
import type { Locale } from '../../context/types.ts'
import { Input } from '../../govuk/input.tsx'
import { Radios } from '../../govuk/radios.tsx'
import { Select } from '../../govuk/select.tsx'
import type { Typed, WhoFault } from './typed.ts'

type Props = {
  locale: Locale
  organisations: readonly KnownOrganisation[]
  typed: Typed
  faults: readonly WhoFault[]
  /** The organisation is none that is known: its kind is asked for. */
  asksSector: boolean
  email: { label: string; hint: string }
}

/** Who somebody is, where they work and what they do there; an email only where they want one. */
export const WhoFields = ({ locale: { t, pack }, organisations, typed, faults, asksSector, email }: Props) => {
  const errorOf = (field: WhoFault['field']): string | null => {
    const found = faults.find((fault) => fault.field === field)
    return found ? t(`in-fault.${found.fault}`) : null
  }
  const sector = groupFault(t, errorOf('sector'))
  const alike = asksSector
    ? alikeOf(
        typed.organisation,
        organisations.map(({ name }) => name),
      )
    : null
  return (
    <>
      <Input
        name="name"
        id="name"
        value={typed.name}
        autocomplete="name"
        label={{ text: t('in.name') }}
        hint={{ text: t('in.name-hint') }}
        {...fieldFault(t, errorOf('name'))}
      />
      <Input
        name="organisation"
        id="organisation"
        value={typed.organisation}
        autocomplete="organization"
        label={{ text: t('in.organisation') }}
        hint={{ text: t('in.organisation-hint') }}
        {...fieldFault(t, errorOf('organisation'), { list: 'organisations' })}
      />
      <datalist id="organisations">
        {organisations.map(({ name }) => (
          <option value={name} />
        ))}
      </datalist>
      {asksSector ? <input type="hidden" name="sector-of" value={organisationKey(typed.organisation)} /> : null}
      {asksSector ? (
        <Radios
          name="sector"
          idPrefix="sector"
          value={typed.sector}
          fieldset={{ legend: { text: t('in.sector', { name: typed.organisation }) }, ...sector.fieldset }}
          hint={{ text: alike ? t('in.sector-alike', { name: alike }) : t('in.sector-why') }}
          items={[
            ...(alike ? [{ value: meantKnown, text: t('in.sector-meant', { name: alike }) }] : []),
            ...pack.trainedSectors.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          {...sector.message}
        />
      ) : null}
      <Select
        name="group"
        id="group"
        value={typed.group}
        label={{ text: t('in.group') }}
        items={[
          { value: '', text: t('in.group-choose') },
          ...pack.roleGroups.map(({ id, name }) => ({ value: id, text: name })),
          { value: 'none', text: t('in.group-none') },
        ]}
      />
      <Input
        name="email"
        id="email"
        type="email"
        value={typed.email}
        autocomplete="email"
        spellcheck={false}
        label={{ text: email.label }}
        hint={{ text: email.hint }}
        {...fieldFault(t, errorOf('email'))}
      />
    </>
  )
}

/** First on a page that comes back with one more question, and nothing wrong: it leads there. */
export const NextQuestion = ({ locale: { t }, typed }: Pick<Props, 'locale' | 'typed'>) => (
  <section class="note" role="status" tabindex={-1} autofocus>
    <p>
      <b>{t('in.next-question')}</b> <a href="#sector">{t('in.sector', { name: typed.organisation })}</a>
    </p>
  </section>
)
