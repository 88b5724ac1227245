import { refuseOffer } from '../../../../commands/concerns/answer-offer.ts'
import { type Ownership, readOwner } from '../../../../commands/concerns/read-owner.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, LongTextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, readEntered, text, unsent } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { concernPath, nameIn } from './owner-words.tsx'
import { sealedPage } from './sealed-page.tsx'
import { titleOf } from './words.ts'

const most = 500

/** Saying no takes a reason, which whoever offered it reads. */
export const refusePage: MemberPage = {
  path: '/desk/concerns/:id/refuse',
  here: 'home',
  show: async (member) => form(member, await ownershipOf(member), unsent()),
  send: async (member, fields) => {
    const ownership = await ownershipOf(member)
    const entered = readEntered(fields, { reason: text({ missing: 'refuse.missing', long: 'refuse.long', most, lines: true }) })
    if (!entered.values) return form(member, ownership, entered)
    const input = { concern: member.param('id'), offer: fields.text('offer') ?? '', ...entered.values }
    const outcome = await member.perform(refuseOffer, input, member.key)
    if ('done' in outcome) return { to: '/desk?told=offer-refused' }
    return outcome.fault === 'over' ? { to: '/desk?told=offer-over' } : sealedPage(member, outcome.fault)
  },
}

const ownershipOf = async (member: Member): Promise<Ownership> => (await member.perform(readOwner, { concern: member.param('id') })).done

const form = (member: Member, ownership: Ownership, entered: Entered<unknown>): Answer => {
  const { t, key } = member
  const { offer } = ownership
  if (!offer?.to || !ownership.may.answer) return { to: '/desk?told=offer-over' }
  const faults = faultLines(t, entered, { most })
  return {
    title: t('refuse.title'),
    faults,
    body: (
      <>
        <PageHead
          title={t('refuse.title')}
          sub={`${titleOf(member, ownership)} ${reference(ownership.number)}`}
          back={{ href: concernPath(member, '/offered'), text: t('offered.title') }}
        />
        <p>{t('refuse.what', { name: nameIn(member, offer.from) })}</p>
        <DeskForm action={concernPath(member, '/refuse')} hidden={{ key, offer: offer.id }}>
          <LongTextField t={t} name="reason" label={t('refuse.reason')} rows={3} value={entered.typed('reason')} fault={faults[0]?.text} />
          <div class="actions">
            <SubmitButton>{t('refuse.go')}</SubmitButton>
          </div>
        </DeskForm>
      </>
    ),
  }
}
