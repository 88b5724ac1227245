import { exportChecks } from '../../../../commands/facts/export-checks.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DeskForm } from '../../components/fields.tsx'
import { Empty } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { ExportLines } from './export-lines.tsx'
import { changeOf, exportsFor, waitingIn } from './exports.ts'
import { dayOf } from './words.ts'

/** For a coordinator: what members recorded since the last export, and what it becomes in the pack's files. */
export const exportPage: MemberPage = {
  path: '/desk/facts/export',
  here: 'facts',
  show: (member) => shown(member, member.query('told') === 'nothing'),
  send: async (member) => {
    const outcome = await member.perform(exportChecks, {}, member.key)
    return { to: 'done' in outcome ? `/desk/facts/export/${outcome.done.at}?told=exported` : '/desk/facts/export?told=nothing' }
  },
}

const shown = async (member: Member, nothing: boolean): Promise<Shown> => {
  const { t, key } = member
  const exports = await exportsFor(member)
  if (!exports) return deniedPage(member, 'not-allowed')
  const { fresh, earlier } = exports
  const { lines } = await changeOf(member, fresh, exports)
  return {
    title: t('fact-export.title'),
    body: (
      <>
        <PageHead title={t('fact-export.title')} back={{ href: '/desk/facts', text: t('fact.back') }} />
        {nothing ? (
          <Message kind="warn" id="nothing" heading={t('fact-export.nothing-title')}>
            <p>{t('fact-export.nothing-text')}</p>
          </Message>
        ) : null}
        <p>{t('fact-export.what')}</p>
        <Part id="fresh" heading={t('fact-export.fresh')}>
          {fresh.length ? (
            <>
              <ExportLines t={t} lines={lines} />
              <p class="small">{t('fact-export.sure')}</p>
              <DeskForm action="/desk/facts/export" hidden={{ key }}>
                <SubmitButton>{t('fact-export.go', { count: fresh.length })}</SubmitButton>
              </DeskForm>
            </>
          ) : (
            <Empty heading={t('fact-export.none')}>
              <p>{t('fact-export.none-text')}</p>
            </Empty>
          )}
        </Part>
        {earlier.length ? (
          <Part id="exports" heading={t('fact-export.earlier')}>
            <ul class="points">
              {earlier.map(({ at, checks }) => (
                <li>
                  <a href={`/desk/facts/export/${at.epochMilliseconds}`}>
                    {t('fact-export.earlier-line', { date: dayOf(member, at), count: checks.length })}
                  </a>
                  . {t('fact-export.earlier-waiting', { count: waitingIn(member, checks, exports).length })}
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
      </>
    ),
  }
}
