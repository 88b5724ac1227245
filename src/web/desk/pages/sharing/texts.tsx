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

/** Exactly what leaves, or has left, with what is asked of whoever reads it. `under`: it stands in a part of the page, which has a heading. `to`: said to whoever it was written for. */
export const SharedText = ({
  t,
  shared,
  under = false,
  to = 'them',
}: {
  t: DeskWords
  shared: Shared | null
  under?: boolean
  to?: 'them' | 'you'
}) => {
  const Heading = under ? 'h3' : 'h2'
  const [what, asked] =
    to === 'you' ? ([t('passed.what'), t('passed.asked')] as const) : ([t('sharing.what'), t('sharing.asked-of-them')] as const)
  return (
    <article class="said flow" aria-label={what}>
      <Heading>{what}</Heading>
      {shared ? <Written text={shared.what} /> : <p>{t('sharing.unreadable')}</p>}
      {shared?.asked ? (
        <>
          <Heading>{asked}</Heading>
          <Written text={shared.asked} />
        </>
      ) : null}
    </article>
  )
}
