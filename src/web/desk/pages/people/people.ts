import type { DeskPage } from '../../context/page.ts'
import { sendInvitationPage, signInsPage, withdrawInvitationPage } from './at-once.ts'
import { endAccessPage } from './end.tsx'
import { endRolePage } from './end-role.tsx'
import { giveRolePage } from './give-role.tsx'
import { invitePage } from './invite.tsx'
import { inviteAgainPage } from './invite-again.tsx'
import { lastDayPage } from './last-day.tsx'
import { peoplePage } from './list.tsx'
import { movePage } from './move.tsx'
import { personPage } from './person.tsx'
import { profilePage } from './profile.tsx'

/** Joiner, mover, leaver. `invite` comes before what takes anything for an id. */
export const peoplePages: readonly DeskPage[] = [
  peoplePage,
  invitePage,
  personPage,
  profilePage,
  movePage,
  giveRolePage,
  endRolePage,
  lastDayPage,
  endAccessPage,
  inviteAgainPage,
  sendInvitationPage,
  withdrawInvitationPage,
  signInsPage,
]
