import { correctName, moveLearner, partLearner, stopTrainingMail } from '../../../../../commands/register/people/change-person.ts'
import { readWorkplaces } from '../../../../../commands/register/people/organisations.ts'
import { readPerson, type TrainedPerson } from '../../../../../commands/register/people/read-person.ts'
import type { DeskId } from '../../../../../content/word-ids.ts'
import { grouped } from '../../../../../domain/register/codes.ts'
import type { Worth } from '../../../../../domain/register/standing.ts'
import { longDate } from '../../../../../format/when.ts'
import { certificateAddress } from '../../../../context/training-addresses.ts'
import { Actions, LinkButton, PostButton, SubmitButton } from '../../../components/buttons.tsx'
import { DeskForm, SelectField, TextField } from '../../../components/fields.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import { Rows } from '../../../components/rows.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import { keyFor } from '../../../context/form-key.ts'
import type { Member, MemberPage, Shown } from '../../../context/page.ts'
import { tierName } from '../words.ts'
import { listPath } from './people-list.tsx'

const tolds = { name: 'trained.told-name', mail: 'trained.told-mail', parted: 'trained.told-taken-apart' } as const

/** Somebody who was trained: what they hold, since when, and what can be put right about them. */
export const personPage: MemberPage = {
  path: `${listPath}/people/:id`,
  here: 'register',
  show: (member) => shown(member, []),
  send: async (member, fields) => {
    const person = member.param('id')
    const here = `${listPath}/people/${person}`
    if (fields.has('stop-mail')) {
      await member.perform(stopTrainingMail, { person }, member.key)
      return { to: `${here}?told=mail` }
    }
    if (fields.has('part')) {
      const outcome = await member.perform(partLearner, { person: fields.text('part', 40) ?? '' }, member.key)
      return { to: 'fault' in outcome ? here : `${here}?told=parted` }
    }
    if (fields.has('organisation')) {
      const outcome = await member.perform(moveLearner, { person, organisation: fields.text('organisation', 40) ?? '' }, member.key)
      // Whoever moved them may see them no more.
      if ('done' in outcome) return { to: `${listPath}?told=moved` }
      return shown(member, [{ name: 'organisation', text: member.t('trained-fault.organisation') }])
    }
    const version = Number(/^\d{1,9}$/.exec(fields.text('version', 9) ?? '')?.[0] ?? 0)
    const name = fields.text('name', 400) ?? ''
    const outcome = await member.perform(correctName, { person, name, version }, member.key)
    if ('done' in outcome) return { to: `${here}?told=name` }
    return shown(member, [{ name: 'name', text: member.t(`trained-fault.${outcome.fault}`) }], name)
  },
}

