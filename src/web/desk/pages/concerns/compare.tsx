import { linkConcern } from '../../../../commands/concerns/link-concern.ts'
import { readByReference } from '../../../../commands/concerns/read-by-reference.ts'
import { type Concern, readConcern } from '../../../../commands/concerns/read-concern.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import { readUnlikeWalls } from '../../../../commands/concerns/read-unlike-walls.ts'
import { unlinkConcern } from '../../../../commands/concerns/unlink-concern.ts'
import { unmergeConcern } from '../../../../commands/concerns/unmerge-concern.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { LinkButton, PostButton } from '../../components/buttons.tsx'
import { Pairs } from '../../components/facts.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { OfConcern } from './head.tsx'
import { CompareForm } from './links.tsx'
import { sealedPage } from './sealed-page.tsx'
import { WhatWasSaid } from './what-was-said.tsx'
import { nameOf, pathOf, titleOf } from './words.ts'

/** Which one to compare with, by its reference. */
export const comparePage: MemberPage = {
  path: '/desk/concerns/:id/compare',
  here: 'inbox',
  send: async (member, fields) => {
    const { t } = member
    const { done: head } = await member.perform(readHead, { concern: member.param('id') })
    const typed = (fields.text('reference', 40) ?? '').trim()
    const { done: found } = await member.perform(readByReference, { reference: typed })
    if (found && found.concern !== head.id) return { to: `${pathOf(head)}/compare/${found.concern}` }
    const fault = t(found ? 'concern-link.itself' : 'concern-link.not-found')
    return {
      title: t('concern-link.compare-title'),
      faults: [{ name: 'reference', text: fault }],
      body: (
        <>
          <OfConcern member={member} concern={head} title={t('concern-link.compare-title')} />
          <CompareForm member={member} path={pathOf(head)} typed={typed} fault={fault} />
        </>
      ),
    }
  },
}

/** Two side by side: both are opened, and both have the entry. */
export const twoPage: MemberPage = {
  path: '/desk/concerns/:id/compare/:other',
  here: 'inbox',
  show: async (member) => {
    const { t, key } = member
    const one = await member.perform(readConcern, { concern: member.param('id') })
    if ('fault' in one) return sealedPage(member, one.fault)
    const two = await member.perform(readConcern, { concern: member.param('other') })
    if ('fault' in two) return sealedPage(member, two.fault)
    const [mine, other] = [one.done, two.done]
    const { done: unlike } = await member.perform(readUnlikeWalls, { concern: mine.id, other: other.id })
    const linked = mine.linked.find(({ id }) => id === other.id)
    const [a, b] = [reference(mine.number), reference(other.number)]
    return {
      title: t('concern-link.two-title', { one: a, two: b }),
      body: (
        <>
          <OfConcern member={member} concern={mine} title={t('concern-link.two-title', { one: a, two: b })} />
          <div class="pair">
            <Side member={member} concern={mine} />
            <Side member={member} concern={other} />
          </div>
          {linked && linked.kind !== 'related' ? null : (
            <section class="part flow" aria-labelledby="together">
              <h2 id="together">{t('concern-link.together')}</h2>
              <p>{t('concern-link.together-how')}</p>
              {unlike ? <p>{t('concern-link.together-walls')}</p> : null}
              <div class="actions">
                {linked ? null : (
                  <PostButton
                    action={`${pathOf(mine)}/link`}
                    fields={{ key, other: other.id, ...(unlike ? { walls: '1' } : {}) }}
                    look="quiet"
                  >
                    {t('concern-link.link')}
                  </PostButton>
                )}
                <LinkButton href={`${pathOf(other)}/merge/${mine.id}`} look="stop">
                  {t('concern-link.merge', { from: b, into: a })}
                </LinkButton>
                <LinkButton href={`${pathOf(mine)}/merge/${other.id}`} look="stop">
                  {t('concern-link.merge', { from: a, into: b })}
                </LinkButton>
              </div>
            </section>
          )}
        </>
      ),
    }
  },
}

const Side = ({ member, concern }: { member: Member; concern: Concern }) => {
  const { t } = member
  const id = `side-${concern.number}`
  return (
    <section class="box flow" aria-labelledby={id}>
      <h2 id={id}>
        <a href={pathOf(concern)} class="whole">
          {reference(concern.number)}
        </a>
        , {titleOf(member, concern)}
      </h2>
      <Pairs
        facts={[
          { label: t('concern-link.arrived'), value: momentWords(member, concern.received) },
          { label: t('inbox.owner'), value: nameOf(member, concern.owner) },
          { label: t('concern-head.sees'), value: seenBy(member, concern) },
          { label: t('concern-link.notes'), value: String(concern.notes.length) },
        ]}
      />
      <WhatWasSaid member={member} concern={concern} />
    </section>
  )
}

/** As the reporter chose; where they chose nothing, only coordinators may read it. */
const seenBy = ({ t }: Member, { sharing, texts }: Concern): string => {
  const chose = texts.some((text) => text.kind === 'report' && text.report.said.some(({ id }) => id === 'who-may-read'))
  return t(sharing === 'coordinators' && !chose ? 'concern-link.not-said' : `concern-head.sharing-${sharing}`)
}

export const linkPage: MemberPage = {
  path: '/desk/concerns/:id/link',
  here: 'inbox',
  send: async (member, fields) => {
    const two = { concern: member.param('id'), other: fields.text('other', 40) ?? '' }
    const linked = await member.perform(linkConcern, { ...two, walls: fields.text('walls', 1) === '1' }, member.key)
    // The page that compares them says that others are kept out of one of them.
    if ('fault' in linked && linked.fault === 'unlike-walls') return { to: `${pathOf({ id: two.concern })}/compare/${two.other}` }
    const told = 'fault' in linked && linked.fault === 'nobody-left' ? 'not-linked' : 'linked'
    return { to: `${pathOf({ id: two.concern })}?told=${told}#links` }
  },
}

export const unlinkPage: MemberPage = {
  path: '/desk/concerns/:id/unlink',
  here: 'inbox',
  send: async (member, fields) => {
    const two = { concern: member.param('id'), other: fields.text('other', 40) ?? '' }
    await member.perform(unlinkConcern, two, member.key)
    return { to: `${pathOf({ id: two.concern })}?told=unlinked#links` }
  },
}

/** From either of the two: `way` says which of them was merged into the other. */
export const unmergePage: MemberPage = {
  path: '/desk/concerns/:id/unmerge',
  here: 'inbox',
  send: async (member, fields) => {
    const [here, there] = [member.param('id'), fields.text('other', 40) ?? '']
    const two = fields.text('way', 10) === 'from' ? { concern: there, other: here } : { concern: here, other: there }
    await member.perform(unmergeConcern, two, member.key)
    return { to: `${pathOf({ id: here })}?told=unmerged#links` }
  },
}
