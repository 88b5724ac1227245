import { endLearningKey } from '../../../../commands/register/end-learning-key.ts'
import { learningPair, makeLearningKey } from '../../../../commands/register/make-learning-key.ts'
import { type LearningKey, readLearningKeys } from '../../../../commands/register/read-learning-keys.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { activityName } from '../../../../domain/register/activity.ts'
import { Actions, LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Pairs } from '../../components/facts.tsx'
import { DeskForm, SelectField, TextField } from '../../components/fields.tsx'
import { Empty } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { Rows } from '../../components/rows.tsx'
import { type Entered, faultLines, oneOf, readEntered, text, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member, MemberPage, Shown } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { updateChoices } from './import/words.ts'

const path = '/desk/register/keys'
type Keys = Awaited<ReturnType<typeof keysOf>>
const keysOf = async (member: Member) => (await member.perform(readLearningKeys, null)).done

/** Keys with which partners' learning systems send who did the course: whoever answers for one makes and ends them here. */
export const learningKeysPage: MemberPage = {
  path,
  here: 'events',
  show: async (member) => {
    const keys = await keysOf(member)
    return shown(member, keys, unsent({ partner: keys.partners.length === 1 ? (keys.partners[0]?.id ?? '') : '' }))
  },
  send: async (member, fields) => {
    const keys = await keysOf(member)
    const entered = readEntered(fields, {
      name: text({ missing: 'learning-key-fault.name', long: 'learning-key-fault.name-long', most: 80 }),
      partner: oneOf(
        keys.partners.map(({ id }) => id),
        'learning-key-fault.partner',
      ),
    })
    if (!entered.values) return shown(member, keys, entered)
    const outcome = await member.perform(makeLearningKey, entered.values, member.key)
    if ('fault' in outcome) return shown(member, keys, withFault(entered, 'partner', 'learning-key-fault.no-partner'))
    return secret(member, { id: outcome.done.id, name: entered.values.name })
  },
}

const shown = (member: Member, { keys, partners }: Keys, entered: Entered<unknown>): Shown => {
  const { t, key, viewer } = member
  const faults = faultLines(t, entered)
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text, value: entered.typed(name) })
  return {
    title: t('learning-key.title'),
    faults,
    body: (
      <>
        <PageHead
          title={t('learning-key.title')}
          sub={t('learning-key.sub')}
          back={{ href: '/desk/events', text: t('learning-key.back') }}
        />
        {member.query('told') === 'ended' ? (
          <Message kind="told" id="told" heading={t('learning-key.told-ended')}>
            <p>{t('learning-key.told-ended-text')}</p>
          </Message>
        ) : null}
        <Part id="keys" heading={t('learning-key.keys')}>
          {keys.length ? (
            <KeyRows member={member} keys={keys} partners={holds(viewer, 'coordinator')} />
          ) : (
            <Empty heading={t('learning-key.none')}>
              <p>{t('learning-key.none-why')}</p>
            </Empty>
          )}
        </Part>
        {partners.length ? (
          <Part id="make" heading={t('learning-key.make')}>
            <DeskForm action={path} hidden={{ key, ...(partners.length === 1 ? { partner: partners[0]?.id ?? '' } : {}) }}>
              <TextField
                {...field('name')}
                label={t('learning-key.make-name')}
                hint={t('learning-key.make-name-hint')}
                autocomplete="off"
              />
              {partners.length > 1 ? (
                <SelectField
                  {...field('partner')}
                  label={t('learning-key.make-partner')}
                  choices={[{ value: '', text: t('choose.one') }, ...partners.map(({ id, name }) => ({ value: id, text: name }))]}
                />
              ) : null}
              <Actions>
                <SubmitButton>{t('learning-key.go')}</SubmitButton>
              </Actions>
            </DeskForm>
          </Part>
        ) : null}
        <Numbers member={member} />
        <Moodle t={member.t} />
      </>
    ),
  }
}

const KeyRows = ({ member, keys, partners }: { member: Member; keys: readonly LearningKey[]; partners: boolean }) => {
  const { t } = member
  return (
    <Rows
      caption={t('learning-key.keys')}
      groups={[{ rows: keys }]}
      columns={[
        { id: 'name', label: t('learning-key.name'), cell: ({ name }) => name },
        ...(partners ? [{ id: 'partner', label: t('learning-key.partner'), cell: ({ partner }: LearningKey) => partner.name }] : []),
        { id: 'used', label: t('learning-key.used'), cell: ({ used }) => (used ? momentWords(member, used) : t('learning-key.never')) },
        {
          id: 'sent',
          label: t('learning-key.sent'),
          cell: ({ statements, counted, unheld }) =>
            [t('learning-key.counts', { statements, counted }), ...(unheld ? [t('learning-key.unheld', { unheld })] : [])].join('. '),
        },
        {
          id: 'state',
          label: t('learning-key.state'),
          cell: ({ id, name, ended }) =>
            ended ? (
              t('learning-key.ended', { when: momentWords(member, ended) })
            ) : (
              <>
                {t('learning-key.in-use')}{' '}
                <LinkButton href={`${path}/${id}/end`} look="text" of={name}>
                  {t('learning-key.end')}
                </LinkButton>
              </>
            ),
        },
      ]}
    />
  )
}

