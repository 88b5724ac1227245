import type { Child } from 'hono/jsx'
import type { DeskId } from '../../../../content/word-ids.ts'
import type { ReceivingNeed } from '../../../../domain/data-protection/receiving-needs.ts'
import { Message } from '../../components/message.tsx'
import type { Member } from '../../context/page.ts'

type Where = { who: DeskId; why: DeskId; write?: string }

const partnership = 'receiving.who-partnership'
const looked = 'source: "…", checked: 2027-01-31, review: 2028-01-31, owner: information-governance'
const retention = (what: string): Where => ({
  who: partnership,
  why: 'receiving.retention-why',
  write: `data_protection:\n  retention:\n    ${what}: {length: 1 year, reason: "…"}\n    ${looked.replaceAll(', ', '\n    ')}`,
})
const listed = (name: string, own: string): string => `data_protection:\n  ${name}: {${own},\n    ${looked}}`

/** Who can put it right, and what they write into the pack; without it, the page of the key is the place. */
const places: Readonly<Record<ReceivingNeed, Where>> = {
  controllers: { who: partnership, why: 'receiving.controllers-why', write: listed('controllers', 'partners: [id-of-a-partner]') },
  arrangement: {
    who: partnership,
    why: 'receiving.arrangement-why',
    write: listed('controllers', 'partners: [one-partner, another-partner], arrangement: 2027-01-31'),
  },
  contact: { who: partnership, why: 'receiving.contact-why', write: listed('contact', 'role: "Data protection officer", at: "…"') },
  dpia: { who: partnership, why: 'receiving.dpia-why', write: listed('dpia', 'date: 2027-01-31, signed_by: "…"') },
  'retention-concerns': retention('concerns'),
  'retention-attendances': retention('attendances'),
  'retention-audit': retention('audit'),
  key: { who: 'receiving.who-coordinator', why: 'receiving.key-why' },
  'second-holder': { who: 'receiving.who-second', why: 'receiving.second-holder-why' },
  'key-unreadable': { who: 'receiving.who-it', why: 'receiving.key-unreadable-why' },
  'receiving-key': { who: 'receiving.who-coordinator', why: 'receiving.receiving-key-why' },
  'receiving-key-other': { who: 'receiving.who-it', why: 'receiving.receiving-key-other-why' },
}

/** What is missing before anything about a person is received: each with why, who can do it, and where. */
export const ReceivingNeeds = ({ member: { t }, needs }: { member: Member; needs: readonly ReceivingNeed[] }) => {
  if (!needs.length)
    return (
      <Message kind="told" id="ready" heading={t('settings.needs-ready-title')}>
        <p>{t('settings.needs-ready')}</p>
      </Message>
    )
  return (
    <>
      <p>{t('settings.needs-some', { count: needs.length })}</p>
      <ul class="sign-ins">
        {needs.map((need) => (
          <li>
            <Need t={t} name={t(`receiving.${need}`)} where={places[need]} />
          </li>
        ))}
      </ul>
      <p class="small">{t('settings.guide')}</p>
    </>
  )
}

const Need = ({ t, name, where: { who, why, write } }: { t: Member['t']; name: string; where: Where }) => (
  <div>
    <p>
      <b>{name}</b>
    </p>
    <p>{t(why)}</p>
    <p class="small">{t('settings.who', { who: t(who) })}</p>
    {write ? (
      <details>
        <summary>{t.rich<Child>('settings.in-pack', { code: (inner) => <code>{inner}</code> })}</summary>
        <pre>
          <code>{write}</code>
        </pre>
      </details>
    ) : (
      <p>
        <a href="/desk/keys">{t('settings.to-key')}</a>
      </p>
    )}
  </div>
)
