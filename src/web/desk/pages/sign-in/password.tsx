import { checkPassword } from '../../../../commands/sign-in/by-password.ts'
import { email, readEntered, typedAsIs, unsent } from '../../context/entered.ts'
import type { OpenPage } from '../../context/page.ts'
import { placeOf } from '../../context/way-back.ts'
import { codePage } from './code.tsx'
import { passwordForm, passwordPath } from './password-form.tsx'
import { triedInWords } from './try-fault.ts'

/** Email and password; what was right goes on to the code, sealed in its page. */
export const passwordSignInPage: OpenPage = {
  path: passwordPath,
  open: true,
  show: async (asked) => passwordForm(asked, unsent(), { to: asked.query('to') }),
  send: async (asked, fields) => {
    const to = fields.text('to')
    const entered = readEntered(fields, { email: email('fault.email'), password: typedAsIs('fault.password-missing') })
    if (!entered.values) return passwordForm(asked, entered, { to })
    const outcome = await checkPassword(asked.desk.parts, { ...entered.values, network: asked.network })
    if ('done' in outcome) return codePage(asked, { person: outcome.done.person, to: placeOf(to) ?? '' })
    const { text: said, ...more } = triedInWords(asked.t, outcome, 'fault.password-wrong')
    return { ...passwordForm(asked, entered, { to, said }), ...more }
  },
}
