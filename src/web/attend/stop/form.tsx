import { stopAddress, stopMail, whomIn } from '../../../commands/attend/stop-mail.ts'
import { certificateAddress } from '../../context/training-addresses.ts'
import type { Form, FormAnswer } from '../../forms/form.ts'
import { Button } from '../../govuk/button.tsx'
import type { AttendTools } from '../tools.ts'

/** Where the link of a mail about training leads: one press stops them. Looking at the page alone stops nothing, for programs that read mails look too. */
export const stopPages = ({
  parts,
  frame,
  context,
}: Pick<AttendTools, 'parts' | 'frame' | 'context'>): { ask(token: string | null): Promise<FormAnswer>; form: Form } => {
  const say = (status: number, of: 'ask' | 'done' | 'unknown' | 'gone', token = ''): FormAnswer => {
    const { t, pack } = context().locale
    const [title, text] =
      of === 'ask' ? [t('stop.title'), t('stop.lead')] : [t(`stop.${of}`), t(`stop.${of}-text`, { who: pack.partnership.name })]
    return {
      status,
      page: frame({
        ...{ title, description: t('stop.description'), path: stopAddress },
        body: (
          <div class="wrap stack question">
            <h1>{title}</h1>
            <p class="lead">{text}</p>
            {of === 'ask' || of === 'gone' ? (
              <form method="post" action={stopAddress} novalidate>
                <input type="hidden" name="t" value={token} />
                <Button text={t('stop.go')} />
              </form>
            ) : (
              <p>
                <a href={certificateAddress}>{t('stop.check')}</a>
              </p>
            )}
          </div>
        ),
      }),
      ...(status === 503 ? { retryAfter: 60 } : {}),
    }
  }
  return {
    ask: async (token) => (whomIn(parts.pepper, token ?? '') === null ? say(400, 'unknown') : say(200, 'ask', token ?? '')),
    form: {
      ...{ path: stopAddress, cacheControl: 'no-store' },
      answer: async ({ fields }) => {
        const token = fields.text('t', 100) ?? ''
        const whom = whomIn(parts.pepper, token)
        if (whom === null) return say(400, 'unknown')
        const stopped = await stopMail(parts, whom)
        return 'done' in stopped ? say(200, 'done') : say(503, 'gone', token)
      },
    },
  }
}
