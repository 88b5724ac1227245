import { readCertificates } from '../../../../commands/register/read-certificates.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { grouped } from '../../../../domain/register/codes.ts'
import { longDate } from '../../../../format/when.ts'
import { Empty, Search } from '../../components/list.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { Rows } from '../../components/rows.tsx'
import type { MemberPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { tierName } from '../register/words.ts'
import { WorthTag } from './worth.tsx'

const path = '/desk/certificates'

/** Somebody lost theirs, or shows one: it is found by its code, or by how a name begins. */
export const findCertificatesPage: MemberPage = {
  path,
  here: 'events',
  show: async (member) => {
    const { t, viewer } = member
    if (!mayAny(viewer, 'read', 'certificate')) return deniedPage(member, 'not-allowed')
    const typed = (member.query('q') ?? '')
      .replace(/\p{Cc}/gu, '')
      .slice(0, 120)
      .trim()
    const found = typed ? (await member.perform(readCertificates, { typed })).done : []
    return {
      title: t('certificates.title'),
      body: (
        <>
          <PageHead
            title={t('certificates.title')}
            sub={t('certificates.what')}
            back={{ href: '/desk/events', text: t('register.back') }}
          />
          <Search
            t={t}
            action={path}
            label={t('certificates.find')}
            value={typed}
            go={t('certificates.go')}
            clear={{ href: path, text: t('certificates.clear') }}
          />
          {found.length ? (
            <Part id="found" heading={t('certificates.found')}>
              <Rows
                caption={t('certificates.found')}
                groups={[{ rows: found }]}
                columns={[
                  {
                    id: 'holder',
                    label: t('certificates.holder'),
                    cell: ({ id, holder }) => <a href={`${path}/${id}`}>{holder?.name ?? t('certificates.erased')}</a>,
                  },
                  { id: 'tier', label: t('certificates.tier'), cell: ({ tier }) => tierName(member, tier) },
                  { id: 'day', label: t('certificates.day'), cell: ({ learnt }) => longDate(learnt) },
                  { id: 'state', label: t('certificates.state'), cell: (one) => <WorthTag member={member} certificate={one} /> },
                  { id: 'code', label: t('certificates.code'), cell: ({ code }) => <span class="ref">{grouped(code)}</span> },
                ]}
              />
            </Part>
          ) : typed ? (
            <Empty heading={t('certificates.none')}>
              <p>{t('certificates.none-why')}</p>
            </Empty>
          ) : null}
        </>
      ),
    }
  },
}
