import { closeIntake, openIntake } from '../../../../commands/concerns/intake.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { DeskForm } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { formNow, sentence } from '../../layout/intake-watch.ts'
import { deniedPage } from '../../layout/texts.tsx'

const inbox = '/desk/concerns'

const back = ({ t }: Member) => ({ href: inbox, text: t('place.inbox') })

/** Closes the form: what happens to whoever is writing, and what does not, before the one button that does it. */
const closePage: MemberPage = {
  path: `${inbox}/form/close`,
  here: 'inbox',
  show: async (member) => {
    const { t, viewer, me, key } = member
    if (!mayAny(viewer, 'change', 'intake')) return deniedPage(member, 'not-allowed')
    if (me.intake.closedAt) return { to: `${inbox}?told=earlier` }
    return {
      title: t('form.close-title'),
      body: (
        <>
          <PageHead title={t('form.close-title')} back={back(member)} />
          <Confirm
            will={{ heading: t('form.will'), items: [t('form.will-1'), t('form.will-2'), t('form.will-3')] }}
            cannot={{ heading: t('form.not'), items: [t('form.not-1'), t('form.not-2'), t('form.not-3')] }}
            action={`${inbox}/form/close`}
            hidden={{ key }}
            final={t('form.close')}
            keep={{ href: inbox, text: t('form.keep') }}
          />
        </>
      ),
    }
  },
  send: async (member) => {
    const outcome = await member.perform(closeIntake, null, member.key)
    return { to: `${inbox}?told=${'fault' in outcome ? 'earlier' : 'closed'}` }
  },
}

/** Opens it again, and says what would keep it closed all the same. */
const openPage: MemberPage = {
  path: `${inbox}/form/open`,
  here: 'inbox',
  show: async (member) => {
    const { t, viewer, me, key } = member
    if (!mayAny(viewer, 'change', 'intake')) return deniedPage(member, 'not-allowed')
    if (!me.intake.closedAt) return { to: `${inbox}?told=earlier` }
    const others = formNow({ ...member, me: { ...me, intake: { ...me.intake, closedAt: null } } }).reasons
    return {
      title: t('form.open-title'),
      body: (
        <>
          <PageHead title={t('form.open-title')} back={back(member)} />
          <p>{t(others.length ? 'form.open-not-yet' : 'form.open-now')}</p>
          {others.length ? (
            <ul class="points">
              {others.map((reason) => (
                <li>{sentence(t(reason))}</li>
              ))}
            </ul>
          ) : null}
          <DeskForm action={`${inbox}/form/open`} hidden={{ key }}>
            <div class="actions">
              <SubmitButton>{t('form.reopen')}</SubmitButton>
              <LinkButton href={inbox} look="quiet">
                {t('form.keep-closed')}
              </LinkButton>
            </div>
          </DeskForm>
        </>
      ),
    }
  },
  send: async (member) => {
    const outcome = await member.perform(openIntake, null, member.key)
    return { to: `${inbox}?told=${'fault' in outcome ? 'earlier' : 'opened'}` }
  },
}

export const formPages: readonly MemberPage[] = [closePage, openPage]
