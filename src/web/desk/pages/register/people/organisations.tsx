import { mergeOrganisation } from '../../../../../commands/register/people/merge-organisation.ts'
import { readWorkplaces, type Workplace, workplaceRows } from '../../../../../commands/register/people/organisations.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Confirm } from '../../../components/confirm.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { Empty, Search } from '../../../components/list.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import { Rows } from '../../../components/rows.tsx'
import type { Answer, Member, MemberPage } from '../../../context/page.ts'
import { deniedPage } from '../../../layout/texts.tsx'
import { listPath } from './people-list.tsx'

const path = `${listPath}/organisations`

/** Organisations that people typed, for a coordinator to tidy. */
export const organisationsPage: MemberPage = {
  path,
  here: 'register',
  show: async (member) => {
    const { t, query, desk, viewer } = member
    if (!holds(viewer, 'coordinator')) return deniedPage(member, 'not-allowed')
    const begins = (query('q') ?? '').slice(0, 120)
    const { typed } = (await member.perform(readWorkplaces, { begins })).done
    const moved = /^\d{1,7}$/.exec(query('moved') ?? '')?.[0]
    const sector = ({ sector: id }: Workplace): string => desk.parts.pack.trainedSectors.find((one) => one.id === id)?.name ?? id
    return {
      title: t('trained.organisations'),
      body: (
        <>
          <PageHead
            title={t('trained.organisations')}
            sub={t('trained.organisations-what')}
            back={{ href: listPath, text: t('trained.back') }}
          />
          {moved ? <Message kind="told" id="told" heading={t('trained.told-merged', { count: Number(moved) })} /> : null}
          <Search
            t={t}
            action={path}
            label={t('trained.organisations-find')}
            value={begins}
            go={t('trained.show')}
            clear={{ href: path, text: t('trained.organisations-all') }}
          />
          {typed.length ? (
            <Rows
              caption={t('trained.organisations')}
              tight
              groups={[{ rows: typed }]}
              columns={[
                { id: 'name', label: t('trained.organisation'), cell: ({ name }) => name },
                { id: 'sector', label: t('trained.sector'), cell: sector },
                { id: 'people', label: t('trained.head-people'), figures: true, cell: ({ people }) => people.toLocaleString('en-GB') },
                {
                  id: 'merge',
                  label: t('trained.merge'),
                  cell: ({ id, name }) => (
                    <LinkButton href={`${path}/${id}?name=${encodeURIComponent(name)}`} look="text" of={name}>
                      {t('trained.merge')}
                    </LinkButton>
                  ),
                },
              ]}
            />
          ) : (
            <Empty heading={t('trained.organisations-none')}>
              <p>{t('trained.organisations-none-why')}</p>
            </Empty>
          )}
          {typed.length === workplaceRows ? <p class="small">{t('trained.organisations-most', { count: workplaceRows })}</p> : null}
        </>
      ),
    }
  },
}

/** One of them is another: what happens, before it does. */
export const mergePage: MemberPage = {
  path: `${path}/:id`,
  here: 'register',
  show: (member) => mergeShown(member, false),
  send: async (member, fields) => {
    const outcome = await member.perform(
      mergeOrganisation,
      { organisation: member.param('id'), into: fields.text('into', 40) ?? '' },
      member.key,
    )
    return 'fault' in outcome ? mergeShown(member, true) : { to: `${path}?moved=${outcome.done.moved}` }
  },
}

const mergeShown = async (member: Member, wrong: boolean): Promise<Answer> => {
  const { t, viewer, key } = member
  if (!holds(viewer, 'coordinator')) return deniedPage(member, 'not-allowed')
  // The one that it is of stands among those whose name begins as its own does.
  const id = member.param('id')
  const { typed, partners } = (await member.perform(readWorkplaces, { begins: member.query('name')?.slice(0, 120) ?? '' })).done
  const all = (await member.perform(readWorkplaces, { begins: '' })).done.typed
  const one = [...typed, ...all].find((place) => place.id === id)
  if (!one) return deniedPage(member, 'not-found')
  const others = [...new Map([...typed, ...all].map((place) => [place.id, place])).values()].filter((place) => place.id !== id)
  const faults = wrong ? [{ name: 'into', text: t('trained-fault.merge') }] : []
  const title = t('trained.merge-what', { name: one.name })
  return {
    title,
    faults,
    body: (
      <>
        <PageHead title={title} back={{ href: path, text: t('trained.organisations') }} />
        <Confirm
          action={`${path}/${id}?name=${encodeURIComponent(one.name)}`}
          hidden={{ key }}
          will={{
            heading: t('trained.merge-will'),
            items: [t('trained.merge-will-people'), t('trained.merge-will-name', { name: one.name })],
          }}
          cannot={{ heading: t('trained.merge-cannot'), items: [t('trained.merge-cannot-undone')] }}
          final={t('trained.merge-go')}
          keep={{ href: path, text: t('trained.merge-keep') }}
        >
          <SelectField
            t={t}
            name="into"
            label={t('trained.merge-into')}
            fault={faults[0]?.text}
            choices={[...partners, ...others].map((place) => ({ value: place.id, text: place.name }))}
          />
        </Confirm>
      </>
    ),
  }
}
