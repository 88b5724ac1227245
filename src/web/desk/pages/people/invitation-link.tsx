import { invitationAddress, invitationDays } from '../../../../commands/people/invitation.ts'
import { clock, fullDate } from '../../../../format/when.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member } from '../../context/page.ts'

type Invited = { id: string; name: string; email: string }

/**
 * After someone was invited: a mail is queued, or, where no mail can be sent, the link is shown in the answer to the form. No address leads
 * to it: whoever leaves the page sends a new invitation.
 */
export const afterInviting = (member: Member, { id, name, email }: Invited, invitation: string): Answer => {
  const { t, desk, now, local } = member
  if (desk.parts.mails) return { to: `/desk/people/${id}?told=invited` }
  const until = now.add({ hours: 24 * invitationDays }).toZonedDateTimeISO(local.timeZoneId)
  return {
    title: t('invite.link-title', { name }),
    body: (
      <div class="flow">
        <PageHead title={t('invite.link-title', { name })} back={{ href: '/desk/people', text: t('person.back') }} />
        <p>{t('invite.link-what', { name, email })}</p>
        <div class="form">
          <TextField
            t={t}
            name="link"
            label={t('invite.link-label')}
            value={invitationAddress(desk.parts, desk.origin, invitation)}
            autocomplete="off"
            readonly
          />
        </div>
        <p>{t('invite.link-care', { name })}</p>
        <p>{t('invite.link-until', { time: clock(until), day: fullDate(until.toPlainDate()) })}</p>
        <p>
          <LinkButton href={`/desk/people/${id}`}>{t('invite.link-done')}</LinkButton>
        </p>
      </div>
    ),
  }
}
