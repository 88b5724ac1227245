import type { FactCheck } from '../../../../commands/facts/check.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { isInPack } from '../../../../domain/facts/checks.ts'
import type { PackFact } from '../../../../domain/facts/pack-fact.ts'
import { Actions, LinkButton } from '../../components/buttons.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'
import { addressOf, dayWords, recordedBy, wayWords } from './words.ts'

/** Checks of a fact, newest first, each with who recorded it and what can be done with it. */
export const Checks = ({ member, fact, checks }: { member: Member; fact: PackFact; checks: readonly FactCheck[] }) => (
  <ol class="checks">
    {checks.map((check) => (
      <li>
        <One member={member} fact={fact} check={check} all={checks} />
      </li>
    ))}
  </ol>
)

type OneProps = { member: Member; fact: PackFact; check: FactCheck; all: readonly FactCheck[] }

const One = ({ member, fact, check, all }: OneProps) => {
  const { t, viewer } = member
  const own = check.madeBy === viewer.person
  const at = `${addressOf(fact)}/${check.id}`
  const of = dayWords(check.checkedOn)
  return (
    <>
      <p>
        <b>{t('fact.check', { date: of, way: wayWords(t, check) })}</b> <State member={member} fact={fact} check={check} all={all} />
      </p>
      <p>{t(`fact.holds-${check.holds}`)}</p>
      <p class="said" dir="auto">
        {check.said}
      </p>
      <p class="small">{recordedBy(member, check)}</p>
      {check.withdrawn || !(own || holds(viewer, 'coordinator')) ? null : (
        <Actions>
          {own && !check.exported ? (
            <LinkButton href={at} look="text" of={of}>
              {t('fact.change')}
            </LinkButton>
          ) : null}
          <LinkButton href={`${at}/withdraw`} look="text" of={of}>
            {t('fact.withdraw')}
          </LinkButton>
        </Actions>
      )}
    </>
  )
}

const State = ({ member: { t }, fact, check, all }: OneProps) => {
  if (check.withdrawn) return <Tag state="shut">{t('fact.withdrawn')}</Tag>
  const others = all.filter(({ withdrawn }) => !withdrawn)
  if (isInPack(fact, check, others)) return <Tag state="done">{t('fact.in-pack')}</Tag>
  return check.exported ? <Tag state="due">{t('fact.exported')}</Tag> : <Tag state="asked">{t('fact.recorded')}</Tag>
}
