import { readEventCertificates } from '../../../../commands/register/read-event-certificates.ts'
import { Empty } from '../../components/list.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { MemberPage } from '../../context/page.ts'
import { canPrint, printed } from './print.tsx'

/** The certificates of everyone who was confirmed at an event, as one PDF, for whoever taught it to hand out. */
export const eventCertificatesPage: MemberPage = {
  path: '/desk/events/:id/certificates',
  here: 'events',
  show: async (member) => {
    const { t } = member
    const back = { href: `/desk/events/${member.param('id')}`, text: t('certificates.back-event') }
    const found = (await member.perform(readEventCertificates, { event: member.param('id') })).done
    if (found.some(canPrint)) return printed(member, found, back)
    return {
      title: t('certificates.title'),
      body: (
        <>
          <PageHead title={t('certificates.title')} back={back} />
          <Empty heading={t('certificates.of-event-none')}>
            <p>{t('certificates.of-event-none-text')}</p>
          </Empty>
        </>
      ),
    }
  },
}
