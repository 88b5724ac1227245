import { endShare } from '../../../../commands/concerns/sharing/passed.ts'
import { Confirm } from '../../components/confirm.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { MemberPage } from '../../context/page.ts'
import { partnerWords, sharingPath } from '../concerns/sharing-words.ts'
import { sharingOf } from './read.ts'

/** Before something is taken back from a partner: what that does, and what it does not. */
export const endSharePage: MemberPage = {
  path: '/desk/concerns/:id/sharing/end/:share',
  here: 'inbox',
  show: async (member) => {
    const read = await sharingOf(member)
    if ('answer' in read) return read.answer
    const { t, desk, key } = member
    const { shares, concern } = read.page
    const share = shares.find(({ id }) => id === member.param('share'))
    const back = { href: sharingPath(concern), text: t('sharing.back') }
    if (!share || share.ended || !('partner' in share.to)) return { to: sharingPath(concern) }
    const partner = partnerWords(desk, share.to.partner)
    const title = t('end-share.title', { partner })
    return {
      title,
      body: (
        <div class="flow">
          <PageHead title={title} back={back} />
          <Confirm
            will={{ heading: t('end-share.will'), items: [t('end-share.will-lose', { partner }), t('end-share.will-keep')] }}
            cannot={{ heading: t('end-share.cannot'), items: [t('end-share.cannot-read'), t('end-share.cannot-here')] }}
            action={sharingPath(concern, `/end/${share.id}`)}
            hidden={{ key }}
            final={t('end-share.go', { partner })}
            keep={{ href: sharingPath(concern), text: t('end-share.keep') }}
          />
        </div>
      ),
    }
  },
  send: async (member) => {
    const concern = member.param('id')
    const outcome = await member.perform(endShare, { concern, share: member.param('share') }, member.key)
    return { to: sharingPath(concern, 'done' in outcome ? '?told=ended' : '') }
  },
}
