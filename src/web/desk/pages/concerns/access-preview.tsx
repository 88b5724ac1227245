import { Actions, SubmitButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Member } from '../../context/page.ts'
import { type Chosen, type GivenConcern, pathOf } from './access.tsx'
import { GivenText } from './access-document.tsx'

/** The copy as they would get it, with what was chosen carried along: to change it, or to save it. */
export const Preview = ({
  member,
  title,
  given,
  chosen,
}: {
  member: Member
  title: string
  given: readonly GivenConcern[]
  chosen: Chosen
}) => {
  const { t } = member
  return (
    <div class="flow">
      <PageHead title={title} back={{ href: pathOf(member), text: t('access.choose') }} />
      <Message kind="now" id="preview" heading={t('access.preview')}>
        <p>{t('access.preview-text')}</p>
      </Message>
      <div class="part flow">
        <GivenText member={member} given={given} />
      </div>
      <p>{t('access.file-text')}</p>
      <form method="post" action={pathOf(member)}>
        <input type="hidden" name="also" value={chosen.alsoTyped} />
        <input type="hidden" name="words" value={chosen.wordsTyped} />
        {[...chosen.out].map((one) => (
          <input type="hidden" name="out" value={one} />
        ))}
        {[...chosen.in].map((one) => (
          <input type="hidden" name="in" value={one} />
        ))}
        <Actions>
          <SubmitButton name="step" value="file">
            {t('access.file-go')}
          </SubmitButton>
          <SubmitButton look="quiet" name="step" value="choose">
            {t('access.change')}
          </SubmitButton>
        </Actions>
      </form>
    </div>
  )
}
