import type { SharingPage } from '../../../../commands/concerns/sharing/read-sharing.ts'
import { lookBy } from '../../../../domain/concerns/sharing.ts'
import { Message } from '../../components/message.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { EmergencyLine } from '../concerns/at-once.tsx'
import { shareTo } from '../concerns/sharing-words.ts'

const tolds = ['passed', 'outside', 'asked', 'shared', 'approved', 'refused', 'reviewed', 'withdrawn', 'ended', 'choice'] as const

/** What was just done, by the word of the address that it led to; what has not happened, too. */
export const Told = ({ member, page }: { member: Member; page: SharingPage }) => {
  const { t } = member
  const told = tolds.find((one) => one === member.query('told'))
  if (!told) return null
  const [share] = page.shares
  const urgent = page.decisions.find(({ urgent }) => urgent)
  const text =
    told === 'passed'
      ? share && t('sharing-told.passed-text', { to: shareTo(member, share) })
      : told === 'shared'
        ? urgent && t('sharing-told.shared-text', { by: momentWords(member, lookBy(urgent)) })
        : told === 'asked' || told === 'approved' || told === 'ended'
          ? t(`sharing-told.${told}-text`)
          : null
  return (
    <Message kind="told" id="told" heading={t(`sharing-told.${told}`)}>
      {told === 'shared' ? (
        <p>
          <EmergencyLine member={member} id="sharing-told.shared-call" />
        </p>
      ) : null}
      {text ? <p>{text}</p> : null}
    </Message>
  )
}
