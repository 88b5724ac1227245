import type { LearnerCopy } from '../../../../../commands/register/leaving/copies.ts'
import { copyPartner, erasePartner } from '../../../../../commands/register/leaving/partner.ts'
import { type PartnerPeople, readPartnerPeople } from '../../../../../commands/register/leaving/read-partner-people.ts'
import { type CellValue, csvOf } from '../../../../../format/guarded-cells.ts'
import { Actions, PostButton } from '../../../components/buttons.tsx'
import { Confirm } from '../../../components/confirm.tsx'
import { TextField } from '../../../components/fields.tsx'
import { Empty } from '../../../components/list.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import { Rows } from '../../../components/rows.tsx'
import type { Answer, Member, MemberPage } from '../../../context/page.ts'
import { tierName } from '../words.ts'
import { backupWords } from './erase.tsx'

export const leavingPath = '/desk/register/leaving'

/** Partners that people in the register work for. */
export const leavingPage: MemberPage = {
  path: leavingPath,
  here: 'register',
  show: async (member) => {
    const { t } = member
    const { done: partners } = await member.perform(readPartnerPeople, { partner: null })
    return {
      title: t('partner-leaves.title'),
      body: (
        <>
          <PageHead
            title={t('partner-leaves.title')}
            sub={t('partner-leaves.sub')}
            back={{ href: '/desk/register', text: t('partner-leaves.back') }}
          />
          {partners.length ? (
            <Rows
              caption={t('partner-leaves.title')}
              groups={[{ rows: partners }]}
              columns={[
                { id: 'partner', label: t('partner-leaves.partner'), cell: ({ id, name }) => <a href={`${leavingPath}/${id}`}>{name}</a> },
                { id: 'people', label: t('partner-leaves.people'), figures: true, cell: ({ people }) => people },
                { id: 'attendances', label: t('partner-leaves.attendances'), figures: true, cell: ({ attendances }) => attendances },
                { id: 'certificates', label: t('partner-leaves.certificates'), figures: true, cell: ({ certificates }) => certificates },
              ]}
            />
          ) : (
            <Empty heading={t('partner-leaves.none')}>
              <p>{t('partner-leaves.none-why')}</p>
            </Empty>
          )}
        </>
      ),
    }
  },
}

/** So long may the people of a large trust take, to copy or to erase, in ms. */
const patience = 120_000

/** One of them: the file first, then what is erased. */
export const partnerLeavesPage: MemberPage = {
  path: `${leavingPath}/:partner`,
  here: 'register',
  patience,
  show: (member) => one(member, null),
  send: async (member, fields) => {
    const partner = member.param('partner')
    const code = (fields.text('code', 20) ?? '').replace(/\s/g, '')
    if (!code) return one(member, { typed: '', text: member.t('partner-leaves.fault-none') })
    const name = member.desk.locale.pack.partners.find(({ id }) => id === partner)?.name ?? partner
    const outcome = await member.perform(erasePartner, { partner, code }, member.key)
    return 'done' in outcome ? gone(member, name) : one(member, { typed: code, text: member.t('partner-leaves.fault-code') })
  },
}

