import { changeMyProfile } from '../../../../commands/account/change-my-profile.ts'
import { Actions, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Versions } from '../../components/versions.tsx'
import { type Entered, faultLines, readEntered, telephone, text, unsent, version } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { accountOf, accountPath, done } from './fresh.ts'

const path = `${accountPath}/details`

/** Name and telephone number. Where an administrator has changed them meanwhile, both are shown and one is chosen. */
export const editDetailsPage: MemberPage = {
  path,
  here: null,
  show: async (member) => {
    const { profile } = await accountOf(member)
    return page(member, unsent({ name: profile.name, phone: profile.phone ?? '' }), profile)
  },
  send: async (member, fields) => {
    if (fields.text('keep') === 'theirs') return done('profile-kept')
    const entered = readEntered(fields, {
      name: text({ missing: 'fault.name-missing', long: 'fault.name-long', most: 120 }),
      phone: telephone('account-fault.phone'),
      version: version(),
    })
    const { profile } = await accountOf(member)
    if (!entered.values) return page(member, entered, profile)
    const outcome = await member.perform(changeMyProfile, entered.values, member.key)
    return 'done' in outcome ? done('profile-saved') : both(member, entered.values, (await accountOf(member)).profile)
  },
}

type Profile = Awaited<ReturnType<typeof accountOf>>['profile']

const page = ({ t, key }: Member, entered: Entered<unknown>, profile: Profile): Answer => {
  const faults = faultLines(t, entered)
  const field = (name: 'name' | 'phone') => ({
    t,
    name,
    fault: faults.find((line) => line.name === name)?.text,
    value: entered.typed(name),
  })
  return {
    title: t('account.details'),
    faults,
    body: (
      <>
        <PageHead title={t('account.details')} back={{ href: accountPath, text: t('account.back') }} />
        <DeskForm action={path} hidden={{ key, version: entered.typed('version') || String(profile.version) }}>
          <TextField {...field('name')} label={t('account.name')} autocomplete="name" />
          <TextField {...field('phone')} label={t('account.phone')} hint={t('account.phone-hint')} type="tel" autocomplete="tel" />
          <p>{t('account.email-note')}</p>
          <Actions>
            <SubmitButton>{t('account.save')}</SubmitButton>
          </Actions>
        </DeskForm>
      </>
    ),
  }
}

const both = ({ t, key }: Member, mine: { name: string; phone: string | null }, theirs: Profile): Answer => ({
  status: 409,
  title: t('account.meanwhile-title'),
  body: (
    <>
      <PageHead title={t('account.meanwhile-title')} sub={t('account.meanwhile')} />
      <Versions
        t={t}
        caption={t('account.meanwhile-title')}
        action={path}
        hidden={{ key, version: String(theirs.version), name: mine.name, phone: mine.phone ?? '' }}
        fields={(['name', 'phone'] as const).map((name) => ({
          label: t(`account.${name}`),
          theirs: theirs[name] || t('account.phone-none'),
          mine: mine[name] || t('account.phone-none'),
          differs: (theirs[name] ?? '') !== (mine[name] ?? ''),
        }))}
        theirs={{
          heading: t('account.theirs'),
          state: t('account.theirs-state'),
          by: t('account.theirs-by'),
          keep: t('account.theirs-keep'),
        }}
        mine={{ heading: t('account.mine'), state: t('account.mine-state'), by: t('account.mine-by'), keep: t('account.mine-keep') }}
      />
    </>
  ),
})
