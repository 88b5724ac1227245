import { readPictures } from '../../../../commands/concerns/read-pictures.ts'
import { Tag } from '../../components/tag.tsx'
import { momentWords } from '../../context/time-words.ts'
import type { ConcernPart } from './part.ts'

/** That pictures came with it, and the way to each. Nothing of what they show. */
export const picturesPart: ConcernPart = async (member, concern) => {
  const { done } = await member.perform(readPictures, { concern: concern.id })
  if (!done.pictures.length) return null
  const { t } = member
  return {
    side: 'reporter',
    id: 'pictures',
    jump: t('pictures.title'),
    body: (
      <section class="part flow" aria-labelledby="pictures-title">
        <h3 id="pictures-title">{t('pictures.title')}</h3>
        <p class="small">{t('pictures.note')}</p>
        <ul class="points">
          {done.pictures.map(({ id, place, at, stopped }) => (
            <li>
              <a href={`/desk/concerns/${concern.id}/pictures/${id}`}>{t('pictures.one', { place: String(place) })}</a>{' '}
              {stopped ? (
                <Tag state="shut">{t('pictures.stopped')}</Tag>
              ) : (
                <span class="small">{t('pictures.came', { when: momentWords(member, at) })}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
    ),
  }
}
