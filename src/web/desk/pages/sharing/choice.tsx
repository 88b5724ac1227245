import { changeChoice } from '../../../../commands/concerns/sharing/change-choice.ts'
import { sharings } from '../../../../domain/concerns/concern.ts'
import { mostSaid } from '../../../../domain/concerns/shared.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, LongTextField, RadiosField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, readEntered, text, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { sealedPage } from '../concerns/sealed-page.tsx'
import { sharingPath } from '../concerns/sharing-words.ts'
import { isSealedFault, sharingOf } from './read.ts'

/** The reporter changed their mind: what they said is kept with it. */
export const choicePage: MemberPage = {
  path: '/desk/concerns/:id/sharing/choice',
  here: 'inbox',
  show: (member) => shown(member, unsent()),
  send: async (member, fields) => {
    const entered = readEntered(fields, {
      choice: oneOf(sharings, 'choice.missing'),
      said: text({ missing: 'choice.said-missing', long: 'share.long', most: mostSaid, lines: true }),
    })
    if (!entered.values) return shown(member, entered)
    const concern = member.param('id')
    const outcome = await member.perform(changeChoice, { concern, ...entered.values }, member.key)
    if ('done' in outcome) return { to: sharingPath(concern, '?told=choice') }
    if (isSealedFault(outcome.fault)) return sealedPage(member, outcome.fault)
    return shown(member, withFault(entered, 'choice', 'choice.same'))
  },
}

const shown = async (member: Member, entered: Entered<unknown>): Promise<Answer> => {
  const read = await sharingOf(member)
  if ('answer' in read) return read.answer
  const { t, key } = member
  const { sharing, concern } = read.page
  const faults = faultLines(t, entered)
  const faultOf = (name: string): string | undefined => faults.find((fault) => fault.name === name)?.text
  return {
    title: t('choice.title'),
    faults,
    body: (
      <>
        <PageHead title={t('choice.title')} sub={t('choice.sub')} back={{ href: sharingPath(concern), text: t('sharing.back') }} />
        <DeskForm action={sharingPath(concern, '/choice')} hidden={{ key }}>
          <p>{t('choice.now', { choice: t(`sharing.choice-${sharing}`) })}</p>
          <RadiosField
            t={t}
            name="choice"
            label={t('choice.new')}
            fault={faultOf('choice')}
            value={entered.typed('choice')}
            choices={sharings.map((one) => ({ value: one, text: t(`sharing.choice-${one}`) }))}
          />
          <LongTextField
            t={t}
            name="said"
            label={t('choice.said')}
            hint={t('choice.said-hint')}
            fault={faultOf('said')}
            value={entered.typed('said')}
            rows={4}
          />
          <p>{t('choice.narrower')}</p>
          <div class="actions">
            <SubmitButton>{t('choice.go')}</SubmitButton>
            <LinkButton href={sharingPath(concern)} look="quiet">
              {t('choice.keep')}
            </LinkButton>
          </div>
        </DeskForm>
      </>
    ),
  }
}
