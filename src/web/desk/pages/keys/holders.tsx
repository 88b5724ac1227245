import type { KeyHolder, Keys } from '../../../../commands/keys/read-keys.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { longDate } from '../../../../format/when.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, SelectField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { Part, Pending } from '../../components/page-head.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'
import { keysPath } from './fault.ts'
import type { Wrong } from './keys.tsx'

type Props = { member: Member; keys: Keys }

/** Who can open it, each with a way to take it from them. */
export const Holders = ({ member, keys }: Props) => {
  const { t, viewer } = member
  const { holders, standing, openings } = keys
  const removes = mayAny(viewer, 'remove', 'key') && openings.length > 0 && holders.length > 1
  return (
    <Part id="holders" heading={t('key.holders')}>
      {holders.length ? (
        <ul class="sign-ins">
          {holders.map((holder) => (
            <li>
              <Holder member={member} holder={holder} />
              {removes ? (
                <LinkButton href={`${keysPath}/remove/${holder.id}`} look="stop" of={holder.name ?? undefined}>
                  {t('key.remove')}
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('key.holders-none')}</p>
      )}
      {standing.holders === 'one' ? (
        <Message kind="warn" id="one" heading={t('key.one-holder')}>
          <p>{t('key.one-holder-text')}</p>
        </Message>
      ) : null}
    </Part>
  )
}

const Holder = ({ member: { t, viewer, local }, holder: { id, name, may, since } }: { member: Member; holder: KeyHolder }) => (
  <div>
    <p>
      <b>{name ?? t('key.holder-unknown')}</b> {id === viewer.person ? `(${t('key.holder-you')})` : null}{' '}
      {may ? null : <Tag state="late">{t('key.holder-left')}</Tag>}
    </p>
    <p class="small">
      {may ? t('key.holder-since', { day: longDate(since.toZonedDateTimeISO(local.timeZoneId).toPlainDate()) }) : t('key.holder-left-text')}
    </p>
  </div>
)

/** A coordinator lets someone join, while it is open. */
export const AddHolder = ({ member: { t, viewer, key }, keys, wrong }: Props & { wrong: Wrong | null }) => {
  if (keys.fault || !holds(viewer, 'coordinator')) return null
  const { openings, allowed, candidates } = keys
  return (
    <Part id="add" heading={t('key.add-heading')}>
      {allowed.map(({ name }) => (
        <Pending>
          <p>
            <Tag state="asked">{t('key.add-wait', { name })}</Tag>
          </p>
          <p>{t('key.add-wait-text')}</p>
        </Pending>
      ))}
      {!openings.length ? (
        <p>{t('key.add-closed')}</p>
      ) : !candidates.length ? (
        allowed.length ? null : (
          <p>{t('key.add-none')}</p>
        )
      ) : (
        <>
          <p>{t('key.add-text')}</p>
          <DeskForm action={`${keysPath}/allow`} hidden={{ key }}>
            <SelectField
              t={t}
              name="person"
              label={t('key.add-who')}
              choices={[{ value: '', text: t('key-fault.person') }, ...candidates.map(({ id, name }) => ({ value: id, text: name }))]}
              fault={wrong?.name === 'person' ? wrong.said.text : undefined}
            />
            <SubmitButton look="quiet">{t('key.add-go')}</SubmitButton>
          </DeskForm>
        </>
      )}
    </Part>
  )
}
