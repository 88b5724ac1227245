import type { Child } from 'hono/jsx'
import { codeLength } from '../../../../commands/intake/code.ts'
import type { ReadAs, TypedFault } from '../../../../commands/intake/typed-code.ts'
import { Problems } from '../../../components/problems.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import { Input } from '../../../govuk/input.tsx'
import { Textarea } from '../../../govuk/textarea.tsx'
import type { FramedPage } from '../../frame.ts'
import { MadeUp } from '../../report/pages/parts.tsx'
import { CodeForm, codeAddress, InDanger, WhoToCall } from './parts.tsx'

export type AskFault = TypedFault | { fault: 'unknown' | 'late' | 'ended' | 'crowded' | 'gone'; readAs?: readonly ReadAs[] }

export type Asking = {
  sealed: string
  fault?: AskFault
  /** The words as they were typed, where the page says what is wrong with them. */
  typed?: string
  /** What somebody was writing when their page closed. */
  draft?: string
}

/** Asks for the words. What was typed comes back with what is wrong with it: seven words are much to type again on a phone. */
export const askPage = (context: RenderContext, { sealed, fault, typed = '', draft = '' }: Asking): FramedPage => {
  const { locale } = context
  const { t } = locale
  const wrong = fault ? faultWords(locale, fault, draft !== '') : null
  return {
    title: wrong ? `${t('check.error-prefix')}: ${t('code.title')}` : t('code.title'),
    description: t('code.description'),
    path: codeAddress,
    faulty: wrong !== null,
    body: (
      <div class="wrap stack">
        <div class="question">
          <Problems locale={locale} errors={wrong ? [{ text: wrong, href: '#words' }] : []} />
          <div class="head">
            <h1>{t('code.title')}</h1>
          </div>
          <MadeUp locale={locale} />
          <div class="flow">
            <p class="lead">{t('code.lead')}</p>
            <InDanger context={context} />
          </div>
          <CodeForm sealed={sealed} classes="words">
            {draft ? <Textarea name="text" value={draft} autocomplete="off" label={{ text: t('code.draft') }} rows={5} /> : null}
            <Input
              name="words"
              id="words"
              value={typed}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              label={{ text: t('code.label') }}
              hint={{ text: t('code.hint') }}
              {...(wrong ? { errorMessage: { text: wrong, visuallyHiddenText: t('check.error-prefix') } } : {})}
            />
            <Button name="do" value="open" text={t('code.button')} />
          </CodeForm>
        </div>
        {fault?.fault === 'gone' || fault?.fault === 'crowded' ? <WhoToCall context={context} /> : null}
        <section class="flow">
          <h2>{t('code.lost')}</h2>
          <p>{t.rich<Child>('code.lost-text', { a: (inner) => <a href="/report">{inner}</a> })}</p>
        </section>
        <section class="flow">
          <h2>{t('code.shared')}</h2>
          <p>{t.rich<Child>('code.shared-text', { a: (inner) => <a href="/your-safety">{inner}</a> })}</p>
        </section>
      </div>
    ),
  }
}

const quoted = (word: string): string => `“${word.slice(0, 30)}”`

const faultWords = ({ t }: Locale, wrong: AskFault, drafted: boolean): string => {
  if (wrong.fault === 'number') return t('code-fault.number', { given: Math.min(wrong.given, 10 * codeLength) })
  if (wrong.fault === 'not-listed') {
    const said = t('code-fault.not-listed', { count: wrong.words.length, words: wrong.words.map(quoted).join(', ') })
    const or = new Intl.ListFormat(t.locale, { type: 'disjunction' })
    const near = wrong.near.map(({ typed, words }) => t('code-fault.near', { typed: quoted(typed), words: or.format(words.map(quoted)) }))
    return [said, ...near].join(' ')
  }
  if (wrong.fault === 'joined') return t('code-fault.joined')
  if (drafted && (wrong.fault === 'late' || wrong.fault === 'gone')) return t(`code-fault.${wrong.fault}-draft`)
  const readAs = 'readAs' in wrong ? (wrong.readAs ?? []) : []
  const spelt = readAs.map(({ typed, word }) => t('code-fault.word-as', { typed: quoted(typed), word: quoted(word) }))
  const said = t(`code-fault.${wrong.fault}`)
  return wrong.fault === 'unknown' && spelt.length ? `${said} ${t('code-fault.read-as', { words: spelt.join(', ') })}` : said
}
