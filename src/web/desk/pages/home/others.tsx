import { nightMost, type OpenOffer, readOthers } from '../../../../commands/home/read-concern-needs.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { clock } from '../../../../format/when.ts'
import { Figures } from '../../components/facts.tsx'
import { Part } from '../../components/page-head.tsx'
import { Rows } from '../../components/rows.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { Flags } from '../concerns/flags.tsx'
import { titleOf } from '../concerns/words.ts'

/** When offices close: what came in since is what nobody was there for. */
const evening = { hour: 18, minute: 0 }

/** Under the list, for coordinators: what waits for others, and what happened since yesterday evening. */
export const othersOf = async (member: Member) => {
  const { t, viewer, local } = member
  if (!holds(viewer, 'coordinator')) return null
  const since = local.toPlainDate().subtract({ days: 1 }).toZonedDateTime({ timeZone: local.timeZoneId, plainTime: evening })
  const { offers, night } = (await member.perform(readOthers, { since: since.toInstant() })).done
  const figure = (count: number): string => (count > nightMost ? t('home.night-many', { count: nightMost }) : String(count))
  return (
    <>
      {offers.length ? (
        <Part id="others" heading={t('home.others')}>
          <p class="small">{t('home.others-why')}</p>
          <Offers member={member} offers={offers} />
        </Part>
      ) : null}
      <Part id="night" heading={t('home.night', { time: clock(evening) })}>
        <Figures
          figures={[
            { label: t('home.night-arrived'), value: figure(night.arrived) },
            { label: t('home.night-read'), value: figure(night.readInTime) },
            { label: t('home.night-unread'), value: figure(night.unread) },
            { label: t('home.night-climbed'), value: figure(night.climbed) },
            { label: t('home.night-ownerless'), value: figure(night.ownerless) },
          ]}
        />
      </Part>
    </>
  )
}

const Offers = ({ member, offers }: { member: Member; offers: readonly OpenOffer[] }) => {
  const { t } = member
  return (
    <Rows
      caption={t('home.others')}
      groups={[{ rows: offers }]}
      columns={[
        {
          id: 'concern',
          label: t('inbox.concern'),
          cell: (offer) => (
            <>
              <Flags member={member} concern={offer} /> <a href={`/desk/concerns/${offer.id}`}>{titleOf(member, offer)}</a>{' '}
              <span class="ref">{reference(offer.number)}</span>
            </>
          ),
        },
        {
          id: 'for',
          label: t('home.others-for'),
          cell: ({ to, toAll }) => (toAll ? t('home.others-all') : t('home.others-accept', { name: to ?? t('inbox.someone') })),
        },
        { id: 'until', label: t('home.others-until'), cell: ({ until }) => momentWords(member, until) },
      ]}
    />
  )
}
