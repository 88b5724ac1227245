import { LinkButton } from '../../../components/buttons.tsx'
import type { MemberPage } from '../../../context/page.ts'
import { addressOf, checkInPage, readEventOf, titleOf } from './event-of.ts'
import { ChangeWord, Code } from './side.tsx'

/** For the wall of a room, and to print: the code to scan, the address, the code and the word, and nothing of who is on the list. */
export const wallPage: MemberPage = {
  path: '/desk/events/:id/wall',
  here: 'events',
  show: async (member) => {
    const { t } = member
    const { event } = await readEventOf(member)
    const at = addressOf(event.id)
    return {
      title: t('event.wall-title'),
      alone: true,
      body: (
        <div class="wall">
          <h1>{t('event.wall-title')}</h1>
          <p class="small">{titleOf(member, event)}</p>
          <div class="wall-code">
            <Code member={member} event={event} />
            <dl>
              <div>
                <dt>{t('event.wall-scan')}</dt>
                <dd translate="no" class="wall-address">
                  {checkInPage(member)}
                </dd>
              </div>
              <div>
                <dt>{t('event.wall-code')}</dt>
                <dd class="ref" translate="no">
                  {event.code}
                </dd>
              </div>
              <div>
                <dt>{t('event.wall-word')}</dt>
                <dd class="ref" translate="no">
                  {event.word}
                </dd>
              </div>
            </dl>
          </div>
          <p>{t('event.wall-no-signal')}</p>
          <div class="actions">
            <LinkButton href={at} look="text">
              {t('event.back')}
            </LinkButton>
          </div>
          <details>
            <summary>{t('event.word-change')}</summary>
            <ChangeWord member={member} event={event} wall />
          </details>
        </div>
      ),
    }
  },
}
