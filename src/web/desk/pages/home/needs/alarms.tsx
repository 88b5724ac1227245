import type { Child } from 'hono/jsx'
import { readAlarms } from '../../../../../commands/alarms/read-alarms.ts'
import { type Listed, readDirectory } from '../../../../../commands/people/read-directory.ts'
import { mayAny } from '../../../../../domain/access/table.ts'
import { LinkButton, PostButton } from '../../../components/buttons.tsx'
import { Telephone } from '../../../components/contact.tsx'
import { Tag } from '../../../components/tag.tsx'
import { keyFor } from '../../../context/form-key.ts'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import type { Provider } from './need.ts'

/** Somebody opened many things in a short time: a coordinator looks into it, and an administrator can end their sign-ins. */
export const alarmNeeds: Provider = async (member) => {
  const { t, viewer } = member
  if (!mayAny(viewer, 'read', 'alarm')) return []
  const { done } = await member.perform(readAlarms, {})
  if (!done.length) return []
  const ends = mayAny(viewer, 'change', 'person')
  const administrators = ends ? [] : await administratorsOf(member)
  return done.map(({ id, person, name, count, at }) => ({
    rank: 'now',
    by: at,
    mark: <Tag state="late">{momentWords(member, at)}</Tag>,
    title: t('alarm.title', { name, count }),
    href: `/desk/people/${person}`,
    why: ends
      ? t('alarm.why-administrator')
      : whyAsk(
          member,
          administrators.filter((one) => one.id !== person),
        ),
    act: mayAny(viewer, 'change', 'alarm') ? (
      <PostButton action="/desk/alarms/seen" fields={{ key: keyFor(member, id), alarm: id }} look="quiet" of={name}>
        {t('alarm.seen')}
      </PostButton>
    ) : (
      <LinkButton href={`/desk/people/${person}`} look="quiet" of={name}>
        {t('alarm.open')}
      </LinkButton>
    ),
  }))
}

const administratorsOf = async (member: Member): Promise<readonly Listed[]> =>
  (await member.perform(readDirectory, null)).done.people.filter(({ roles, invited }) => roles.includes('administrator') && !invited)

/** Who can end sign-ins, with their number: each of them, for one may be away. */
const whyAsk = ({ t }: Member, administrators: readonly Listed[]): Child =>
  administrators.length
    ? t.rich<Child>('alarm.why', {
        a: () =>
          administrators.map(({ name, phone }, at) => (
            <>
              {at ? '; ' : ''}
              {name}
              {phone ? ', ' : ''}
              {phone ? <Telephone number={phone} /> : null}
            </>
          )),
      })
    : t('alarm.why-none')
