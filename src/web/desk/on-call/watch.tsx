import type { Child } from 'hono/jsx'
import { Tag } from '../components/tag.tsx'
import type { Member } from '../context/page.ts'
import { policeOf } from './police.ts'
import { nameOf, until } from './when.ts'

/** Who is on call, as every page says it. In dashes: someone was asked, and nobody has agreed. */
export const watchOnCall = (member: Member): { label: string; value: Child; href: string } => {
  const { t, me } = member
  const { first, rungs } = me.onCall
  const holder = rungs.find(({ rung }) => rung === first)?.shift
  const label = t('watch.on-call')
  if (holder) {
    const words = { name: nameOf(member, holder), until: until(member, holder) }
    const mine = holder.person === me.person
    const value = mine ? t(first === 1 ? 'watch.you' : 'watch.second-you', words) : t(first === 1 ? 'watch.until' : 'watch.second', words)
    return { label, value, href: '/desk/rota' }
  }
  const asked = rungs.some(({ standing }) => standing === 'asked')
  const { police } = policeOf(member.desk)
  return {
    label,
    value: (
      <>
        {asked ? <Tag state="asked">{t('watch.asked')}</Tag> : t('watch.nobody')}
        {police ? `, ${t('watch.police', { number: police.display })}` : null}
      </>
    ),
    href: '/desk/rota',
  }
}
