import { eraseLearner } from '../../../../../commands/register/leaving/one-learner.ts'
import { longDate } from '../../../../../format/when.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Confirm } from '../../../components/confirm.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import type { Answer, Member, MemberPage } from '../../../context/page.ts'
import { elsewherePage, nameIn, pathOf, personPath, withCopy } from './kept.tsx'

/** Somebody asked to be erased from the register: what goes, what stays, and what becomes of backups, before the one button that does it. */
export const eraseLearnerPage: MemberPage = {
  path: `${personPath}/erase`,
  here: 'register',
  show: (member) =>
    withCopy(member, (copy) => {
      const { t, key } = member
      const name = nameIn(copy)
      const here = pathOf(member.param('id'))
      const title = t('erase-learner.title', { name })
      return {
        title,
        body: (
          <div class="flow">
            <PageHead title={title} back={{ href: `${here}/kept`, text: t('kept-about.title', { name }) }} />
            <Confirm
              will={{
                heading: t('erase-learner.will'),
                items: [
                  t('erase-learner.will-name'),
                  t('erase-learner.will-lists', { count: copy.lists.length }),
                  t('erase-learner.will-certificates', { count: copy.certificates.length }),
                  t('erase-learner.will-count', { count: copy.taught.length }),
                ],
              }}
              cannot={{
                heading: t('erase-learner.cannot'),
                items: [t('erase-learner.cannot-back'), t('erase-learner.cannot-again'), t('erase-learner.cannot-printed')],
              }}
              after={{ heading: t('erase-learner.backups'), items: backupWords(member) }}
              action={`${here}/erase`}
              hidden={{ key }}
              final={t('erase-learner.go', { name })}
              keep={{ href: `${here}/kept`, text: t('erase-learner.keep') }}
            />
          </div>
        ),
      }
    }),
  send: async (member) => {
    const outcome = await member.perform(eraseLearner, { learner: member.param('id') }, member.key)
    return 'done' in outcome ? erased(member) : elsewherePage(member)
  },
}

/** No address leads to it again: there is nobody of whom it could tell. */
const erased = (member: Member): Answer => {
  const { t } = member
  const title = t('erase-learner.done-title')
  return {
    title,
    body: (
      <div class="flow">
        <PageHead title={title} back={{ href: '/desk/register', text: t('erase-learner.done-back') }} />
        <Message kind="told" id="told" heading={title}>
          <p>{t('erase-learner.done')}</p>
          {backupWords(member).map((text) => (
            <p>{text}</p>
          ))}
        </Message>
        <p>
          <LinkButton href="/desk/register">{t('erase-learner.done-back')}</LinkButton>
        </p>
      </div>
    ),
  }
}

/** How long old backups are kept, the program does not know: it says from when on none has the name, as far as it can tell. */
export const backupWords = ({ t, desk, local }: Pick<Member, 't' | 'desk' | 'local'>): readonly string[] => {
  const last = desk.installation.lastBackup()
  return [
    t('erase-learner.backups-until'),
    last
      ? t('erase-learner.backups-last', { day: longDate(last.toZonedDateTimeISO(local.timeZoneId).toPlainDate()) })
      : t('erase-learner.backups-none'),
  ]
}
