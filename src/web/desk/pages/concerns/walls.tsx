import { liftWall } from '../../../../commands/concerns/lift-wall.ts'
import { readReference } from '../../../../commands/concerns/read-reference.ts'
import { readWalls, type Wall } from '../../../../commands/concerns/read-walls.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { LongTextField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { type Entered, faultLines, readEntered, text, unsent } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import type { ConcernPart } from './part.ts'
import { sealedPage } from './sealed-page.tsx'
import { pathOf } from './words.ts'

const most = 2000
const whoIs = ({ t }: Member, { partner, person }: Wall): string =>
  partner === null ? (person ?? t('owner.someone')) : t('walls.of', { partner })

/** Who is kept out, since when and by whom: whoever can still see it must know. */
export const wallsPart: ConcernPart = async (member, concern) => {
  const { t } = member
  const { done: walls } = await member.perform(readWalls, { concern: concern.id })
  if (!walls.length) return null
  return {
    side: 'beside',
    id: 'walls',
    body: (
      <Part id="walls-title" heading={t('walls.title')}>
        <ul class="points">
          {walls.map((wall) => (
            <li>
              {whoIs(member, wall)}{' '}
              <span class="small">
                {wall.by
                  ? t('walls.by', { name: wall.by.name ?? t('owner.someone'), when: momentWords(member, wall.at) })
                  : t('walls.by-reporter', { when: momentWords(member, wall.at) })}
              </span>
              {wall.mayLift ? (
                <div class="actions">
                  <LinkButton href={`${pathOf(concern)}/lift-wall/${wall.id}`} look="stop" of={whoIs(member, wall)}>
                    {t('walls.lift')}
                  </LinkButton>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
        <p class="small">{t('walls.who-lifts')}</p>
      </Part>
    ),
  }
}

/** It is not about them after all: a second coordinator says why. */
export const liftWallPage: MemberPage = {
  path: '/desk/concerns/:id/lift-wall/:wall',
  here: 'inbox',
  show: (member) => form(member, unsent()),
  send: async (member, fields) => {
    const entered = readEntered(fields, { reason: text({ missing: 'walls.missing', long: 'walls.long', most, lines: true }) })
    const concern = member.param('id')
    const { done: walls } = await member.perform(readWalls, { concern })
    const wall = walls.find(({ id }) => id === member.param('wall'))
    if (!entered.values || !wall) return form(member, entered)
    const note = member.t('walls.note', { who: whoIs(member, wall), reason: entered.values.reason })
    const lifted = await member.perform(liftWall, { concern, wall: wall.id, text: note }, member.key)
    if ('done' in lifted) return { to: `${pathOf({ id: concern })}?told=wall-lifted` }
    return lifted.fault === 'not-second' || lifted.fault === 'gone' ? form(member, entered, lifted.fault) : sealedPage(member, lifted.fault)
  },
}

const form = async (member: Member, entered: Entered<unknown>, stop: 'not-second' | 'gone' | null = null): Promise<Answer> => {
  const { t, key } = member
  const concern = { id: member.param('id') }
  const { done: walls } = await member.perform(readWalls, { concern: concern.id })
  const { number } = (await member.perform(readReference, { concern: concern.id })).done
  const wall = walls.find(({ id }) => id === member.param('wall'))
  const back = { href: pathOf(concern), text: reference(number) }
  const fault = stop ?? (wall ? (wall.mayLift ? null : 'not-second') : 'gone')
  const faults = faultLines(t, entered)
  const title = wall ? t('walls.lift-title', { who: whoIs(member, wall) }) : t('walls.gone')
  return {
    ...(fault ? { status: 409 } : {}),
    title,
    faults,
    body: (
      <>
        <PageHead title={title} back={back} />
        {fault === 'not-second' ? <Message kind="wrong" id="not-second" heading={t('walls.not-second')} /> : null}
        {wall && !fault ? (
          <Confirm
            will={{ heading: t('walls.will'), items: [t('walls.will-see'), t('walls.will-record')] }}
            cannot={{ heading: t('walls.cannot'), items: [t('walls.cannot-unsee')] }}
            action={`${pathOf(concern)}/lift-wall/${wall.id}`}
            hidden={{ key }}
            final={t('walls.lift-go')}
            keep={{ href: back.href, text: t('walls.keep') }}
          >
            <LongTextField
              t={t}
              name="reason"
              label={t('walls.reason')}
              hint={t('walls.reason-hint')}
              value={entered.typed('reason')}
              fault={faults[0]?.text}
              rows={4}
            />
          </Confirm>
        ) : null}
      </>
    ),
  }
}
