import type { Page, Way } from '../../domain/page.ts'
import type { Site } from '../site.ts'
import { longDate } from '../words/when.ts'

/** When a text was compared with its source, and which. What does not rest on an official text is said to be unsure. */
export const Checked = ({ site: { say }, of }: { site: Site; of: Pick<Page | Way, 'checked' | 'source' | 'sure'> }) => (
  <p class="small">
    {of.sure && of.sure !== 'A' ? (
      <>
        <span class="sure dashed">{say('site.unsure')}</span>{' '}
      </>
    ) : null}
    {say('site.checked', { date: longDate(Temporal.PlainDate.from(of.checked)), source: of.source })}
  </p>
)
