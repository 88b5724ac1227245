import pLimit from 'p-limit'
import { changeMyProfile } from '../../commands/account/change-my-profile.ts'
import { perform } from '../../commands/command.ts'
import { readMe } from '../../commands/home/read-me.ts'
import type { Parts } from '../../commands/parts.ts'
import { endAccess } from '../../commands/people/end-access.ts'
import { giveRole } from '../../commands/people/give-role.ts'
import { invitationToken } from '../../commands/people/invitation.ts'
import { invitePerson } from '../../commands/people/invite-person.ts'
import { setLastDay } from '../../commands/people/set-last-day.ts'
import { takeFirstLink } from '../../commands/sign-in/first-link.ts'
import { acceptInvitation } from '../../commands/sign-in/invitation.ts'
import { findSignIn } from '../../commands/sign-in/session.ts'
import { cast, emailOf, leaving, left, type Player, phoneOf } from './stage/cast.ts'
import { type Acting, type Stage, sure } from './stage/stage.ts'

/** They come by their link, and give their number. */
const come = async (parts: Parts, player: Player, token: string): Promise<Acting> => {
  const signIn = (await findSignIn(parts, token)) ?? ''
  const profile = { name: player.name, phone: phoneOf(player), version: 1 }
  sure(await perform(parts, signIn, changeMyProfile, profile), `${changeMyProfile.verb} ${player.name}`)
  return { ...player, signIn, id: sure(await perform(parts, signIn, readMe, {}), readMe.verb).person }
}

/** Everybody is invited by the first of them, and most come. Gives those who have. */
export const invitePeople = async (parts: Parts, firstLink: string): Promise<Acting[]> => {
  const [first, ...others] = cast
  if (!first) return []
  const { name, partner, device } = first
  const taken = await takeFirstLink(parts, { token: firstLink, name, email: emailOf(first), partner, device })
  const administrator = await come(parts, first, sure(taken, 'take-first-link'))
  const links: { player: Player; token: string }[] = []
  for (const player of others) {
    const { name, partner, roles } = player
    const asked = await perform(parts, administrator.signIn, invitePerson, { name, email: emailOf(player), partner, roles })
    const { invitation } = sure(asked, `invite-person ${name}`)
    if (player.seen !== null) links.push({ player, token: invitationToken(parts, invitation).token })
  }
  // They come together, a few at a time: each takes a connection of two roles.
  const few = pLimit(3)
  const accept = async ({ player, token }: (typeof links)[number]): Promise<Acting> => {
    const accepted = await acceptInvitation(parts, { token, device: player.device })
    return come(parts, player, sure(accepted, `accept-invitation ${player.name}`))
  }
  return [administrator, ...(await Promise.all(links.map((link) => few(accept, link))))]
}

/** One who holds two roles that should be apart, one who leaves next Friday, and one who has left. */
export const movePeople = async ({ as, who, today }: Stage): Promise<void> => {
  const administrator = who(cast[0]?.name ?? '')
  await as(administrator, giveRole, { person: administrator.id, role: 'coordinator' })
  const friday = today.add({ days: ((5 - today.dayOfWeek + 6) % 7) + 1 })
  await as(administrator, setLastDay, { person: who(leaving).id, day: friday.toString() })
  await as(administrator, endAccess, { person: who(left).id })
}
