import { readKeys } from '../../../../commands/keys/read-keys.ts'
import { removeKeyHolder } from '../../../../commands/keys/remove-key-holder.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { Confirm } from '../../components/confirm.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { MemberPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { keysPath, signInAgain } from './fault.ts'
import { settled } from './keys.tsx'

/** Takes the key from someone: what will happen, and what cannot be undone, before the one button that does it. */
export const removePage: MemberPage = {
  path: `${keysPath}/remove/:holder`,
  here: 'settings',
  show: async (member) => {
    const { t, viewer, param, key } = member
    if (!mayAny(viewer, 'remove', 'key')) return deniedPage(member, 'not-allowed')
    const { holders, mine } = (await member.perform(readKeys, {})).done
    const holder = holders.find(({ id }) => id === param('holder'))
    if (!holder) return deniedPage(member, 'not-found')
    const path = `${keysPath}/remove/${holder.id}`
    if (!mine.fresh) return signInAgain(path)
    const { name } = holder
    const title = name ? t('key-remove.title', { name }) : t('key-remove.title-unknown')
    return {
      title,
      body: (
        <>
          <PageHead title={title} back={{ href: keysPath, text: t('key.title') }} />
          <Confirm
            will={{ heading: t('key-remove.will'), items: [t('key-remove.will-1'), t('key-remove.will-2'), t('key-remove.will-3')] }}
            cannot={{ heading: t('key-remove.cannot'), items: [t('key-remove.cannot-1'), t('key-remove.cannot-2')] }}
            action={path}
            hidden={{ key }}
            final={name ? t('key-remove.final', { name }) : t('key-remove.final-unknown')}
            keep={{ href: keysPath, text: t('key-remove.keep') }}
          />
        </>
      ),
    }
  },
  send: async (member) => {
    const holder = member.param('holder')
    return settled(member, await member.perform(removeKeyHolder, { holder }, member.key), 'removed')
  },
}
