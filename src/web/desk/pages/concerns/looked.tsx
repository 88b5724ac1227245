import type { Happened } from '../../../../commands/concerns/open-concern.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { Part } from '../../components/page-head.tsx'
import { type Column, Rows } from '../../components/rows.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import type { ConcernPart } from './part.ts'
import { sharingReadings } from './sharing-words.ts'
import { nameOf } from './words.ts'

type Looked = { person: string | null; name: string | null; verb: string; last: Temporal.Instant; times: number }

/** Verbs of the audit by which somebody sees words of a concern. */
const readings: Readonly<Record<string, DeskId>> = {
  'read-concern': 'looked.read',
  'read-picture': 'looked.picture',
  'check-reply': 'looked.checked',
  'print-concern': 'looked.printed',
  ...sharingReadings,
}

/** Who opened it, what of it, how often and when last. Kept by the audit, which nobody can take out of. */
export const looked: ConcernPart = async (member, { history }) => {
  const { t } = member
  const rows = lookedIn(history)
  return {
    side: 'beside',
    id: 'looked',
    jump: t('looked.title'),
    body: (
      <Part id="looked-title" heading={t('looked.title')}>
        {rows.length ? <Rows caption={t('looked.title')} columns={columnsOf(member)} groups={[{ rows }]} tight /> : null}
        <p class="small">{t('looked.kept')}</p>
      </Part>
    ),
  }
}

export const lookedIn = (history: readonly Happened[]): Looked[] => {
  const seen = history.filter(({ verb }) => Object.hasOwn(readings, verb))
  return [...Map.groupBy(seen, ({ person, verb }) => `${person} ${verb}`).values()].flatMap((all) => {
    const [last] = all
    return last ? [{ person: last.person, name: last.name, verb: last.verb, last: last.at, times: all.length }] : []
  })
}

const columnsOf = (member: Member): readonly [Column<Looked>, ...Column<Looked>[]] => {
  const { t } = member
  return [
    { id: 'who', label: t('looked.who'), cell: ({ person, name }) => nameOf(member, { id: person, name }) },
    { id: 'what', label: t('looked.what'), cell: ({ verb }) => t(readings[verb] ?? 'looked.read') },
    {
      id: 'when',
      label: t('looked.when'),
      cell: ({ last, times }) =>
        times > 1 ? t('looked.times', { count: times, when: momentWords(member, last) }) : momentWords(member, last),
    },
  ]
}