const one = async (member: Member, fault: { typed: string; text: string } | null): Promise<Answer> => {
  const { t, key } = member
  const found = (await member.perform(readPartnerPeople, { partner: member.param('partner') })).done[0]
  if (!found) return { to: leavingPath }
  const here = `${leavingPath}/${found.id}`
  const title = t('partner-leaves.one-title', { partner: found.name })
  const count = found.people
  return {
    title,
    faults: fault ? [{ name: 'code', text: fault.text }] : [],
    body: (
      <div class="flow">
        <PageHead title={title} back={{ href: leavingPath, text: t('partner-leaves.title') }} />
        <Part id="file" heading={t('partner-leaves.first')}>
          <p>{t('partner-leaves.first-why')}</p>
          <Actions>
            <PostButton action={`${here}/data`}>{t('partner-leaves.as-data')}</PostButton>
            <PostButton action={`${here}/sheet`} look="quiet">
              {t('partner-leaves.as-sheet')}
            </PostButton>
          </Actions>
        </Part>
        <Before member={member} partner={found} />
        <Part id="erase" heading={t('partner-leaves.second')}>
          <Confirm
            will={{
              heading: t('partner-leaves.will'),
              items: [t('partner-leaves.will-people', { count }), t('partner-leaves.will-codes'), t('partner-leaves.will-count')],
            }}
            cannot={{ heading: t('partner-leaves.cannot'), items: [t('partner-leaves.cannot-back')] }}
            after={{ heading: t('erase-learner.backups'), items: backupWords(member) }}
            action={here}
            hidden={{ key }}
            final={t('partner-leaves.go', { count })}
            keep={{ href: leavingPath, text: t('partner-leaves.keep') }}
          >
            <TextField
              t={t}
              name="code"
              label={t('partner-leaves.code')}
              hint={t('partner-leaves.code-hint')}
              value={fault?.typed}
              inputmode="numeric"
              autocomplete="off"
              fault={fault?.text}
            />
          </Confirm>
        </Part>
      </div>
    ),
  }
}

/** What would fill the register again. */
const Before = ({ member: { t }, partner: { coming, keys } }: { member: Member; partner: PartnerPeople }) =>
  coming || keys ? (
    <Message kind="warn" id="before" heading={t('partner-leaves.before')}>
      {coming ? <p>{t('partner-leaves.before-events', { count: coming })}</p> : null}
      {keys ? <p>{t('partner-leaves.before-keys', { count: keys })}</p> : null}
    </Message>
  ) : null

const gone = ({ t }: Member, partner: string): Answer => {
  const title = t('partner-leaves.done', { partner })
  return {
    title,
    body: (
      <div class="flow">
        <PageHead title={title} back={{ href: leavingPath, text: t('partner-leaves.title') }} />
        <Message kind="told" id="told" heading={title}>
          <p>{t('partner-leaves.done-text')}</p>
        </Message>
      </div>
    ),
  }
}

/** The file. It is sent for, and not an address that is opened: only what is sent may take long. Its code stands last, so what came in part has none. */
export const partnerFilePage: MemberPage = {
  path: `${leavingPath}/:partner/:way`,
  here: 'register',
  patience,
  send: async (member) => {
    const [partner, way] = [member.param('partner'), member.param('way')]
    const back = { to: `${leavingPath}/${partner}` }
    if (way !== 'data' && way !== 'sheet') return back
    const { people, code } = (await member.perform(copyPartner, { partner })).done
    if (code === null) return back
    const day = member.local.toPlainDate()
    const name = `training-records-${day}`
    return way === 'data'
      ? {
          file: {
            content: `${JSON.stringify({ made: day.toString(), partner, people, code }, null, 2)}\n`,
            type: 'application/json; charset=utf-8',
            name: `${name}.json`,
          },
        }
      : {
          file: {
            content: csvOf([...sheetOf(member, people), [member.t('partner-leaves.code-row'), Number(code)]]),
            type: 'text/csv; charset=utf-8',
            name: `${name}.csv`,
          },
        }
  },
}

/** A row for each course that somebody took, with the certificate of that part and version where there is one. */
const sheetOf = (member: Member, copies: readonly LearnerCopy[]): CellValue[][] => {
  const { t } = member
  const head = ['name', 'organisation', 'email', 'course', 'on', 'version', 'code', 'ends'] as const
  return [
    head.map((column) => t(`kept-about.${column}`)),
    ...copies.flatMap(({ person: [person], taught, certificates }) => {
      const who = [person?.name ?? '', person?.organisation ?? '', person?.email ?? '']
      if (!taught.length) return [[...who, '', '', '', '', '']]
      return taught.map(({ tier, on, version }) => {
        const held = certificates.find((one) => one.tier === tier && one.version === version && one.learnt === on && !one.replacedBy)
        return [...who, tierName(member, tier), on, version ?? '', held?.code ?? '', held?.ends ?? '']
      })
    }),
  ]
}
