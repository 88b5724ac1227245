import type { Child } from 'hono/jsx'
import type { DeskId } from '../../../../content/word-ids.ts'
import type { ReceivingNeed } from '../../../../domain/data-protection/receiving-needs.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import type { Member } from '../../context/page.ts'
import { lackingInPack, toWrite } from './to-write.ts'

type Place = { why: DeskId; who: DeskId }

/** What is put right on the page of the key, and by whom. */
const ofKey: Readonly<Partial<Record<ReceivingNeed, Place>>> = {
  key: { who: 'receiving.who-coordinator', why: 'receiving.key-why' },
  'second-holder': { who: 'receiving.who-second', why: 'receiving.second-holder-why' },
  'key-unreadable': { who: 'receiving.who-it', why: 'receiving.key-unreadable-why' },
  'receiving-key': { who: 'receiving.who-coordinator', why: 'receiving.receiving-key-why' },
  'receiving-key-other': { who: 'receiving.who-it', why: 'receiving.receiving-key-other-why' },
}

/** Why the partnership has to decide it. */
const inPack: Readonly<Partial<Record<ReceivingNeed, DeskId>>> = {
  controllers: 'receiving.controllers-why',
  arrangement: 'receiving.arrangement-why',
  contact: 'receiving.contact-why',
  dpia: 'receiving.dpia-why',
  'retention-concerns': 'receiving.retention-why',
  'retention-attendances': 'receiving.retention-why',
  'retention-audit': 'receiving.retention-audit-why',
}

/** What is missing before anything about a person is received: why, who can do it, and where. */
export const ReceivingNeeds = ({ member, needs }: { member: Member; needs: readonly ReceivingNeed[] }) => {
  const { t } = member
  if (!needs.length)
    return (
      <Message kind="told" id="ready" heading={t('settings.needs-ready-title')}>
        <p>{t('settings.needs-ready')}</p>
      </Message>
    )
  const lacking = lackingInPack(needs)
  const atKey = needs.filter((need) => ofKey[need])
  return (
    <>
      <p>{t('settings.needs-some', { count: needs.length })}</p>
      {atKey.length ? (
        <ul class="sign-ins">
          {atKey.map((need) => (
            <Need member={member} need={need} why={ofKey[need]?.why}>
              <p class="small">{t('settings.who', { who: t(ofKey[need]?.who ?? 'receiving.who-it') })}</p>
            </Need>
          ))}
        </ul>
      ) : null}
      {atKey.length ? (
        <LinkButton href="/desk/keys" look="quiet">
          {t('settings.to-key')}
        </LinkButton>
      ) : null}
      {lacking.length ? (
        <>
          <h3>{t('settings.decide')}</h3>
          <p>{t('settings.decide-who')}</p>
          <ul class="sign-ins">
            {lacking.map((need) => (
              <Need member={member} need={need} why={inPack[need]} />
            ))}
          </ul>
          <details>
            <summary>{t('settings.in-pack')}</summary>
            <p>{t.rich<Child>('settings.in-pack-where', { code: (inner) => <code>{inner}</code> })}</p>
            <pre>
              <code>{toWrite(lacking)}</code>
            </pre>
          </details>
          <p class="small">{t('settings.guide')}</p>
        </>
      ) : null}
    </>
  )
}

type NeedProps = { member: Member; need: ReceivingNeed; why: DeskId | undefined; children?: Child }

const Need = ({ member: { t }, need, why, children }: NeedProps) => (
  <li>
    <div>
      <p>
        <b>{t(`receiving.${need}`)}</b>
      </p>
      {why ? <p>{t(why)}</p> : null}
      {children}
    </div>
  </li>
)