const shown = async (member: Member, faults: readonly FieldFault[], typed?: string): Promise<Shown> => {
  const { t, query, desk } = member
  const { done: person } = await member.perform(readPerson, { person: member.param('id') })
  const told: DeskId | undefined = tolds[query('told') as keyof typeof tolds]
  return {
    title: person.name,
    faults,
    body: (
      <>
        <PageHead
          title={person.name}
          sub={`${person.organisation.name}. ${t('trained.since-day', { date: longDate(person.madeOn) })}`}
          back={{ href: listPath, text: t('trained.back') }}
        />
        {told ? (
          <Message kind="told" id="told" heading={t(told)}>
            {told === 'trained.told-name' && person.certificates.some(madeOtherwise) ? (
              <p>
                {t('trained.told-name-text', { address: `${desk.installation.site}${certificateAddress}`.replace(/^https?:\/\//, '') })}
              </p>
            ) : null}
          </Message>
        ) : null}
        {person.joinedTo ? (
          <Message
            kind="now"
            id="joined-to"
            heading={t('trained.joined-to')}
            act={
              <PostButton action={`${listPath}/people/${person.id}`} look="quiet" fields={{ key: member.key, part: person.id }}>
                {t('trained.part')}
              </PostButton>
            }
          >
            <p>
              <a href={`${listPath}/people/${person.joinedTo}`}>{t('trained.joined-to-link')}</a>
            </p>
          </Message>
        ) : null}
        <Part id="holds" heading={t('trained.holds')}>
          {person.held.length ? <HeldRows member={member} person={person} /> : <p>{t('trained.holds-none')}</p>}
        </Part>
        <Part id="attended" heading={t('trained.attended')}>
          <Rows
            caption={t('trained.attended')}
            tight
            groups={[{ rows: person.attended }]}
            columns={[
              { id: 'date', label: t('trained.date'), cell: ({ on }) => longDate(on) },
              { id: 'course', label: t('trained.course'), cell: ({ tier }) => tierName(member, tier) },
              { id: 'how', label: t('trained.how'), cell: ({ way }) => t(`trained.way-${way}`) },
            ]}
          />
        </Part>
        <Part id="certificates" heading={t('trained.certificates')}>
          {person.certificates.length ? <CertificateRows member={member} person={person} /> : <p>{t('trained.certificates-none')}</p>}
        </Part>
        {person.joined.length ? <JoinedPart member={member} person={person} /> : null}
        <Forms member={member} person={person} faults={faults} typed={typed} />
        <Part id="kept" heading={t('kept-about.part')}>
          <p>{t('kept-about.part-why')}</p>
          <Actions>
            <LinkButton href={`${listPath}/people/${person.id}/kept`} look="quiet">
              {t('kept-about.to-kept')}
            </LinkButton>
            <LinkButton href={`${listPath}/people/${person.id}/erase`} look="text">
              {t('kept-about.to-erase', { name: person.name })}
            </LinkButton>
          </Actions>
        </Part>
        <Move member={member} person={person} partners={(await member.perform(readWorkplaces, { begins: '' })).done} faults={faults} />
      </>
    ),
  }
}

const WorthCell = ({ t, worth }: { t: Member['t']; worth: Worth }) => {
  if (worth.worth === 'ended') return <Tag state="late">{t('trained.ended-on', { date: longDate(worth.on) })}</Tag>
  if (worth.worth === 'current')
    return <Tag state="in-time">{worth.until ? t('trained.until', { date: longDate(worth.until) }) : t('trained.state-current')}</Tag>
  if (worth.worth !== 'needs-update') return <Tag state="shut">{t(`trained.state-${worth.worth}`)}</Tag>
  return (
    <>
      <Tag state="due">{t('trained.state-needs-update')}</Tag>{' '}
      <span class="small">
        {worth.delta.known ? t('trained.to-learn', { count: worth.delta.learn.length }) : t('trained.version-unknown')}
      </span>
    </>
  )
}

type Props = { member: Member; person: TrainedPerson }

const HeldRows = ({ member, person }: Props) => (
  <Rows
    caption={member.t('trained.holds')}
    tight
    groups={[{ rows: person.held }]}
    columns={[
      { id: 'course', label: member.t('trained.course'), cell: ({ tier }) => tierName(member, tier) },
      { id: 'learnt', label: member.t('trained.learnt'), cell: ({ on }) => longDate(on) },
      { id: 'state', label: member.t('trained.state'), cell: ({ worth }) => <WorthCell t={member.t} worth={worth} /> },
    ]}
  />
)

/** It can be checked, but by a name that its holder has no more. */
const madeOtherwise = ({ withdrawn, replaced, renewed, otherName }: TrainedPerson['certificates'][number]): boolean =>
  otherName && !withdrawn && !replaced && !renewed
const certificateState = ({ withdrawn, replaced, renewed, demonstration }: TrainedPerson['certificates'][number]): DeskId => {
  if (demonstration) return 'trained.certificate-demonstration'
  if (withdrawn) return 'trained.state-withdrawn'
  if (replaced) return 'trained.state-replaced'
  return renewed ? 'trained.state-renewed' : 'trained.certificate-holds'
}

const CertificateRows = ({ member, person }: Props) => {
  const { t } = member
  return (
    <Rows
      caption={t('trained.certificates')}
      tight
      groups={[{ rows: person.certificates }]}
      columns={[
        { id: 'code', label: t('trained.code'), cell: ({ code }) => <span class="ref">{grouped(code)}</span> },
        { id: 'course', label: t('trained.course'), cell: ({ tier }) => tierName(member, tier) },
        { id: 'learnt', label: t('trained.learnt'), cell: ({ learnt }) => longDate(learnt) },
        { id: 'ends', label: t('trained.certificate-ends'), cell: ({ ends }) => (ends ? longDate(ends) : t('trained.never-ends')) },
        {
          id: 'state',
          label: t('trained.certificate-state'),
          cell: (certificate) =>
            madeOtherwise(certificate) ? (
              <>
                {t('trained.other-name')}{' '}
                <PostButton
                  action={`/desk/certificates/${certificate.id}`}
                  look="text"
                  fields={{ key: keyFor(member, certificate.id), do: 'remake' }}
                  of={grouped(certificate.code)}
                >
                  {t('certificates.remake')}
                </PostButton>
              </>
            ) : (
              t(certificateState(certificate))
            ),
        },
      ]}
    />
  )
}

const JoinedPart = ({ member, person }: Props) => {
  const { t } = member
  return (
    <Part id="joined" heading={t('trained.joined')}>
      <p>{t('trained.joined-why')}</p>
      <ul class="points">
        {person.joined.map(({ id, name, madeOn }) => (
          <li>
            {name}. {t('trained.since-day', { date: longDate(madeOn) })}{' '}
            <PostButton action={`${listPath}/people/${person.id}`} look="quiet" fields={{ key: keyFor(member, id), part: id }} of={name}>
              {t('trained.part')}
            </PostButton>
          </li>
        ))}
      </ul>
    </Part>
  )
}

const Forms = ({ member, person, faults, typed }: Props & { faults: readonly FieldFault[]; typed: string | undefined }) => {
  const { t } = member
  const action = `${listPath}/people/${person.id}`
  return (
    <>
      <Part id="correct" heading={t('trained.correct')}>
        <DeskForm action={action} hidden={{ key: keyFor(member, 'name'), version: String(person.version) }}>
          <TextField
            t={t}
            name="name"
            label={t('trained.name')}
            hint={t('trained.correct-why')}
            fault={faults.find(({ name }) => name === 'name')?.text}
            value={typed ?? person.name}
            autocomplete="off"
          />
          <div class="actions">
            <SubmitButton look="quiet">{t('trained.save-name')}</SubmitButton>
          </div>
        </DeskForm>
      </Part>
      <Part id="mail" heading={t('trained.mail')}>
        {person.mailStopped ? (
          <p>{t('trained.mail-off', { date: longDate(person.mailStopped.toZonedDateTimeISO(member.local.timeZoneId).toPlainDate()) })}</p>
        ) : (
          <>
            <p>{t('trained.mail-on')}</p>
            <PostButton action={action} look="quiet" fields={{ key: keyFor(member, 'mail'), 'stop-mail': 'yes' }}>
              {t('trained.mail-stop')}
            </PostButton>
          </>
        )}
      </Part>
    </>
  )
}

type Places = { typed: readonly { id: string; name: string }[]; partners: readonly { id: string; name: string }[] }

const Move = ({ member, person, partners, faults }: Props & { partners: Places; faults: readonly FieldFault[] }) => {
  const { t } = member
  const choices = [...partners.partners, ...partners.typed].filter(({ id }) => id !== person.organisation.id)
  return (
    <Part id="move" heading={t('trained.move')}>
      <p>{t('trained.move-why')}</p>
      <DeskForm action={`${listPath}/people/${person.id}`} hidden={{ key: keyFor(member, 'move') }}>
        <SelectField
          t={t}
          name="organisation"
          label={t('trained.move-to')}
          fault={faults.find(({ name }) => name === 'organisation')?.text}
          choices={choices.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <div class="actions">
          <SubmitButton look="quiet">{t('trained.move-go')}</SubmitButton>
        </div>
      </DeskForm>
    </Part>
  )
}
