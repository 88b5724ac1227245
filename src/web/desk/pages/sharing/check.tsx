import type { Child } from 'hono/jsx'
import type { SharingPage } from '../../../../commands/concerns/sharing/read-sharing.ts'
import { isAtOnce, reviewHours, sendingWays } from '../../../../domain/concerns/sharing.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { Pairs } from '../../components/facts.tsx'
import { DeskForm, RadiosField, SelectField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Member, Shown } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { sharingPath, toWords } from '../concerns/sharing-words.ts'
import type { Kind, Written } from './form.tsx'
import { SharedText } from './texts.tsx'

/** Who it goes to, as the form's field says it. */
export const recipientIn = (value: string): { partner: string } | { outside: string } => {
  const [kind = '', id = ''] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)]
  return kind === 'partner' ? { partner: id } : { outside: id }
}

export const sharedOf = ({ to, name, what, asked }: Written) =>
  ({ version: 1, to: to.startsWith('outside:') ? name : null, what, asked: asked || null }) as const

type Checking = { kind: Kind; written: Written; person: string; way: string; fault?: { name: string; text: string } | undefined }

/** Exactly what leaves, before it does: the last page, with the button that does it. */
export const checkShown = (member: Member, page: SharingPage, { kind, written, person, way, fault }: Checking): Shown => {
  const { t, desk, key, viewer, now } = member
  const to = recipientIn(written.to)
  const atOnce = kind === 'ask' && isAtOnce(written.reason)
  const mine = page.owner === viewer.person
  const leaves = kind === 'pass' || (atOnce && mine)
  const outside = 'outside' in to
  const reason = desk.locale.pack.sharingReasons.find(({ id }) => id === written.reason)
  const partner = 'partner' in to ? page.partners.find(({ id }) => id === to.partner) : undefined
  const called = outside ? toWords(member, to as { outside: 'police' }, written.name) : (partner?.name ?? '')
  const title = t('share.check-title')
  const button = (value: string, text: Child, look?: 'quiet') => (
    <SubmitButton name="do" value={value} look={look}>
      {text}
    </SubmitButton>
  )
  return {
    title,
    faults: fault ? [fault] : [],
    body: (
      <>
        <PageHead title={title} sub={t('share.check-sub')} back={{ href: sharingPath(page.concern), text: t('sharing.back') }} />
        <div class="flow">
          <Pairs
            facts={[
              { label: t(kind === 'pass' ? 'share.to' : 'decision.to'), value: called },
              ...(reason
                ? [
                    { label: t('decision.reason'), value: reason.text },
                    { label: t('decision.decides'), value: reason.decides },
                    ...(reason.note ? [{ label: t('decision.note'), value: reason.note }] : []),
                    { label: t('decision.why'), value: written.why },
                    { label: t('decision.tell'), value: t(written.tell === 'no' ? 'decision.tell-no' : 'decision.tell-yes') },
                  ]
                : []),
            ]}
          />
          <SharedText t={t} shared={sharedOf(written)} />
          {atOnce ? (
            <Message kind="warn" id="at-once" heading={t('sharing.at-once')}>
              <p>{t(mine ? 'share.now-what' : 'share.now-not-owner', { by: momentWords(member, now.add({ hours: reviewHours })) })}</p>
            </Message>
          ) : kind === 'ask' ? (
            <p>{t('share.ask-what')}</p>
          ) : null}
          <DeskForm action={sharingPath(page.concern, `/${kind}`)} hidden={{ key, ...written }}>
            {partner ? (
              <SelectField
                t={t}
                name="person"
                label={t('share.person')}
                hint={t('share.person-hint')}
                value={person}
                fault={fault?.name === 'person' ? fault.text : undefined}
                choices={[
                  { value: '', text: t('desk.choose') },
                  ...partner.people.map(({ id, name }) => ({ value: id, text: name ?? t('sharing.someone') })),
                ]}
              />
            ) : null}
            {outside && leaves ? (
              <RadiosField
                t={t}
                name="way"
                label={t('share.way')}
                hint={t('share.way-hint')}
                value={way}
                fault={fault?.name === 'way' ? fault.text : undefined}
                choices={sendingWays.map((one) => ({ value: one, text: t(`way.${one}`) }))}
              />
            ) : null}
            <div class="actions">
              {kind === 'pass' ? button('pass', outside ? t('share.go-outside') : t('share.go-pass', { to: called })) : null}
              {atOnce && mine ? button('now', t(outside ? 'share.go-now-outside' : 'share.go-now')) : null}
              {kind === 'ask' ? button('ask', t('share.go-ask'), atOnce && mine ? 'quiet' : undefined) : null}
              {button('change', t('share.change'), 'quiet')}
              <LinkButton href={sharingPath(page.concern)} look="text">
                {t('share.keep')}
              </LinkButton>
            </div>
          </DeskForm>
        </div>
      </>
    ),
  }
}
