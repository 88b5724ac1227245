import type { Child } from 'hono/jsx'
import type { SharingPage } from '../../../../commands/concerns/sharing/read-sharing.ts'
import { mostSaid, mostShared } from '../../../../domain/concerns/shared.ts'
import { isAtOnce, isWithin, outsides } from '../../../../domain/concerns/sharing.ts'
import type { Fields } from '../../../forms/fields.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { telOf } from '../../components/contact.tsx'
import { DeskForm, LongTextField, RadiosField, SelectField, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, type Reader, readEntered, text, withFault } from '../../context/entered.ts'
import type { Member, Shown } from '../../context/page.ts'
import { EmergencyLine } from '../concerns/at-once.tsx'
import { shareTo, sharingPath } from '../concerns/sharing-words.ts'

/** Within what the reporter chose, or against it: one form, which asks for a reason where it is against it. */
export type Kind = 'pass' | 'ask'

/** A life or a child is at risk, and whoever asks owns it: they share at once, with anybody who may be told at all. */
export const sharesNow = ({ viewer }: Pick<Member, 'viewer'>, { owner, danger, child, young }: SharingPage): boolean =>
  owner === viewer.person && (danger || child || young)

/** Where it may go: partners first, then who is outside; only what the choice allows, or only what it does not (all, where it is shared at once). */
export const destinations = (member: Pick<Member, 't' | 'viewer'>, page: SharingPage, kind: Kind) => {
  const { t } = member
  const { partners, sharing, state } = page
  const all = kind === 'ask' && (state === 'withdrawn' || sharesNow(member, page))
  const allows = (to: Parameters<typeof isWithin>[1]): boolean => state !== 'withdrawn' && isWithin(sharing, to) === (kind === 'pass')
  const wanted = (to: Parameters<typeof isWithin>[1]): boolean => all || allows(to)
  return [
    ...partners.filter(({ id }) => wanted({ partner: id })).map(({ id, name }) => ({ value: `partner:${id}`, text: name })),
    ...outsides
      .filter((outside) => wanted({ outside }))
      .map((outside) => ({ value: `outside:${outside}`, text: t('share.outside', { kind: t(`outside.${outside}`) }) })),
  ]
}

export type Written = { to: string; name: string; what: string; asked: string; reason: string; why: string; tell: string }

/** Where it is shared at once, only the reasons for which it can be; the others wait for a second person, and are a page of their own. */
const reasonsFor = (member: Member, now: boolean, chosen: string) => {
  const { desk, query } = member
  const { sharingReasons } = desk.locale.pack
  const all = !now || query('reasons') === 'all' || (chosen !== '' && !isAtOnce(chosen))
  return all ? sharingReasons : sharingReasons.filter(({ id }) => isAtOnce(id))
}

const long = 'share.long'
const nothing: Reader<string> = () => ({ typed: '', read: { value: '' } })

/** What was written, read again on the page that checks it. */
export const readShare = (member: Member, page: SharingPage, kind: Kind, fields: Fields): Entered<Written> => {
  const reasons = member.desk.locale.pack.sharingReasons.map(({ id }) => id)
  const values = destinations(member, page, kind).map(({ value }) => value)
  const entered = readEntered(fields, {
    to: oneOf(values, 'share.to-missing'),
    name: text({ missing: null, long, most: 200 }),
    what: text({ missing: 'share.what-missing', long, most: mostShared, lines: true }),
    asked: text({ missing: null, long, most: mostSaid, lines: true }),
    reason: kind === 'ask' ? oneOf(reasons, 'share.reason-missing') : nothing,
    why: kind === 'ask' ? text({ missing: 'share.why-missing', long, most: mostSaid, lines: true }) : nothing,
    tell: kind === 'ask' ? oneOf(['yes', 'no'], 'share.tell-missing') : nothing,
  })
  const outside = entered.typed('to').startsWith('outside:')
  if (!outside || entered.typed('name').trim()) return entered
  return { ...withFault(entered, 'name', 'share.name-missing'), values: null }
}

