import { lessonOf } from '../../../../../domain/training/lesson.ts'
import { lessonMinutes } from '../../../../../format/lesson.ts'
import { longDate } from '../../../../../format/when.ts'
import { updateAddress } from '../../../../context/training-addresses.ts'
import type { Member } from '../../../context/page.ts'

/** When the course changed last so that holders have something to learn, what changed, and where they learn it. Nothing: nobody has to. */
export const CourseChanged = ({ member: { t, desk } }: { member: Member }) => {
  const { course } = desk.parts.pack
  const site = desk.installation.site
  // Of each tier and version: whoever was taught longer ago has more to learn.
  const minutes = course.tiers.flatMap((tier) =>
    course.releases.flatMap(({ taught }) => {
      const lesson = lessonOf(course, tier, taught)
      return lesson ? [lessonMinutes(desk.locale.t, course, lesson, site)] : []
    }),
  )
  const news = course.releases.find(({ learn }) => learn.length)
  if (!minutes.length || !news) return null
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)]
  return (
    <>
      <p>
        {t('trained.changed', {
          date: longDate(Temporal.PlainDate.from(news.date)),
          length: least === most ? t('trained.minutes', { minutes: most }) : t('trained.minutes-between', { least, most }),
        })}{' '}
        {t('trained.changed-send', { address: `${site}${updateAddress}`.replace(/^https?:\/\//, '') })}
      </p>
      <details class="chart-table">
        <summary>{t('trained.changed-what')}</summary>
        <ul class="points">
          {news.changes.map((change) => (
            <li>{change}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
