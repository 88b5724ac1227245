import type { Certificate } from '../../../../commands/register/certificates.ts'
import { type Worth, worthOf } from '../../../../domain/register/standing.ts'
import { Tag, type TagState } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'

/** What a certificate is worth today, on the clocks of the partnership. */
export const worthIn = ({ desk, local }: Pick<Member, 'desk' | 'local'>, { tier, now, withdrawn, replacedBy }: Certificate): Worth => {
  const { course } = desk.parts.pack
  return worthOf(
    course,
    course.tiers.find(({ id }) => id === tier) ?? { parts: [] },
    { version: now.version, endsOn: now.ends, withdrawn: withdrawn !== null, replaced: replacedBy !== null },
    local.toPlainDate(),
  )
}

const looks: Record<Worth['worth'], TagState> = {
  current: 'done',
  'needs-update': 'due',
  ended: 'shut',
  withdrawn: 'shut',
  replaced: 'shut',
}

export const WorthTag = ({ member, certificate }: { member: Member; certificate: Certificate }) => {
  if (certificate.demonstration) return <Tag state="asked">{member.t('certificates.demonstration')}</Tag>
  const { worth } = worthIn(member, certificate)
  if (worth === 'current' && certificate.renewedBy) return <Tag state="done">{member.t('certificates.worth-renewed')}</Tag>
  return <Tag state={looks[worth]}>{member.t(`certificates.worth-${worth}`)}</Tag>
}
