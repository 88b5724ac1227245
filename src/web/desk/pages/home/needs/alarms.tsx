import { readAlarms } from '../../../../../commands/alarms/read-alarms.ts'
import { mayAny } from '../../../../../domain/access/table.ts'
import { PostButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import { keyFor } from '../../../context/form-key.ts'
import { momentWords } from '../../../context/time-words.ts'
import type { Provider } from './need.ts'

/** Somebody opened many things in a short time: a coordinator looks into it. */
export const alarmNeeds: Provider = async (member) => {
  const { t, viewer } = member
  if (!mayAny(viewer, 'change', 'alarm')) return []
  const { done } = await member.perform(readAlarms, {})
  return done.map(({ id, person, name, count, at }) => ({
    rank: 'now',
    by: at,
    mark: <Tag state="late">{momentWords(member, at)}</Tag>,
    title: t('alarm.title', { name, count }),
    href: `/desk/people/${person}`,
    why: t('alarm.why'),
    act: (
      <PostButton action="/desk/alarms/seen" fields={{ key: keyFor(member, id), alarm: id }} look="quiet" of={name}>
        {t('alarm.seen')}
      </PostButton>
    ),
  }))
}
