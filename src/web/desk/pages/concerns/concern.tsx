import type { Child } from 'hono/jsx'
import { readConcern } from '../../../../commands/concerns/read-concern.ts'
import { readPlace } from '../../../../commands/concerns/read-place.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import type { MemberPage } from '../../context/page.ts'
import { ConcernFacts, ConcernTop } from './head.tsx'
import { LockMark, SpeechMark } from './marks.tsx'
import type { Side } from './part.ts'
import { concernParts } from './parts.ts'
import { sealedConcern } from './sealed-page.tsx'
import { Told } from './told.tsx'
import { titleOf } from './words.ts'

/** One concern: what was said and answered on the reporter's side, and everything else inside. */
export const concernPage: MemberPage = {
  path: '/desk/concerns/:id',
  here: 'inbox',
  show: async (member) => {
    // Lists lead here, whoever they are for.
    const { done: place } = await member.perform(readPlace, { concern: member.param('id') })
    if (place !== 'whole') return { to: `/desk/concerns/${member.param('id')}/${place}` }
    const read = await member.perform(readConcern, { concern: member.param('id') })
    if ('fault' in read) return sealedConcern(member, read.fault)
    const { t } = member
    const { done: concern } = read
    const parts = []
    for (const part of concernParts) parts.push(await part(member, concern))
    const there = parts.flatMap((part) => part ?? [])
    const on = (side: Side): Child[] => there.flatMap((part) => (part.side === side ? <div id={part.id}>{part.body}</div> : []))
    const order = ['top', 'reporter', 'inside', 'beside'] as const satisfies readonly Side[]
    const jumps = order
      .flatMap((side) => there.filter((part) => part.side === side))
      .flatMap(({ id, jump }) => (jump ? [{ id, jump }] : []))
    return {
      title: `${reference(concern.number)}, ${titleOf(member, concern)}`,
      body: (
        <>
          <ConcernTop member={member} concern={concern} />
          <Told member={member} />
          {on('top')}
          <ConcernFacts member={member} concern={concern} replies={concern.replies} />
          <nav class="jump" aria-label={t('concern.on-page')}>
            {jumps.map(({ id, jump }) => (
              <a href={`#${id}`}>{jump}</a>
            ))}
          </nav>
          <div class="sides">
            <section class="zone reporter" aria-labelledby="with-reporter">
              <div class="zone-head">
                <h2 id="with-reporter">
                  <SpeechMark />
                  {t('concern.with-reporter')}
                </h2>
              </div>
              <div class="zone-body flow">{on('reporter')}</div>
            </section>
            <section class="zone inside" aria-labelledby="inside">
              <div class="zone-head">
                <h2 id="inside">
                  <LockMark />
                  {t('concern.inside')}
                </h2>
              </div>
              <div class="zone-body flow">{on('inside')}</div>
            </section>
          </div>
          {on('beside')}
        </>
      ),
    }
  },
}
