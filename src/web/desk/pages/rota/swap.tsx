import { askSwap } from '../../../../commands/rota/ask-swap.ts'
import { type Rota, readRota } from '../../../../commands/rota/read-rota.ts'
import { withdrawSwap } from '../../../../commands/rota/withdraw-swap.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { LinkButton, PostButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, FaultSummary, SelectField } from '../../components/fields.tsx'
import { Empty } from '../../components/list.tsx'
import { PageHead, Part, Pending } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, readEntered, unsent, withFault } from '../../context/entered.ts'
import { keyFor } from '../../context/form-key.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { dayAndHours, rungWord } from '../../on-call/when.ts'
import { rotaShown } from './rota.tsx'
import { wrongOf } from './told.tsx'

const faultsOf: Readonly<Record<string, DeskId>> = {
  busy: 'swap.fault-busy',
  'not-listed': 'swap.fault-listed',
  'asked-already': 'swap.fault-asked',
  yourself: 'swap.fault-who',
}

/** Someone asks another person to take their turn, or stops asking. */
export const swapPage: MemberPage = {
  path: '/desk/rota/swap/:shift',
  here: 'rota',
  show: async (member) => swapShown(member, unsent(), await rotaNow(member)),
  send: async (member, fields) => {
    const rota = await rotaNow(member)
    if (fields.has('withdraw')) {
      const outcome = await member.perform(withdrawSwap, { swap: fields.text('withdraw', 100) ?? '' }, member.key)
      return 'done' in outcome ? { to: '/desk/rota?told=withdrawn' } : rotaShown(member, wrongOf(outcome.fault), 409)
    }
    const entered = readEntered(fields, {
      to: oneOf(
        rota.people.map(({ person }) => person),
        'swap.fault-who',
      ),
    })
    if (!entered.values) return swapShown(member, entered, rota)
    const outcome = await member.perform(askSwap, { shift: member.param('shift'), to: entered.values.to }, member.key)
    if ('done' in outcome) return { to: `/desk/rota?told=swap-asked&who=${entered.values.to}` }
    const fault = faultsOf[outcome.fault]
    return fault ? swapShown(member, withFault(entered, 'to', fault), rota) : rotaShown(member, wrongOf(outcome.fault), 409)
  },
}

const rotaNow = async (member: Member): Promise<Rota> =>
  (await member.perform(readRota, { starts: member.now, ends: member.now.add({ hours: 1 }) })).done

const swapShown = (member: Member, entered: Entered<unknown>, rota: Rota): Shown => {
  const { t, me, key, desk } = member
  const back = { href: '/desk/rota', text: t('rota.back') }
  const shift = rota.mine.find(({ id }) => id === member.param('shift'))
  if (!shift)
    return {
      status: 404,
      title: t('swap.over'),
      body: (
        <>
          <PageHead title={t('swap.over')} back={back} />
          <p>{t('rota-told.over')}</p>
        </>
      ),
    }
  const faults = faultLines(t, entered)
  const swap = rota.swaps.find((one) => one.shift.id === shift.id)
  const others = rota.people.filter(({ person }) => person !== me.person)
  const when = t('rota.yours-line', { when: dayAndHours(member, shift), rung: rungWord(member, shift.rung).toLowerCase() })
  return {
    ...(faults.length ? { status: 400 } : {}),
    title: t('swap.title'),
    body: (
      <>
        <FaultSummary title={t('fault.summary')} faults={faults} />
        <PageHead title={t('swap.title')} sub={t(desk.parts.mails ? 'swap.what' : 'swap.what-no-mail')} back={back} />
        <Part id="turn" heading={t('swap.turn')}>
          <p>
            <b>{when}</b>
          </p>
        </Part>
        {swap ? (
          <Pending>
            <p>{t('rota.swapping', { name: swap.toName ?? t('on-call.someone') })}</p>
            <PostButton action={`/desk/rota/swap/${shift.id}`} fields={{ key: keyFor(member, swap.id), withdraw: swap.id }} look="quiet">
              {t('rota.withdraw')}
            </PostButton>
          </Pending>
        ) : others.length ? (
          <DeskForm action={`/desk/rota/swap/${shift.id}`} hidden={{ key }}>
            <SelectField
              t={t}
              name="to"
              label={t('swap.who')}
              fault={faults[0]?.text}
              value={entered.typed('to')}
              choices={[
                { value: '', text: t('ask.choose') },
                ...others.map(({ person, name, partner }) => ({ value: person, text: `${name}, ${partner}` })),
              ]}
            />
            <div class="actions">
              <SubmitButton>{t('swap.go')}</SubmitButton>
              <LinkButton href="/desk/rota" look="quiet">
                {t('ask.theirs-keep')}
              </LinkButton>
            </div>
          </DeskForm>
        ) : (
          <Empty heading={t('swap.none')} />
        )}
      </>
    ),
  }
}
