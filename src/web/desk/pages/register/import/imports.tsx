import { type Imported, readImports } from '../../../../../commands/register/imports/read-imports.ts'
import { undoImport } from '../../../../../commands/register/imports/undo-import.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { clock, fullDate } from '../../../../../format/when.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Confirm } from '../../../components/confirm.tsx'
import { Figures } from '../../../components/facts.tsx'
import { Empty } from '../../../components/list.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import { Rows } from '../../../components/rows.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member, MemberPage, Shown } from '../../../context/page.ts'
import { deniedPage } from '../../../layout/texts.tsx'
import { importPath, importsPath, patience } from './carried.ts'
import { MovesLink } from './preview.tsx'

const most = 100

/** Coordinators, and SPOCs for their own partner; a trainer imports onto the list of an event, from its page. */
export const importsAnybody = ({ viewer }: Pick<Member, 'viewer'>): boolean => holds(viewer, 'coordinator') || holds(viewer, 'spoc')

/** Files that were imported, newest first. */
export const importsPage: MemberPage = {
  path: importsPath,
  here: 'events',
  show: async (member) => {
    const { t } = member
    const imports = (await member.perform(readImports, { id: null, limit: most })).done
    return {
      title: t('import.imports'),
      body: (
        <>
          <PageHead
            title={t('import.imports')}
            sub={t('import.imports-what')}
            back={{ href: '/desk/events', text: t('register.back') }}
            act={importsAnybody(member) ? <LinkButton href={importPath}>{t('import.title')}</LinkButton> : null}
          />
          {member.query('told') === 'none' ? <Message kind="told" id="told" heading={t('import.told-none')} /> : null}
          {imports.length ? (
            <ImportRows member={member} imports={imports} />
          ) : (
            <Empty heading={t('import.imports-none')}>
              <p>{t('import.imports-none-what')}</p>
            </Empty>
          )}
        </>
      ),
    }
  },
}

const dayOf = ({ local }: Pick<Member, 'local'>, at: Temporal.Instant): string =>
  fullDate(at.toZonedDateTimeISO(local.timeZoneId).toPlainDate())

/** Of several on one day each is told by its time. */
const momentOf = (member: Member, at: Temporal.Instant): string =>
  member.t('import.moment', { day: dayOf(member, at), time: clock(at.toZonedDateTimeISO(member.local.timeZoneId)) })

const partnerName = ({ desk, t }: Member, { partner, event }: Imported): string =>
  event !== null
    ? t('import.of-event')
    : partner === null
      ? t('import.of-many')
      : (desk.parts.pack.partners.find(({ id }) => id === partner)?.name ?? partner)

const ImportRows = ({ member, imports }: { member: Member; imports: readonly Imported[] }) => {
  const { t } = member
  return (
    <Rows
      caption={t('import.imports')}
      groups={[{ rows: imports }]}
      columns={[
        { id: 'when', label: t('import.when'), cell: ({ id, at }) => <a href={`${importsPath}/${id}`}>{momentOf(member, at)}</a> },
        { id: 'by', label: t('import.by'), cell: ({ by }) => by ?? '' },
        { id: 'of', label: t('import.of'), cell: (one) => partnerName(member, one) },
        { id: 'rows', label: t('import.rows'), figures: true, cell: ({ rows }) => rows.toLocaleString('en-GB') },
        { id: 'kept', label: t('import.kept'), figures: true, cell: ({ kept }) => kept.toLocaleString('en-GB') },
        {
          id: 'state',
          label: t('import.state'),
          cell: ({ undone }) =>
            undone ? (
              <Tag state="shut">{t('import.undone', { day: dayOf(member, undone) })}</Tag>
            ) : (
              <Tag state="in-time">{t('import.there')}</Tag>
            ),
        },
      ]}
    />
  )
}

/** One import: what it brought, and taking it back. */
export const importedPage: MemberPage = {
  path: `${importsPath}/:id`,
  patience,
  here: 'events',
  show: async (member) => (await importedShown(member)) ?? deniedPage(member, 'not-found'),
  send: async (member) => {
    const id = member.param('id')
    const outcome = await member.perform(undoImport, { id }, member.key)
    if ('fault' in outcome) return (await importedShown(member, true)) ?? deniedPage(member, 'not-found')
    return { to: `${importsPath}/${id}?told=undone&n=${outcome.done.gone}` }
  },
}

const importedShown = async (member: Member, failed = false): Promise<Shown | null> => {
  const { t, key, viewer } = member
  const [one] = (await member.perform(readImports, { id: member.param('id'), limit: 1 })).done
  if (!one) return null
  const told = member.query('told')
  const count = /^\d{1,6}$/.test(member.query('n') ?? '') ? Number(member.query('n')) : 0
  const title = t('import.one', { day: momentOf(member, one.at) })
  const path = `${importsPath}/${one.id}`
  return {
    title,
    ...(failed ? { status: 400 } : {}),
    body: (
      <>
        <PageHead
          title={title}
          sub={`${one.by ?? ''}. ${partnerName(member, one)}.`}
          back={{ href: importsPath, text: t('import.back') }}
        />
        {told === 'kept' ? (
          <Message
            kind="told"
            id="told"
            heading={t(one.event === null ? 'import.told-kept' : 'import.told-listed', { count: one.kept })}
            act={one.event === null ? null : <LinkButton href={`/desk/events/${one.event}`}>{t('import.to-event')}</LinkButton>}
          />
        ) : null}
        {told === 'undone' ? <Message kind="told" id="told" heading={t('import.told-undone', { count })} /> : null}
        {failed ? <Message kind="wrong" id="failed" heading={t('import-fault.undone')} /> : null}
        <Figures
          figures={[
            { label: t('import.rows'), value: one.rows.toLocaleString('en-GB') },
            { label: t('import.kept'), value: one.kept.toLocaleString('en-GB') },
            { label: t('import.came-known'), value: (one.rows - one.kept - one.refused - one.others).toLocaleString('en-GB') },
            { label: t('import.others'), value: one.others.toLocaleString('en-GB') },
            { label: t('import.refused'), value: one.refused.toLocaleString('en-GB') },
          ]}
        />
        {one.claimed ? (
          <Message kind="now" id="away" heading={t('import.away', { count: one.claimed })} act={<MovesLink member={member} />}>
            <p>{t('import.away-what')}</p>
          </Message>
        ) : null}
        {one.undone ? <p>{t('import.undone', { day: dayOf(member, one.undone) })}</p> : null}
        {one.undone === null && (one.mine || holds(viewer, 'coordinator')) ? (
          <Part id="undo" heading={t('import.undo')}>
            <Confirm
              action={path}
              hidden={{ key }}
              will={{
                heading: t('import.undo-will'),
                items: [
                  t('import.undo-rows', { count: one.kept }),
                  ...(one.event === null ? [t('import.undo-people'), t('import.undo-certificates')] : []),
                ],
              }}
              cannot={{
                heading: t('import.undo-cannot'),
                items: [t(one.event === null ? 'import.undo-moved' : 'import.undo-confirmed')],
              }}
              final={t('import.undo')}
              keep={{ href: importsPath, text: t('import.undo-keep') }}
            />
          </Part>
        ) : null}
      </>
    ),
  }
}
