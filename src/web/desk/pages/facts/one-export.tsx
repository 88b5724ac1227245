import type { Child } from 'hono/jsx'
import type { FactCheck } from '../../../../commands/facts/check.ts'
import type { Exports } from '../../../../commands/facts/read-exports.ts'
import { zip } from '../../../../press/shared/zip.ts'
import { Actions, LinkButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { ExportLines } from './export-lines.tsx'
import { changeOf, exportsFor } from './exports.ts'
import { dayOf } from './words.ts'

type OneExport = { at: Temporal.Instant; checks: readonly FactCheck[]; all: Exports }

/** The export of this address, or the page that says why not. */
const exportIn = async (member: Member): Promise<OneExport | { denied: Shown }> => {
  const exports = await exportsFor(member)
  if (!exports) return { denied: deniedPage(member, 'not-allowed') }
  const one = exports.earlier.find(({ at }) => String(at.epochMilliseconds) === member.param('at'))
  return one ? { ...one, all: exports } : { denied: deniedPage(member, 'not-found') }
}

/** What went out together: the files to fetch, as often as they are wanted, and how they get into the pack. */
export const oneExportPage: MemberPage = {
  path: '/desk/facts/export/:at',
  here: 'facts',
  show: async (member) => {
    const { t, query } = member
    const one = await exportIn(member)
    if ('denied' in one) return one.denied
    const { lines, files } = await changeOf(member, one.checks, one.all)
    const title = t('fact-export.one-title', { date: dayOf(member, one.at) })
    const href = `/desk/facts/export/${one.at.epochMilliseconds}`
    return {
      title,
      body: (
        <>
          <PageHead title={title} back={{ href: '/desk/facts/export', text: t('fact-export.title') }} />
          {query('told') === 'exported' ? (
            <Message kind="told" id="told" heading={t('fact-export.one-told')}>
              <p>{t('fact-export.one-text')}</p>
            </Message>
          ) : null}
          {lines.length ? (
            <Part id="waiting" heading={t('fact-export.waiting')}>
              <ExportLines t={t} lines={lines} />
              <p class="small">{t('fact-export.sure')}</p>
            </Part>
          ) : (
            <Message kind="told" id="in" heading={t('fact-export.all-in')}>
              <p>{t('fact-export.all-in-text')}</p>
            </Message>
          )}
          {files.length ? (
            <>
              <Part id="git" heading={t('fact-export.with-git')}>
                <Actions>
                  <LinkButton href={`${href}/patch`}>{t('fact-export.patch')}</LinkButton>
                </Actions>
                <Steps t={t} ids={['git-1', 'git-2', 'git-3']} />
              </Part>
              <Part id="files" heading={t('fact-export.without-git')}>
                <Actions>
                  <LinkButton href={`${href}/zip`} look="quiet">
                    {t('fact-export.zip')}
                  </LinkButton>
                </Actions>
                <Steps t={t} ids={['files-1', 'files-2', 'files-3']} />
              </Part>
              <p class="small">{t.rich('fact-export.numbers', { code })}</p>
            </>
          ) : null}
        </>
      ),
    }
  },
}

const code = (inner: Child[]) => <code>{inner}</code>

type StepId = 'git-1' | 'git-2' | 'git-3' | 'files-1' | 'files-2' | 'files-3'
const Steps = ({ t, ids }: { t: Member['t']; ids: readonly StepId[] }) => (
  <ol class="numbered">
    {ids.map((id) => (
      <li>{t.rich<Child>(`fact-export.${id}`, { code })}</li>
    ))}
  </ol>
)

/** The change to the pack's files: a patch, or the changed files in a zip. */
export const exportFilePage: MemberPage = {
  path: '/desk/facts/export/:at/:file',
  here: 'facts',
  show: async (member) => {
    const one = await exportIn(member)
    const kind = (['patch', 'zip'] as const).find((kind) => kind === member.param('file'))
    if ('denied' in one) return one.denied
    if (!kind) return deniedPage(member, 'not-found')
    const { patch, files } = await changeOf(member, one.checks, one.all)
    // All of it is in the pack since the page was shown.
    if (!files.length) return { to: `/desk/facts/export/${one.at.epochMilliseconds}` }
    const day = one.at.toZonedDateTimeISO(member.desk.locale.pack.partnership.timezone).toPlainDate().toString()
    const name = `waymark-facts-${day}.${kind}`
    return kind === 'patch'
      ? { file: { content: patch, type: 'text/x-diff; charset=utf-8', name } }
      : {
          file: {
            content: zip(
              files.map(({ path, text }) => [path, text]),
              day,
            ),
            type: 'application/zip',
            name,
          },
        }
  },
}
