import type { Certificate } from '../../../../commands/register/certificates.ts'
import { readCertificate } from '../../../../commands/register/read-certificate.ts'
import { remakeCertificate } from '../../../../commands/register/remake-certificate.ts'
import { withdrawCertificate } from '../../../../commands/register/withdraw-certificate.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { may } from '../../../../domain/access/table.ts'
import { grouped } from '../../../../domain/register/codes.ts'
import { withdrawnBecause, withdrawReasons } from '../../../../domain/register/withdrawing.ts'
import { longDate } from '../../../../format/when.ts'
import { Actions, LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { Pairs } from '../../components/facts.tsx'
import { DeskForm, RadiosField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import type { FieldFault } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { tierName } from '../register/words.ts'
import { canPrint, printed } from './print.tsx'
import { WorthTag, worthIn } from './worth.tsx'

const pathOf = (id: string): string => `/desk/certificates/${id}`
const read = async (member: Member): Promise<Certificate> =>
  (await member.perform(readCertificate, { certificate: member.param('id') })).done

/** One certificate: what it is worth, the files to hand out, and what can be done with it. */
export const certificatePage: MemberPage = {
  path: pathOf(':id'),
  here: 'events',
  show: async (member) => shown(member, await read(member)),
  send: async (member, fields) => {
    const certificate = member.param('id')
    const again = async (name: string, id: DeskId): Promise<Shown> => shown(member, await read(member), [{ name, text: member.t(id) }])
    if (fields.choice('do', ['remake'])) {
      const outcome = await member.perform(remakeCertificate, { certificate }, member.key)
      return 'done' in outcome
        ? { to: `${pathOf(outcome.done.certificate)}?told=remade` }
        : again('do', `certificate-fault.${outcome.fault}`)
    }
    const because = fields.choice('because', withdrawReasons)
    if (!because) return again('because', 'certificate-fault.reason')
    const outcome = await member.perform(withdrawCertificate, { certificate, because }, member.key)
    return 'done' in outcome ? { to: `${pathOf(certificate)}?told=withdrawn` } : again('because', `certificate-fault.${outcome.fault}`)
  },
}

/** The certificate as a file: a sheet to print, or the badge. */
export const certificateFilePage: MemberPage = {
  path: `${pathOf(':id')}/:file`,
  here: 'events',
  show: async (member) => {
    const certificate = await read(member)
    const file = (['pdf', 'badge'] as const).find((file) => file === member.param('file'))
    if (!file || !canPrint(certificate)) return deniedPage(member, 'not-found')
    if (file === 'pdf') return printed(member, [certificate], { href: pathOf(certificate.id), text: member.t('certificates.title') })
    // A compact JWS, as the standard has it for a badge that is signed as VC-JWT (Open Badges 3.0, 5.1).
    return certificate.badge
      ? { file: { content: certificate.badge, type: 'application/jwt', name: `badge-${grouped(certificate.code)}.jwt` } }
      : deniedPage(member, 'not-found')
  },
}

const shown = (member: Member, certificate: Certificate, faults: readonly FieldFault[] = []): Shown => {
  const { t, desk, local } = member
  const { id, code, holder, withdrawn, replacedBy, renewedBy, demonstration, update } = certificate
  const newer = replacedBy ?? renewedBy
  const title = holder?.name ?? t('certificates.erased')
  const told = member.query('told')
  const because = withdrawnBecause.find((one) => one === withdrawn?.because) ?? 'mistake'
  return {
    title,
    faults,
    body: (
      <>
        <PageHead
          title={title}
          sub={tierName(member, certificate.tier)}
          back={{ href: '/desk/certificates', text: t('certificates.title') }}
        />
        {told === 'remade' ? (
          <Message kind="told" id="told" heading={t('certificates.told-remade')}>
            <p>{t('certificates.told-remade-text')}</p>
          </Message>
        ) : null}
        {told === 'withdrawn' ? <Message kind="told" id="told" heading={t('certificates.told-withdrawn')} /> : null}
        <Pairs
          facts={[
            { label: t('certificates.state'), value: <WorthTag member={member} certificate={certificate} /> },
            { label: t('certificates.code'), value: <span class="ref">{grouped(code)}</span> },
            { label: t(update ? 'certificates.updated' : 'certificates.day'), value: longDate(certificate.learnt) },
            ...(update?.on ? [{ label: t('certificates.whole'), value: longDate(update.on) }] : []),
            { label: t('certificates.until'), value: certificate.ends ? longDate(certificate.ends) : t('certificates.until-change') },
            ...(update && !update.on
              ? []
              : [
                  {
                    label: t(update ? 'certificates.whole-gave' : 'certificates.gave'),
                    value: (update ?? certificate).gave ?? t('certificates.gave-alone'),
                  },
                ]),
            ...(holder?.organisation ? [{ label: t('certificates.organisation'), value: holder.organisation }] : []),
            { label: t('certificates.version'), value: certificate.taught },
          ]}
        />
        {demonstration ? <p>{t('certificates.demonstration-text')}</p> : null}
        {withdrawn ? (
          <p>
            {t('certificates.withdrawn-on', {
              date: longDate(withdrawn.at.toZonedDateTimeISO(local.timeZoneId).toPlainDate()),
              why: t(`certificates.withdraw-${because}`),
            })}
          </p>
        ) : null}
        {newer ? (
          <p>
            <a href={pathOf(newer)}>{t(replacedBy ? 'certificates.newer' : 'certificates.renewed')}</a>
          </p>
        ) : null}
        <Learn member={member} certificate={certificate} />
        {holder?.changed && !withdrawn && !newer ? <Changed member={member} certificate={certificate} changed={holder.changed} /> : null}
        {canPrint(certificate) ? (
          <Part id="hand-out" heading={t('certificates.hand-out')}>
            <Actions>
              <LinkButton href={`${pathOf(id)}/pdf`}>{t('certificates.pdf')}</LinkButton>
              {certificate.badge ? (
                <LinkButton href={`${pathOf(id)}/badge`} look="quiet">
                  {t('certificates.badge')}
                </LinkButton>
              ) : null}
            </Actions>
            <p class="small">
              {t(
                certificate.badge
                  ? 'certificates.badge-what'
                  : canHaveBadge(member, certificate)
                    ? 'certificates.badge-soon'
                    : 'certificates.badge-none',
              )}
            </p>
            <p class="small">
              {t('certificates.check', { address: `${desk.installation.site.replace(/^https?:\/\//, '')}/training/certificate` })}
            </p>
          </Part>
        ) : null}
        {!withdrawn && may(member.viewer, 'change', 'certificate', {}) ? <Withdraw member={member} id={id} faults={faults} /> : null}
      </>
    ),
  }
}

const canHaveBadge = ({ desk }: Member, { demonstration }: Certificate): boolean =>
  !demonstration && desk.parts.pack.partnership.adopted !== null && desk.installation.site.startsWith('https:')

const Learn = ({ member, certificate }: { member: Member; certificate: Certificate }) => {
  const { t, desk } = member
  const worth = worthIn(member, certificate)
  if (worth.worth !== 'needs-update' || certificate.demonstration) return null
  const titleOf = (part: string): string => desk.parts.pack.course.parts.find(({ id }) => id === part)?.title ?? part
  return (
    <Part id="learn" heading={t('certificates.learn')}>
      {worth.delta.known ? (
        <ul>
          {worth.delta.learn.map(({ part, text }) => (
            <li>
              {titleOf(part)}: {text}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('certificates.learn-whole')}</p>
      )}
    </Part>
  )
}

const Changed = ({ member, certificate, changed }: { member: Member; certificate: Certificate; changed: 'name' | 'employer' }) => {
  const { t, viewer, key } = member
  // The database asks of which partner the holder is; here it is asked only whether anything may be offered.
  const offers = viewer.grants.some(({ role }) => role === 'coordinator' || role === 'spoc')
  return (
    <Message
      kind="warn"
      id="changed"
      heading={t(`certificates.changed-${changed}`)}
      act={
        offers ? (
          <DeskForm action={pathOf(certificate.id)} hidden={{ key, do: 'remake' }}>
            <SubmitButton>{t('certificates.remake')}</SubmitButton>
          </DeskForm>
        ) : null
      }
    >
      <p>{t('certificates.changed-text')}</p>
    </Message>
  )
}

const Withdraw = ({ member: { t, key }, id, faults }: { member: Member; id: string; faults: readonly FieldFault[] }) => (
  <Part id="withdraw" heading={t('certificates.withdraw')}>
    <p>{t('certificates.withdraw-why')}</p>
    <DeskForm action={pathOf(id)} hidden={{ key }}>
      <RadiosField
        t={t}
        name="because"
        label={t('certificates.withdraw-reason')}
        fault={faults.find(({ name }) => name === 'because')?.text}
        choices={withdrawReasons.map((reason) => ({ value: reason, text: t(`certificates.withdraw-${reason}`) }))}
      />
      <div class="actions">
        <SubmitButton look="final">{t('certificates.withdraw-go')}</SubmitButton>
      </div>
    </DeskForm>
  </Part>
)
