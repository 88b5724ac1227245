import type { Counted } from '../../../../commands/register/release/counted.ts'
import { drawUp } from '../../../../commands/register/release/draw-up.ts'
import { readCounted } from '../../../../commands/register/release/read-counted.ts'
import { releaseFigures } from '../../../../commands/register/release/release-figures.ts'
import { type FigureKey, keyOf } from '../../../../domain/register/disclosure/cube.ts'
import type { Protected } from '../../../../domain/register/disclosure/protect.ts'
import { partialDate } from '../../../../format/when.ts'
import { nameIn, ReleaseTables } from '../../../components/figures/release-tables.tsx'
import { LinkButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Figures } from '../../components/facts.tsx'
import { Empty } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { Rows } from '../../components/rows.tsx'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { publicAddress } from './words.ts'

const path = '/desk/figures/next'
const back = (member: Member) => ({ href: '/desk/figures', text: member.t('figures.back') })

type Drawn = { counted: Counted; made: Protected }

/** What would be released: nothing, or it could not be worked out, each a page of its own. */
const drawn = async (member: Member): Promise<Drawn | { shown: Shown }> => {
  const { t, desk } = member
  const counted = (await member.perform(readCounted, {})).done
  const say = (heading: string, text: string, status?: number) => ({
    shown: {
      ...(status ? { status } : {}),
      title: heading,
      body: (
        <>
          <PageHead title={t('figures.title')} back={back(member)} />
          <Empty heading={heading}>
            <p>{text}</p>
          </Empty>
        </>
      ),
    },
  })
  if (!counted) return say(t('figures.nothing'), t('figures.nothing-text'))
  try {
    return { counted, made: await drawUp(desk.parts, counted) }
  } catch {
    desk.parts.tell('Figures of the register could not be protected, so none were released.')
    return say(t('figures.failed'), t('figures.failed-text'), 503)
  }
}

/** Before figures are released: what everybody would see, and for a coordinator alone why the rest is hidden. */
export const nextReleasePage: MemberPage = {
  path,
  here: 'figures',
  show: async (member) => {
    const found = await drawn(member)
    return 'shown' in found ? found.shown : preview(member, found, false)
  },
}

const preview = (member: Member, { counted, made }: Drawn, changed: boolean): Shown => {
  const { t, desk, now } = member
  const { begins, until } = counted.axes
  const title = t('figures.next', { month: partialDate(until) })
  const hidden = made.figures.filter(({ value }) => value === null)
  return {
    title,
    ...(changed ? { status: 409 } : {}),
    body: (
      <>
        <PageHead title={title} sub={t('figures.next-sub')} back={back(member)} />
        {changed ? <Message kind="wrong" id="changed" heading={t('figures.changed')} /> : null}
        <Part id="why" heading={t('figures.why')}>
          <p>{t('figures.next-counts', { shown: made.figures.length - hidden.length, hidden: hidden.length })}</p>
          <p>{t('figures.why-least')}</p>
          {hidden.length ? <Why member={member} made={made} hidden={hidden} /> : <p>{t('figures.why-none')}</p>}
        </Part>
        <p class="actions">
          <LinkButton href={`${path}/confirm`}>{t('figures.go')}</LinkButton>
        </p>
        <Part id="preview" heading={t('figures.preview')}>
          <div class="release">
            <ReleaseTables locale={desk.locale} release={{ begins, until, at: now, figures: made.figures }} />
          </div>
        </Part>
      </>
    ),
  }
}

const Why = ({ member, made, hidden }: { member: Member; made: Protected; hidden: readonly FigureKey[] }) => {
  const { t, desk } = member
  const { t: words, pack } = desk.locale
  const of = (why: 'small' | 'gives-away') =>
    hidden.filter(({ from, to, sector, tier, partner }) => made.hidden.get(keyOf({ from, to, sector, tier, partner })) === why)
  const kinds = (['small', 'gives-away'] as const).map((why) => ({ why, rows: of(why) }))
  const named = ({ sector, tier, partner }: FigureKey): string =>
    [
      tier === null ? words('data.any-course') : nameIn(pack.course.tiers, tier),
      ...(sector === null ? [] : [nameIn(pack.trainedSectors, sector)]),
      ...(partner === null ? [] : [nameIn(pack.partners, partner)]),
    ].join(', ')
  const period = ({ from, to }: FigureKey): string =>
    from === null
      ? words('data.all')
      : from === to
        ? partialDate(to)
        : words('data.quarter-named', { from: partialDate(from), to: partialDate(to) })
  return (
    <>
      <Figures figures={kinds.map(({ why, rows }) => ({ label: t(`figures.why-${why}`), value: String(rows.length) }))} />
      <p>
        {t('figures.why-derived')} {t('figures.why-readers')}
      </p>
      <details class="chart-table">
        <summary>{t('figures.show-why', { count: hidden.length })}</summary>
        <Rows
          caption={t('figures.why')}
          tight
          groups={kinds.filter(({ rows }) => rows.length).map(({ why, rows }) => ({ heading: t(`figures.why-${why}`), rows }))}
          columns={[
            { id: 'figure', label: t('figures.figure'), cell: named },
            { id: 'period', label: t('figures.period'), cell: period },
          ]}
        />
      </details>
    </>
  )
}

/** Asks before figures are released: it cannot be undone. */
export const confirmReleasePage: MemberPage = {
  path: `${path}/confirm`,
  here: 'figures',
  show: async (member) => {
    const found = await drawn(member)
    return 'shown' in found ? found.shown : asks(member, found)
  },
  send: async (member, fields) => {
    const found = await drawn(member)
    if ('shown' in found) return found.shown
    const { counted, made } = found
    // What was looked at, not what is counted by now.
    const outcome = await member.perform(releaseFigures, { hash: fields.text('hash', 64) ?? '', figures: made.figures }, member.key)
    if ('done' in outcome) return { to: '/desk/figures?told=released' }
    return outcome.fault === 'released' ? { to: '/desk/figures' } : preview(member, { counted, made }, true)
  },
}

const asks = (member: Member, { counted }: Drawn): Shown => {
  const { t, key } = member
  const month = partialDate(counted.axes.until)
  const address = publicAddress(member)
  return {
    title: t('figures.confirm', { month }),
    body: (
      <div class="flow">
        <PageHead title={t('figures.confirm', { month })} back={{ href: path, text: t('figures.next', { month }) }} />
        <Confirm
          will={{
            heading: t('figures.will'),
            items: [t('figures.will-public', { address }), t('figures.will-kept'), t('figures.will-later')],
          }}
          cannot={{ heading: t('figures.cannot'), items: [t('figures.cannot-change')] }}
          action={`${path}/confirm`}
          hidden={{ key, hash: counted.hash }}
          final={t('figures.confirm-go', { month })}
          keep={{ href: path, text: t('figures.keep') }}
        />
      </div>
    ),
  }
}
