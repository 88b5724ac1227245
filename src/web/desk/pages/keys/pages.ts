import { addKeyFile } from '../../../../commands/keys/add-key-file.ts'
import { closeKey } from '../../../../commands/keys/close-key.ts'
import { renewKey } from '../../../../commands/keys/renew-key.ts'
import type { Member, MemberPage } from '../../context/page.ts'
import { choosePages } from './choose.tsx'
import { keysPath } from './fault.ts'
import { keysPage, openPages, settled } from './keys.tsx'
import { removePage } from './remove.tsx'

/** A button of the page, which asks for nothing. Whoever comes to its address by a link is led back. */
const button = (name: string, told: string, run: (member: Member) => Promise<Parameters<typeof settled>[1]>): MemberPage => ({
  path: `${keysPath}/${name}`,
  here: 'settings',
  show: async () => ({ to: keysPath }),
  send: async (member) => settled(member, await run(member), told),
})

export const keyPages: readonly MemberPage[] = [
  keysPage,
  ...openPages,
  ...choosePages,
  removePage,
  button('close', 'closed', (member) => member.perform(closeKey, {}, member.key)),
  button('renew', 'renewed', (member) => member.perform(renewKey, {}, member.key)),
  button('file', 'file', (member) => member.perform(addKeyFile, {}, member.key)),
]
