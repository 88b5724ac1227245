import type { KeyOpening, Keys } from '../../../../commands/keys/read-keys.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { clock, dayAndMonth } from '../../../../format/when.ts'
import { LinkButton, PostButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, TextField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { Box, Part } from '../../components/page-head.tsx'
import type { Member } from '../../context/page.ts'
import { keysPath } from './fault.ts'
import type { Wrong } from './keys.tsx'

type Props = { member: Member; keys: Keys }

/** The hour, with its day where that is not today. */
export const minute = ({ local }: Member, instant: Temporal.Instant): string => {
  const at = instant.toZonedDateTimeISO(local.timeZoneId)
  return at.toPlainDate().equals(local.toPlainDate()) ? clock(at) : `${clock(at)}, ${dayAndMonth(at.toPlainDate())}`
}

/** Is it open, until when and by whom; closed, who can open it; or not made yet. */
export const Standing = ({ member, keys, wrong }: Props & { wrong: Wrong | null }) => {
  const { t, viewer, desk, key } = member
  if (keys.fault) return keys.fault.fault === 'no-key' ? <NoKey member={member} /> : null
  const { openings, mine } = keys
  const own = openings.some(({ holder }) => holder === viewer.person)
  const byPerson = openings.some(({ until }) => until !== null)
  const names = keys.holders.flatMap(({ name, may }) => (may && name ? [name] : []))
  return (
    <Part id="state" heading={t(openings.length ? 'key.open' : 'key.closed')}>
      {openings.length ? (
        <ul class="points">
          {openings.map((opening) => (
            <li>{openedBy(member, opening)}</li>
          ))}
        </ul>
      ) : (
        <>
          <p>{t('key.closed-text')}</p>
          {!mine.holds && names.length ? <p>{t('key.closed-ask', { names: names.join(', ') })}</p> : null}
        </>
      )}
      {mine.holds && !own ? (
        <DeskForm action={`${keysPath}/open`} hidden={{ key }}>
          {openings.length ? <h3>{t('key.open-heading-too')}</h3> : null}
          {openings.length ? <p>{t('key.open-too')}</p> : null}
          <TextField
            t={t}
            type="password"
            autocomplete="current-password"
            name="passphrase"
            label={t('key.passphrase')}
            hint={t('key.passphrase-hint')}
            fault={wrong?.name === 'passphrase' ? wrong.said.text : undefined}
          />
          <SubmitButton look={openings.length ? 'quiet' : 'full'}>{t('key.open-go')}</SubmitButton>
        </DeskForm>
      ) : null}
      {byPerson && mine.may ? (
        <>
          <p>{t('key.close-text')}</p>
          <PostButton action={`${keysPath}/close`} look="quiet" fields={{ key }}>
            {t('key.close')}
          </PostButton>
        </>
      ) : null}
      {desk.installation.database === 'server' ? <p class="small">{t('key.each-instance')}</p> : null}
    </Part>
  )
}

const openedBy = (member: Member, { name, since, until }: KeyOpening): string => {
  const { t } = member
  if (until === null) return t('key.open-by-file', { time: minute(member, since) })
  return t('key.open-by', { name: name ?? t('key.holder-unknown'), time: minute(member, since), until: minute(member, until) })
}

const NoKey = ({ member: { t, viewer } }: { member: Member }) => {
  const mine = holds(viewer, 'coordinator')
  return (
    <Message
      kind="now"
      id="none"
      heading={t('key.none')}
      act={mine ? <LinkButton href={`${keysPath}/make`}>{t('key.make')}</LinkButton> : null}
    >
      <p>{t(mine ? 'key.none-coordinator' : 'key.none-other')}</p>
    </Message>
  )
}

/** The file of the server that opens the key without anybody. */
export const KeyFile = ({ member: { t, viewer, key }, keys }: Props) => {
  const { file } = keys
  if (file === 'none') return null
  const fault = file === 'opens' ? null : file.fault
  const known = fault === 'readable-by-others' || fault === 'no-holder' || fault === 'damaged' ? fault : 'other'
  return (
    <Box id="file" heading={t('key.file-heading')}>
      <p>{t(fault ? `key.file-fault-${known}` : 'key.file-opens')}</p>
      {fault === 'no-holder' && keys.openings.length && holds(viewer, 'coordinator') ? (
        <PostButton action={`${keysPath}/file`} look="quiet" fields={{ key }}>
          {t('key.file-add')}
        </PostButton>
      ) : null}
    </Box>
  )
}

export const Mine = ({ member: { t }, keys }: Props) =>
  keys.mine.holds ? (
    <Box id="mine" heading={t('key.mine-heading')}>
      <LinkButton href={`${keysPath}/passphrase`} look="text">
        {t('key.change')}
      </LinkButton>
    </Box>
  ) : null
