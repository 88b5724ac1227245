import { type NewWall, readNewWalls } from '../../../../../commands/home/read-new-walls.ts'
import { reference } from '../../../../../domain/concerns/concern.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { titleOf } from '../../concerns/words.ts'
import type { HomeNeed, Provider } from './need.ts'
import { ofConcern } from './of-concern.tsx'

/** Somebody was kept out of a concern: told to the coordinators who can still see it, until they have opened it. */
export const wallNeeds: Provider = async (member) => (await member.perform(readNewWalls, null)).done.map((one) => needOf(member, one))

const needOf = (member: Member, wall: NewWall): HomeNeed => {
  const { t } = member
  const title = t('walls.new', { name: titleOf(member, wall) })
  const href = `/desk/concerns/${wall.concern}#walls`
  return ofConcern(member, wall, {
    rank: 'due',
    by: wall.at,
    group: 'walls',
    mark: <Tag state="due">{momentWords(member, wall.at)}</Tag>,
    title,
    href,
    why: t('walls.new-why'),
    act: (
      <LinkButton href={href} look="quiet" of={`${title}, ${reference(wall.number)}`}>
        {t('walls.new-open')}
      </LinkButton>
    ),
  })
}
