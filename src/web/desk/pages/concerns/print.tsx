import { printConcern } from '../../../../commands/concerns/print-concern.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { ChecksField, DeskForm } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { MemberPage } from '../../context/page.ts'
import { rolesInWords } from '../../context/role-words.ts'
import { momentWords } from '../../context/time-words.ts'
import { OfConcern } from './head.tsx'
import { type Part, Printed, parts } from './printed.tsx'
import { sealedPage } from './sealed-page.tsx'
import { pathOf, titleOf } from './words.ts'

/** What is left out of the paper is chosen first; the contact and the notes are, unless somebody takes their tick away. */
const leftOutFirst: readonly Part[] = ['contact', 'notes', 'staff']

export const printPage: MemberPage = {
  path: '/desk/concerns/:id/print',
  here: 'inbox',
  show: async (member) => {
    const { t } = member
    const { done: head } = await member.perform(readHead, { concern: member.param('id') })
    return {
      title: t('concern-print.title'),
      body: (
        <>
          <OfConcern member={member} concern={head} title={t('concern-print.title')} />
          <p>{t('concern-print.why')}</p>
          <DeskForm action={`${pathOf(head)}/print`}>
            <ChecksField
              t={t}
              name="out"
              label={t('concern-print.label')}
              values={leftOutFirst}
              choices={parts.map((value) => ({ value, text: t(`concern-print.${value}`) }))}
            />
            <SubmitButton>{t('concern-print.open')}</SubmitButton>
          </DeskForm>
        </>
      ),
    }
  },
  send: async (member, fields) => {
    const { t } = member
    const out = parts.filter((part) => fields.several('out').includes(part))
    const printed = await member.perform(printConcern, { concern: member.param('id') })
    if ('fault' in printed) return sealedPage(member, printed.fault)
    const { done: concern } = printed
    const when = momentWords(member, member.now)
    return {
      title: reference(concern.number),
      body: (
        <>
          <PageHead
            title={titleOf(member, concern)}
            reference={reference(concern.number)}
            sub={
              out.includes('staff')
                ? t('concern-print.printed-by-role', { roles: rolesInWords(t, member.viewer), when })
                : t('concern-print.printed-by', { name: member.me.name, when })
            }
            back={{ href: pathOf(concern), text: reference(concern.number) }}
          />
          <p class="small on-screen">{t('concern-print.now')}</p>
          <Printed member={member} concern={concern} out={out} />
        </>
      ),
    }
  },
}
