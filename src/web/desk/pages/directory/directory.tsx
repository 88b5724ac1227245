import { type Directory, type Listed, readDirectory } from '../../../../commands/people/read-directory.ts'
import type { Role } from '../../../../domain/access/roles.ts'
import { isFoundIn } from '../../../../domain/people/directory.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Empty, Search } from '../../components/list.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { bothRolesWords } from '../../context/both-roles.ts'
import type { Member, MemberPage } from '../../context/page.ts'
import { OnCallLadder } from '../../on-call/ladder.tsx'
import { ContactRows } from './contact-rows.tsx'

const path = '/desk/directory'
/** Longer than any name that could be looked for. */
const longestQuery = 120

/** Who to turn to at each partner and for the whole partnership, for every member. */
export const directoryPage: MemberPage = {
  path,
  here: 'directory',
  show: async (member) => {
    const { t } = member
    const { done: directory } = await member.perform(readDirectory, null)
    const query = (member.query('q') ?? '').slice(0, longestQuery).trim()
    return {
      title: t('directory.title'),
      body: (
        <div class="flow">
          <PageHead title={t('directory.title')} sub={t('directory.sub')} />
          <Search
            t={t}
            action={path}
            label={t('directory.search')}
            value={query}
            go={t('directory.search-go')}
            clear={{ href: path, text: t('directory.search-clear') }}
          />
          {query ? (
            <Found member={member} directory={directory} query={query} />
          ) : (
            <>
              <OnCall member={member} />
              <Whole member={member} directory={directory} />
            </>
          )}
        </div>
      ),
    }
  },
}

const has =
  (...wanted: Role[]) =>
  ({ roles }: Listed): boolean =>
    wanted.some((role) => roles.includes(role))
const holdsBoth = ({ roles }: Listed): boolean => roles.includes('coordinator') && roles.includes('administrator')

/** Partners of whom nobody is listed as SPOC. */
const withoutSpoc = ({ partners, people }: Directory): Directory['partners'] =>
  partners.filter(({ id }) => !people.some((person) => person.partner.id === id && person.roles.includes('spoc')))

const Whole = ({ member, directory }: { member: Member; directory: Directory }) => {
  const { t } = member
  const { people } = directory
  const partnership = people.filter(has('coordinator', 'administrator'))
  const spocs = people.filter(has('spoc'))
  const others = people.filter((person) => !has('coordinator', 'administrator', 'spoc')(person))
  const both = bothRolesWords(
    t,
    partnership.filter(holdsBoth).map(({ name }) => name),
  )
  return (
    <>
      <Part id="partnership" heading={t('directory.partnership')}>
        {partnership.some(has('coordinator')) ? null : <p>{t('directory.coordinators-none')}</p>}
        {both ? <p>{both}</p> : null}
        <ContactRows member={member} caption={t('directory.partnership-caption')} people={partnership} />
      </Part>
      <Part id="spocs" heading={t('directory.spocs')}>
        {spocs.length ? (
          <ContactRows member={member} caption={t('directory.spocs-caption')} people={byPartner(spocs)} />
        ) : (
          <p>{t('directory.spocs-empty')}</p>
        )}
      </Part>
      {others.length ? (
        <Part id="others" heading={t('directory.other')}>
          <ContactRows member={member} caption={t('directory.other-caption')} people={others} />
        </Part>
      ) : null}
      <WithoutSpoc member={member} partners={withoutSpoc(directory)} />
    </>
  )
}

const byPartner = (people: readonly Listed[]): Listed[] =>
  people.toSorted((a, b) => a.partner.name.localeCompare(b.partner.name, 'en') || a.name.localeCompare(b.name, 'en'))

const WithoutSpoc = ({ member: { t }, partners }: { member: Member; partners: Directory['partners'] }) =>
  partners.length ? (
    <Part id="none" heading={t('directory.none')}>
      <p>
        {t('directory.none-what', { count: partners.length })} {t('directory.none-act')}
      </p>
      <ul class="names">
        {partners.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
    </Part>
  ) : null

const Found = ({ member, directory, query }: { member: Member; directory: Directory; query: string }) => {
  const { t } = member
  const people = directory.people.filter(({ name, partner }) => isFoundIn(query, [name, partner.name]))
  const partners = withoutSpoc(directory).filter(({ name }) => isFoundIn(query, [name]))
  if (!people.length && !partners.length)
    return (
      <Empty
        heading={t('directory.found-none', { query })}
        ways={
          <LinkButton href={path} look="quiet">
            {t('directory.search-clear')}
          </LinkButton>
        }
      >
        <p>{t('directory.found-none-what')}</p>
      </Empty>
    )
  return (
    <>
      {people.length ? <ContactRows member={member} caption={t('directory.title')} people={people} /> : null}
      <WithoutSpoc member={member} partners={partners} />
    </>
  )
}

/** Who is called now, as the rota says it. */
const OnCall = ({ member }: { member: Member }) => (
  <Part id="on-call" heading={member.t('directory.on-call')}>
    <OnCallLadder asked={member} now={member.me.onCall} />
    <p>
      <LinkButton href="/desk/rota" look="text">
        {member.t('directory.on-call-see')}
      </LinkButton>
    </p>
  </Part>
)
