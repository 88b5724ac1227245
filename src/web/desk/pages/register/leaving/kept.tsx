import type { LearnerCopy } from '../../../../../commands/register/leaving/copies.ts'
import { keepingIn } from '../../../../../commands/register/leaving/erase-due.ts'
import { copyLearner } from '../../../../../commands/register/leaving/one-learner.ts'
import { longDate } from '../../../../../format/when.ts'
import { Actions, LinkButton } from '../../../components/buttons.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import type { Answer, Member, MemberPage } from '../../../context/page.ts'
import { KeptText } from './kept-text.tsx'

export const personPath = '/desk/register/people/:id'
export const pathOf = (learner: string): string => `/desk/register/people/${learner}`

export const nameIn = ({ person }: LearnerCopy): string => person[0]?.name ?? ''

/** All that is kept about somebody, or the page that says who may see it. */
export const withCopy = async (member: Member, answer: (copy: LearnerCopy) => Answer): Promise<Answer> => {
  const { t } = member
  const outcome = await member.perform(copyLearner, { learner: member.param('id') })
  return 'done' in outcome ? answer(outcome.done) : elsewherePage({ t })
}

export const elsewherePage = ({ t }: Pick<Member, 't'>): Answer => ({
  status: 409,
  title: t('kept-about.elsewhere-title'),
  body: (
    <div class="flow">
      <PageHead title={t('kept-about.elsewhere-title')} back={{ href: '/desk/register', text: t('erase-learner.done-back') }} />
      <Message kind="warn" id="elsewhere" heading={t('kept-about.elsewhere-title')}>
        <p>{t('kept-about.elsewhere')}</p>
      </Message>
    </div>
  ),
})

/** Somebody asked what is kept about them (UK GDPR, Article 15): to read, to print and as data. */
export const keptPage: MemberPage = {
  path: `${personPath}/kept`,
  here: 'register',
  show: (member) =>
    withCopy(member, (copy) => {
      const { t } = member
      const name = nameIn(copy)
      const here = `${pathOf(member.param('id'))}`
      return {
        title: t('kept-about.title', { name }),
        body: (
          <div class="flow">
            <PageHead
              title={t('kept-about.title', { name })}
              sub={t('kept-about.sub')}
              back={{ href: here, text: t('kept-about.back', { name }) }}
            />
            <Actions>
              <LinkButton href={`${here}/kept/page`}>{t('kept-about.as-page')}</LinkButton>
              <LinkButton href={`${here}/kept/data`} look="quiet">
                {t('kept-about.as-data')}
              </LinkButton>
              <LinkButton href={`${here}/erase`} look="text">
                {t('kept-about.to-erase', { name })}
              </LinkButton>
            </Actions>
            <KeptText member={member} copy={copy} entriesKept={keepingIn(member.desk.parts).entries} />
          </div>
        ),
      }
    }),
}

export const keptFilePage: MemberPage = {
  path: `${personPath}/kept/:way`,
  here: 'register',
  show: (member) => {
    const way = member.param('way')
    if (way !== 'page' && way !== 'data') return Promise.resolve({ to: `${pathOf(member.param('id'))}/kept` })
    return withCopy(member, (copy) => {
      const day = member.local.toPlainDate()
      if (way === 'data')
        return {
          file: {
            content: `${JSON.stringify({ made: day.toString(), ...copy }, null, 2)}\n`,
            type: 'application/json; charset=utf-8',
            name: `kept-${day}.json`,
          },
        }
      return { file: { content: documentOf(member, copy), type: 'text/html; charset=utf-8', name: `kept-${day}.html` } }
    })
  },
}

/** The file is opened where there is no style sheet of ours. */
const style =
  'body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 .5rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .5rem .25rem 0;border-bottom:1px solid #999;vertical-align:top}caption{display:none}'

/** A page by itself, with nothing in it that asks another address. */
const documentOf = (member: Member, copy: LearnerCopy): string => {
  const { t, desk, local } = member
  const title = t('kept-about.title', { name: nameIn(copy) })
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p>{t('kept-about.made', { day: longDate(local.toPlainDate()), partnership: desk.locale.pack.partnership.name })}</p>
        <KeptText member={member} copy={copy} entriesKept={keepingIn(desk.parts).entries} />
      </body>
    </html>
  )
  return `<!doctype html>${String(page)}`
}
