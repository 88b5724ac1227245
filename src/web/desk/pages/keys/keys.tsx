import { allowKeyHolder } from '../../../../commands/keys/allow-key-holder.ts'
import { openKey } from '../../../../commands/keys/open-key.ts'
import { type Keys, readKeys } from '../../../../commands/keys/read-keys.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { LinkButton, PostButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import { Columns, PageHead } from '../../components/page-head.tsx'
import { oneOf, readEntered, typedAsIs } from '../../context/entered.ts'
import type { Answer, Member, MemberPage, Shown } from '../../context/page.ts'
import { earlierKeys } from './earlier.tsx'
import { keysPath, type Said, saidOf, signInAgain, triedSaid } from './fault.ts'
import { AddHolder, Holders } from './holders.tsx'
import { KeyFile, Mine, Standing } from './standing.tsx'
import { Told } from './told.tsx'

/** A field of this page that something is wrong with; null: something that is no field. */
export type Wrong = { name: 'passphrase' | 'person' | null; said: Said }

export const keysPage: MemberPage = { path: keysPath, here: 'settings', show: (member) => page(member) }

/** Opens the key with the passphrase of whoever is signed in. */
const openPage: MemberPage = {
  path: `${keysPath}/open`,
  here: 'settings',
  show: async () => ({ to: keysPath }),
  send: async (member, fields) => {
    const entered = readEntered(fields, { passphrase: typedAsIs('key-fault.missing') })
    if (!entered.values) return page(member, { name: 'passphrase', said: missing(member, 'key-fault.missing') })
    // Without the form's key: to open it twice is no harm, and a wrong one must not be remembered for the next try.
    const outcome = await member.perform(openKey, entered.values)
    if ('fault' in outcome) {
      const said = saidOf(member, outcome.fault)
      return page(member, { name: said.field ? 'passphrase' : null, said })
    }
    return 'opened' in outcome.done
      ? { to: `${keysPath}?told=opened` }
      : page(member, { name: 'passphrase', said: triedSaid(member, outcome.done) })
  },
}

const allowPage: MemberPage = {
  path: `${keysPath}/allow`,
  here: 'settings',
  show: async () => ({ to: keysPath }),
  send: async (member, fields) => {
    const { candidates } = (await member.perform(readKeys, {})).done
    const people = candidates.map(({ id }) => id)
    const entered = readEntered(fields, { person: oneOf(people, 'key-fault.person') })
    if (!entered.values) return page(member, { name: 'person', said: missing(member, 'key-fault.person') })
    return settled(member, await member.perform(allowKeyHolder, entered.values, member.key), 'allowed')
  },
}

const missing = ({ t }: Member, id: 'key-fault.missing' | 'key-fault.person'): Said => ({ status: 400, text: t(id), field: true })

/** What came of a button: back to the page, which says so. */
export const settled = async (
  member: Member,
  outcome: { done: unknown } | { fault: Parameters<typeof saidOf>[1] },
  told: string,
): Promise<Answer> => {
  if (!('fault' in outcome)) return { to: `${keysPath}?told=${told}` }
  return outcome.fault === 'not-fresh' ? signInAgain(keysPath) : page(member, { name: null, said: saidOf(member, outcome.fault) })
}

export const openPages: readonly MemberPage[] = [openPage, allowPage]

const page = async (member: Member, wrong: Wrong | null = null): Promise<Shown> => {
  const { t, viewer } = member
  const keys = (await member.perform(readKeys, {})).done
  const earlier = await earlierKeys(member)
  const faults = wrong?.name ? [{ name: wrong.name, text: wrong.said.text }] : []
  return {
    title: t('key.title'),
    faults,
    ...(wrong ? { status: wrong.said.status } : {}),
    ...(wrong?.said.retryAfter === undefined ? {} : { retryAfter: wrong.said.retryAfter }),
    body: (
      <>
        {wrong?.name === null ? (
          <Message kind="wrong" id="wrong" heading={t('key-fault.title')}>
            <p>{wrong.said.text}</p>
          </Message>
        ) : null}
        {wrong ? null : <Told member={member} />}
        <PageHead
          title={t('key.title')}
          sub={t('key.what')}
          back={mayAny(viewer, 'read', 'settings') ? { href: '/desk/settings', text: t('key.settings') } : undefined}
        />
        <Alarms member={member} keys={keys} />
        <Columns
          side={
            <>
              <KeyFile member={member} keys={keys} />
              <Mine member={member} keys={keys} />
            </>
          }
        >
          <Standing member={member} keys={keys} wrong={wrong} />
          {keys.fault ? null : <Holders member={member} keys={keys} />}
          <AddHolder member={member} keys={keys} wrong={wrong} />
          {earlier}
        </Columns>
      </>
    ),
  }
}

/** What must be put right before anything else. */
const Alarms = ({ member: { t, viewer, key }, keys }: { member: Member; keys: Keys }) => (
  <>
    {keys.standing.receiving === 'other' ? (
      <Message
        kind="wrong"
        id="other"
        heading={t('key.other-title')}
        act={
          keys.openings.length && mayAny(viewer, 'remove', 'key') ? (
            <PostButton action={`${keysPath}/renew`} look="quiet" fields={{ key }}>
              {t('key.renew')}
            </PostButton>
          ) : null
        }
      >
        <p>{t('key.other-text')}</p>
        <p>{t('key.other-do')}</p>
      </Message>
    ) : null}
    {keys.fault && keys.fault.fault !== 'no-key' ? (
      <Message kind="wrong" id="damaged" heading={t('key.damaged-title')}>
        <p>{t('key.damaged-text')}</p>
      </Message>
    ) : null}
    {keys.mine.allowed ? (
      <Message kind="now" id="join" heading={t('key.join-now')} act={<LinkButton href={`${keysPath}/join`}>{t('key.join')}</LinkButton>}>
        <p>{t('key.join-now-text')}</p>
      </Message>
    ) : null}
  </>
)
