import type { Child } from 'hono/jsx'
import { longDate } from '../../../../format/when.ts'
import type { Member } from '../../context/page.ts'
import { paragraphsOf } from './words.ts'

/** What the reporter will read, letter by letter. */
export const Preview = ({ member, text, children }: { member: Member; text: string; children?: Child }) => (
  <div class="preview">
    <p class="small">
      {member.t('reply.from', { partnership: member.desk.locale.pack.partnership.name, day: longDate(member.local.toPlainDate()) })}
    </p>
    <div class="flow" dir="auto">
      {paragraphsOf(text).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
    {children}
  </div>
)
