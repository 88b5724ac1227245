import { readEarlierKeys } from '../../../../commands/key-life/read-earlier-keys.ts'
import { opensDays } from '../../../../domain/concerns/key-life.ts'
import { longDate } from '../../../../format/when.ts'
import { Part } from '../../components/page-head.tsx'
import type { Member } from '../../context/page.ts'

/** Keys that receive no more and still open: until when, and what keeps one for longer. Nothing where there is none. */
export const earlierKeys = async (member: Member) => {
  const { t } = member
  const { done: keys } = await member.perform(readEarlierKeys, null)
  if (!keys.length) return null
  return (
    <Part id="earlier" heading={t('key.earlier')}>
      <p>{t('key.earlier-text', { days: opensDays })}</p>
      <ul class="points">
        {keys.map(({ id, until, needs }) => (
          <li>
            {needs === null
              ? t('key.earlier-line', { id, day: longDate(until) })
              : needs
                ? t('key.earlier-needs', { id, day: longDate(until) })
                : t('key.earlier-now', { id })}
          </li>
        ))}
      </ul>
    </Part>
  )
}
