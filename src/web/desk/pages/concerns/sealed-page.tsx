import { LinkButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member } from '../../context/page.ts'

/** Its words cannot be read now: what to do. */
export const sealedPage = ({ t }: Member, fault: 'key-closed' | 'erased' | 'damaged'): Answer => ({
  status: fault === 'key-closed' ? 409 : 410,
  title: t(`concern.${fault}-title`),
  body: (
    <>
      <PageHead title={t(`concern.${fault}-title`)} back={{ href: '/desk/concerns', text: t('place.inbox') }} />
      <Message kind="now" id="sealed" heading={t(`concern.${fault}-title`)}>
        <p>{t(`concern.${fault}`)}</p>
      </Message>
      {fault === 'key-closed' ? (
        <p>
          <LinkButton href="/desk/keys">{t('concern.open-key')}</LinkButton>
        </p>
      ) : null}
    </>
  ),
})