export const shareForm = (member: Member, page: SharingPage, kind: Kind, entered: Entered<unknown>): Shown => {
  const { t, key } = member
  const faults = faultLines(t, entered)
  const faultOf = (name: string): string | undefined => faults.find((fault) => fault.name === name)?.text
  const field = (name: keyof Written) => ({ t, name, value: entered.typed(name), fault: faultOf(name) })
  const now = kind === 'ask' && sharesNow(member, page)
  const title = t(now ? 'at-once.title' : `share.${kind}-title`)
  const sub = now ? page.danger ? <EmergencyLine member={member} id="at-once.call-record" /> : t('at-once.sub') : t(`share.${kind}-sub`)
  const places = destinations(member, page, kind)
  const reasons = reasonsFor(member, now, entered.typed('reason'))
  return {
    title,
    faults,
    body: (
      <>
        <PageHead title={title} sub={sub} back={{ href: sharingPath(page.concern), text: t('sharing.back') }} />
        {now ? <ToldSoFar member={member} page={page} /> : null}
        <DeskForm action={sharingPath(page.concern, `/${kind}`)} hidden={{ key }}>
          <SelectField
            {...field('to')}
            label={t('share.to')}
            hint={page.keptOut.length ? t('share.to-hint') : undefined}
            choices={places}
          />
          {places.some(({ value }) => value.startsWith('outside:')) ? (
            <TextField {...field('name')} label={t('share.name')} hint={t('share.name-hint')} autocomplete="off" />
          ) : null}
          <LongTextField {...field('what')} label={t('share.what')} hint={t('share.what-hint')} rows={6} />
          <LongTextField {...field('asked')} label={t('share.asked')} hint={t('share.asked-hint')} rows={3} />
          {kind === 'ask' ? (
            <>
              <RadiosField
                {...field('reason')}
                label={t('share.reason')}
                choices={reasons.map(({ id, text, decides, note }) => ({
                  value: id,
                  text,
                  ...(now && isAtOnce(id) ? {} : { hint: [t('share.decides', { decides }), note].filter(Boolean).join(' ') }),
                }))}
              />
              {reasons.every(({ id }) => isAtOnce(id)) ? (
                <p>
                  <a href={sharingPath(page.concern, '/ask?reasons=all')}>{t('at-once.other-reason')}</a>
                </p>
              ) : null}
              <LongTextField {...field('why')} label={t('share.why')} hint={t('share.why-hint')} rows={3} />
              <RadiosField
                {...field('tell')}
                label={t('share.tell')}
                hint={t('share.tell-hint')}
                choices={[
                  { value: 'yes', text: t('share.tell-yes') },
                  { value: 'no', text: t('share.tell-no') },
                ]}
              />
            </>
          ) : null}
          <div class="actions">
            <SubmitButton name="do" value="check">
              {t('share.check')}
            </SubmitButton>
            <LinkButton href={sharingPath(page.concern)} look="quiet">
              {t('share.keep')}
            </LinkButton>
          </div>
        </DeskForm>
      </>
    ),
  }
}

/** Who has been told already, with the number to call them. */
const ToldSoFar = ({ member, page }: { member: Member; page: SharingPage }) => {
  const { t } = member
  const shares = page.shares.filter(({ ended }) => !ended)
  if (!shares.length) return <p>{t('at-once.told-none')}</p>
  return (
    <>
      <p>
        <b>{t('at-once.told')}</b>
      </p>
      <ul>
        {shares.map((share) => {
          const { phone } = share
          const name = shareTo(member, share)
          return (
            <li>
              {phone === null
                ? name
                : t.rich<Child>('at-once.told-line', { name, number: phone, a: (inner) => <a href={telOf(phone)}>{inner}</a> })}
            </li>
          )
        })}
      </ul>
    </>
  )
}
