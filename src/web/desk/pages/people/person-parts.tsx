import type { HeldRole, OpenSignIn, Person } from '../../../../commands/people/read-person.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { isOfPartner, roles } from '../../../../domain/access/roles.ts'
import { fullDate } from '../../../../format/when.ts'
import { Actions, LinkButton, PostButton } from '../../components/buttons.tsx'
import { Box, Part } from '../../components/page-head.tsx'
import { SignIns } from '../../components/sign-ins.tsx'
import type { Member } from '../../context/page.ts'
import { roleWord } from '../../context/role-words.ts'
import { dayOf, minuteOf, timeOf } from './words.tsx'

/** `changes`: whoever looks may change what is shown. */
type PartProps = { member: Member; person: Person; changes: boolean }

export const Roles = ({ member, person, changes }: PartProps) => {
  const { t } = member
  const path = `/desk/people/${person.id}`
  const can = changes && person.state !== 'ended'
  const held = person.roles.map(({ role }) => role)
  return (
    <Part id="roles" heading={t('person.roles')}>
      {held.includes('coordinator') && held.includes('administrator') ? <p>{t('person.both', { name: person.name })}</p> : null}
      {person.roles.length ? (
        <ul class="sign-ins">
          {person.roles.map((one) => (
            <li>
              <div>
                <p>
                  <b>{roleWord(t, one.role)}</b>
                  {isOfPartner(one.role) ? null : <span class="small">{t('person.role-all')}</span>}
                </p>
                <p class="small">{sinceWords(member, one)}</p>
              </div>
              {can && held.length > 1 ? (
                <LinkButton
                  href={`${path}/end-role?role=${one.role}`}
                  look="text"
                  of={t('person.role-of', { role: roleWord(t, one.role), name: person.name })}
                >
                  {t('person.role-end')}
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('person.no-roles')}</p>
      )}
      {can && held.length < roles.length ? (
        <p>
          <LinkButton href={`${path}/give-role`} look="quiet">
            {t('person.role-give')}
          </LinkButton>
        </p>
      ) : null}
    </Part>
  )
}

const sinceWords = (member: Member, { since, by }: HeldRole): string =>
  by ? member.t('person.role-since', { day: dayOf(member, since), by }) : member.t('person.role-since-only', { day: dayOf(member, since) })

export const PastRoles = ({ member, person: { past } }: PartProps) => {
  const { t } = member
  if (!past.length) return null
  return (
    <Part id="past" heading={t('person.role-past')}>
      <ul class="points">
        {past.map(({ role, partner, since, until }) => (
          <li>
            {roleWord(t, role)}. {t('person.role-from-to', { from: dayOf(member, since), to: until ? dayOf(member, until) : '', partner })}
          </li>
        ))}
      </ul>
    </Part>
  )
}

const methodWord: Readonly<Record<OpenSignIn['method'], DeskId>> = {
  'first-link': 'method.first-link',
  invitation: 'method.invitation',
  'work-account': 'method.work-account',
  passkey: 'method.passkey',
  password: 'method.password',
  'recovery-code': 'method.recovery-code',
}

/** Where somebody is signed in, for those who may know. */
export const SignedIn = ({ member, person, changes }: PartProps) => {
  const { t } = member
  const { signIns } = person
  if (!signIns || person.state !== 'active') return null
  const action = `/desk/people/${person.id}/sign-ins`
  const lineOf = ({ id, device, method, made, seen }: OpenSignIn) => ({
    what: [device, t(methodWord[method])].filter(Boolean).join(', '),
    when: t('person.sign-in-when', { made: minuteOf(member, made), seen: minuteOf(member, seen) }),
    end: changes ? (
      <PostButton action={action} fields={{ 'sign-in': id }} look="quiet" of={t('person.sign-in-of', { device, name: person.name })}>
        {t('person.sign-in-end')}
      </PostButton>
    ) : null,
  })
  return (
    <Part id="sign-ins" heading={t('person.sign-ins')}>
      {signIns.length ? <SignIns signIns={signIns.map(lineOf)} /> : <p>{t('person.sign-ins-none')}</p>}
      {changes && signIns.length > 1 ? (
        <PostButton action={action} look="quiet">
          {t('person.sign-ins-end')}
        </PostButton>
      ) : null}
    </Part>
  )
}

/** The invitation of somebody who has not come yet. */
export const Invitation = ({ member, person, changes }: PartProps) => {
  const { t, key } = member
  const { invitation, id } = person
  if (person.state !== 'invited' || !invitation) return null
  const { state, made, expires } = invitation
  const until = `${timeOf(member, expires)}, ${fullDate(expires.toZonedDateTimeISO(member.local.timeZoneId).toPlainDate())}`
  const said =
    state === 'withdrawn'
      ? t('person.invitation-withdrawn')
      : t(state === 'open' ? 'person.invitation-open' : 'person.invitation-over', { made: dayOf(member, made), until })
  return (
    <Box id="invitation" heading={t('person.invitation')}>
      <p>{said}</p>
      {changes ? (
        <Actions>
          <PostButton action={`/desk/people/${id}/send-invitation`} fields={{ key }} look="quiet">
            {t('person.invitation-again')}
          </PostButton>
          {state === 'open' ? (
            <PostButton action={`/desk/people/${id}/withdraw-invitation`} look="text">
              {t('person.invitation-withdraw')}
            </PostButton>
          ) : null}
        </Actions>
      ) : null}
    </Box>
  )
}

/** Their last day, and the way out; or the way back, for whoever has left. */
export const Leaving = ({ member, person, changes }: PartProps) => {
  const { t } = member
  if (!changes) return null
  const path = `/desk/people/${person.id}`
  if (person.state === 'ended')
    return (
      <Box id="back" heading={t('person.back-again')}>
        <p>{t('person.back-what')}</p>
        <LinkButton href={`${path}/invite-again`} look="quiet">
          {t('person.back-go')}
        </LinkButton>
      </Box>
    )
  return (
    <Box id="leaving" heading={t('person.leaving')}>
      {person.leavesOn ? null : <p>{t('person.leaving-none')}</p>}
      <LinkButton href={`${path}/last-day`} look="quiet">
        {person.leavesOn ? t('person.leaving-change') : t('person.leaving-set')}
      </LinkButton>
      {person.leavesOn ? (
        <PostButton action={`${path}/last-day`} fields={{ clear: 'yes' }} look="quiet">
          {t('person.leaving-clear')}
        </PostButton>
      ) : null}
      <p>
        <LinkButton href={`${path}/end`} look="stop">
          {t('person.leaving-end')}
        </LinkButton>
      </p>
    </Box>
  )
}