/** What whoever runs the system gives its courses, so that their results say what was learnt. */
const Numbers = ({ member }: { member: Member }) => {
  const { t, desk } = member
  const { course } = desk.parts.pack
  return (
    <Part id="numbers" heading={t('learning-key.numbers')}>
      <p>{t('learning-key.numbers-why')}</p>
      <Rows
        caption={t('learning-key.numbers')}
        groups={[
          { rows: [...course.tiers.map(({ id, name }) => ({ value: activityName(course, id), text: name })), ...updateChoices(member)] },
        ]}
        columns={[
          { id: 'tier', label: t('learning-key.tier'), cell: ({ text }) => text },
          { id: 'number', label: t('learning-key.number'), cell: ({ value }) => <code>{value}</code> },
        ]}
      />
      <p class="small">{t('learning-key.numbers-update')}</p>
    </Part>
  )
}

/** As docs/guide/learning-systems.md has it: whoever sets it up has this page, and may not have the guide. */
const Moodle = ({ t }: Pick<Member, 't'>) => (
  <>
    <Part id="moodle" heading={t('learning-key.moodle')}>
      <p>{t('learning-key.moodle-why')}</p>
      <ul class="points">
        {(['lines', 'email', 'name', 'number', 'batch'] as const).map((line) => (
          <li>{t(`learning-key.moodle-${line}`)}</li>
        ))}
      </ul>
      <p>{t('learning-key.moodle-course')}</p>
      <p>{t('learning-key.other')}</p>
    </Part>
    <Part id="sent-kept" heading={t('learning-key.sent-kept')}>
      <p>{t('learning-key.sent-kept-text')}</p>
    </Part>
  </>
)

/** In the answer to the form, and nowhere else: no address leads to it again. */
const secret = ({ t, desk }: Member, { id, name }: { id: string; name: string }): Answer => {
  const { user, secret } = learningPair(desk.parts, id)
  const title = t('learning-key.shown-title', { name })
  const lines = [
    ['address', `${desk.installation.site}/xapi`],
    ['user', user],
    ['password', secret],
  ] as const
  return {
    title,
    body: (
      <div class="flow">
        <PageHead title={title} back={{ href: path, text: t('learning-key.title') }} />
        <p>{t('learning-key.shown')}</p>
        {/* Not in fields, which would cut it off on a phone and on paper. */}
        <Pairs facts={lines.map(([line, value]) => ({ label: t(`learning-key.${line}`), value: <code>{value}</code> }))} />
        <p>{t('learning-key.shown-lost')}</p>
        <p>
          <LinkButton href={path}>{t('learning-key.shown-done')}</LinkButton>
        </p>
      </div>
    ),
  }
}

/** Asks before a key ends. */
export const endLearningKeyPage: MemberPage = {
  path: `${path}/:id/end`,
  here: 'events',
  show: (member) => ask(member, null),
  send: async (member) => {
    const outcome = await member.perform(endLearningKey, { id: member.param('id') }, member.key)
    return 'done' in outcome ? { to: `${path}?told=ended` } : ask(member, member.t('learning-key-fault.ended'))
  },
}

const ask = async (member: Member, fault: string | null): Promise<Answer> => {
  const { t, key } = member
  const one = (await keysOf(member)).keys.find(({ id }) => id === member.param('id'))
  // None of theirs, or one that has ended: the list says so.
  if (!one || (one.ended && !fault)) return { to: path }
  const title = t('learning-key.end-title', { name: one.name })
  return {
    title,
    faults: fault ? [{ name: 'confirm', text: fault }] : [],
    body: (
      <div class="flow">
        <PageHead title={title} sub={one.partner.name} back={{ href: path, text: t('learning-key.title') }} />
        <div id="confirm">
          <Confirm
            will={{ heading: t('learning-key.end-will'), items: [t('learning-key.end-will-stop'), t('learning-key.end-will-stays')] }}
            cannot={{ heading: t('learning-key.end-cannot'), items: [t('learning-key.end-cannot-again')] }}
            action={`${path}/${one.id}/end`}
            hidden={{ key }}
            final={t('learning-key.end-go', { name: one.name })}
            keep={{ href: path, text: t('learning-key.end-keep') }}
          />
        </div>
      </div>
    ),
  }
}
