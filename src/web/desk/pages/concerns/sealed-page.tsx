import { readHead } from '../../../../commands/concerns/read-head.ts'
import type { SealedFault } from '../../../../commands/concerns/sealed.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member, Shown } from '../../context/page.ts'
import { ConcernFacts, ConcernTop } from './head.tsx'
import { Urgency } from './urgency.tsx'
import { pathOf, titleOf } from './words.ts'

const statusOf = (fault: SealedFault): number => (fault === 'key-closed' ? 409 : 410)

/** Its words cannot be read now: what to do. */
export const sealedPage = ({ t }: Member, fault: SealedFault): Answer => ({
  status: statusOf(fault),
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

/** The same for whoever deals with it: what can be done all the same. What stands in plain columns is shown. */
export const sealedConcern = async (member: Member, fault: SealedFault): Promise<Answer> => {
  const { t } = member
  const { done: concern } = await member.perform(readHead, { concern: member.param('id') })
  const path = pathOf(concern)
  return {
    status: statusOf(fault),
    title: `${reference(concern.number)}, ${titleOf(member, concern)}`,
    body: (
      <>
        <ConcernTop member={member} concern={concern} />
        <Message
          kind="now"
          id="sealed"
          heading={t(`concern.${fault}-title`)}
          act={fault === 'key-closed' ? <LinkButton href="/desk/keys">{t('concern.open-key')}</LinkButton> : null}
        >
          <p>{t(`concern.${fault}`)}</p>
        </Message>
        <ConcernFacts member={member} concern={concern} replies={null} />
        {fault === 'key-closed' ? (
          <section class="part flow" aria-labelledby="still">
            <h2 id="still">{t('concern-head.still')}</h2>
            <ul class="points">
              <li>
                <LinkButton href={`${path}/details`} look="text">
                  {t('concern-head.still-details')}
                </LinkButton>
              </li>
              <li>
                <LinkButton href={`${path}/mark`} look="text">
                  {t('concern-head.still-mark')}
                </LinkButton>
              </li>
              {concern.state === 'open' || concern.state === 'new' ? (
                <li>
                  <LinkButton href={`${path}/close`} look="text">
                    {t('concern-head.still-close')}
                  </LinkButton>
                </li>
              ) : null}
            </ul>
            <p>{t('concern-head.still-not')}</p>
            <Urgency member={member} concern={concern} />
          </section>
        ) : null}
      </>
    ),
  }
}

/** Nothing was saved, because its words cannot be sealed now: the text stays on the page, for when the key is open. */
export const notSealed = ({ t }: Member, fault: SealedFault, title: string, body: Shown['body']): Shown => ({
  status: statusOf(fault),
  title,
  body: (
    <>
      <PageHead title={title} />
      <Message
        kind="wrong"
        id="sealed"
        heading={t('concern-head.not-saved')}
        act={
          fault === 'key-closed' ? (
            <LinkButton href="/desk/keys" look="quiet">
              {t('concern.open-key')}
            </LinkButton>
          ) : null
        }
      >
        <p>{t(fault === 'key-closed' ? 'concern-head.not-saved-key' : `concern.${fault}`)}</p>
      </Message>
      {body}
    </>
  ),
})
