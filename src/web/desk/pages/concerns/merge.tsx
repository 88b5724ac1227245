import { mergeConcern } from '../../../../commands/concerns/merge-concern.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import { readUnlikeWalls } from '../../../../commands/concerns/read-unlike-walls.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { Confirm } from '../../components/confirm.tsx'
import { Message } from '../../components/message.tsx'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { OfConcern } from './head.tsx'
import { nameOf, pathOf } from './words.ts'

type Fault = 'merged-already' | 'holds-others' | 'kept-apart' | 'offer-open' | 'not-open' | 'unlike-walls' | 'nobody-left'

/** Before one becomes part of another: what happens to both, and to both reporters. */
export const mergePage: MemberPage = {
  path: '/desk/concerns/:id/merge/:other',
  here: 'inbox',
  show: async (member) => page(member, null),
  send: async (member, fields) => {
    const two = { concern: member.param('id'), other: member.param('other') }
    const merged = await member.perform(mergeConcern, { ...two, walls: fields.text('walls', 1) === '1' }, member.key)
    return 'fault' in merged ? page(member, merged.fault) : { to: `${pathOf({ id: two.other })}?told=merged#links` }
  },
}

const page = async (member: Member, fault: Fault | null): Promise<Answer> => {
  const { t, key } = member
  const { done: from } = await member.perform(readHead, { concern: member.param('id') })
  const { done: into } = await member.perform(readHead, { concern: member.param('other') })
  const { done: unlike } = await member.perform(readUnlikeWalls, { concern: from.id, other: into.id })
  const names = { from: reference(from.number), into: reference(into.number), owner: nameOf(member, into.owner) }
  const title = t('concern-link.merge-title', names)
  return {
    ...(fault ? { status: 409 } : {}),
    title,
    body: (
      <>
        <OfConcern member={member} concern={from} title={title} />
        {fault ? (
          <Message kind="wrong" id="not-merged" heading={t('concern-link.not-merged')}>
            <p>{t(`concern-link.fault-${fault}`)}</p>
          </Message>
        ) : null}
        <Confirm
          will={{
            heading: t('concern-link.will'),
            items: [
              ...(unlike ? [t('concern-link.will-walls')] : []),
              t('concern-link.will-list', names),
              t('concern-link.will-owner', names),
              t('concern-link.will-close', names),
            ],
          }}
          cannot={{ heading: t('concern-link.cannot'), items: [t('concern-link.cannot-owner', names)] }}
          after={{
            heading: t('concern-link.stays'),
            items: [t('concern-link.stays-codes'), t('concern-link.stays-words'), t('concern-link.stays-undo')],
          }}
          action={`${pathOf(from)}/merge/${into.id}`}
          hidden={{ key, ...(unlike ? { walls: '1' } : {}) }}
          final={t('concern-link.merge-final', names)}
          keep={{ href: pathOf(from), text: t('concern-link.keep') }}
        />
      </>
    ),
  }
}
