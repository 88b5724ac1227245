import type { Shared } from '../../../../domain/concerns/shared.ts'
import type { DeskWords } from '../../context/words.ts'

/** What somebody wrote, in its paragraphs. */
export const Written = ({ text }: { text: string }) => (
  <div class="flow">
    {text.split(/\n{2,}/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </div>
)

/** What somebody answered or said, apart from the words of the page around it. `by`: who, and when. */
export const Said = ({ by, text, gone }: { by: string; text: string | null; gone: string }) => (
  <article class="said flow" aria-label={by}>
    <p class="small">{by}</p>
    {text === null ? <p>{gone}</p> : <Written text={text} />}
  </article>
)

/** Exactly what leaves, or has left, with what is asked of whoever reads it. */
export const SharedText = ({ t, shared }: { t: DeskWords; shared: Shared | null }) => (
  <article class="said flow" aria-label={t('sharing.what')}>
    <h3>{t('sharing.what')}</h3>
    {shared ? <Written text={shared.what} /> : <p>{t('sharing.unreadable')}</p>}
    {shared?.asked ? (
      <>
        <h3>{t('sharing.asked-of-them')}</h3>
        <Written text={shared.asked} />
      </>
    ) : null}
  </article>
)
