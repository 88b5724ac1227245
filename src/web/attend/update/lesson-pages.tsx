import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { CheckedCertificate } from '../../../commands/attend/check-certificate.ts'
import { grouped } from '../../../domain/register/codes.ts'
import { type Lesson, mustConfirm } from '../../../domain/training/lesson.ts'
import type { Item } from '../../../domain/training/part.ts'
import { lessonMinutes } from '../../../format/lesson.ts'
import { longDate } from '../../../format/when.ts'
import { wholeBeforeWords } from '../../../format/whole-before.ts'
import { Problems } from '../../components/problems.tsx'
import { type Answers, isRight, Questions, Reasons } from '../../components/questions.tsx'
import { SlideSection } from '../../components/slide.tsx'
import { Terms } from '../../components/terms.tsx'
import { certificateAddress, updateAddress } from '../../context/training-addresses.ts'
import type { RenderContext } from '../../context/types.ts'
import { carriedField } from '../../forms/carrier.ts'
import { Button } from '../../govuk/button.tsx'
import { Checkboxes } from '../../govuk/checkboxes.tsx'
import { DemonstrationNote } from '../demonstration.tsx'
import type { FramedPage } from '../frame.ts'
import { updateFrame } from './pages.tsx'

/** What is new, and nothing else: of each part that changed its sentences, then the slides that show it. */
export const lessonPage = (context: RenderContext, lesson: Lesson, sealed: string): FramedPage => {
  const { locale } = context
  const { t, markdown } = locale
  const title = t('update.for-tier', { tier: lesson.tier.name })
  const terms = lesson.parts.flatMap(({ slides }) => slides.flatMap(({ handbook }) => markdown.page(handbook ?? '').terms))
  return updateFrame(
    locale,
    title,
    false,
    <>
      <h1>{title}</h1>
      <p class="lead">{t('update.only-new', { minutes: lessonMinutes(t, locale.pack.course, lesson, locale.site.publishing.origin) })}</p>
      {lesson.parts.map(({ part, learn, slides }) => (
        <section class="entry">
          <h2 id={`new-${part.id}`}>{t('update.is-new', { part: part.title })}</h2>
          <div class="prose">
            {learn.map(({ text }) => (
              <p>{raw(markdown.inline(text))}</p>
            ))}
          </div>
          {slides.map((slide) => (
            <SlideSection context={context} slide={slide} below />
          ))}
          <p>
            <a href={`/training/${part.id}`}>{t('update.see-part', { part: part.title })}</a>
          </p>
        </section>
      ))}
      <form method="post" action={updateAddress} novalidate>
        <input type="hidden" name={carriedField} value={sealed} />
        <Button name="do" value="check" text={t('update.check-go')} />
      </form>
      <Terms locale={locale} ids={[...new Set(terms)]} />
    </>,
  )
}

type Check = { lesson: Lesson; items: readonly Item[]; sealed: string; answers?: Answers; read?: boolean }

/** What the check asks. With `answers`: what was chosen, what is missing, and why an answer is not right. */
export const checkPage = ({ locale }: RenderContext, { lesson, items, sealed, answers, read = false }: Check): FramedPage => {
  const { t } = locale
  const missing = answers ? items.filter(({ id }) => !answers.has(id)) : []
  const unread = answers !== undefined && mustConfirm(lesson) && !read
  const problems = [
    ...missing.map(({ id, question }) => ({ text: t('training.choose', { question }), href: `#${id}` })),
    ...(unread ? [{ text: t('update-fault.read'), href: '#read' }] : []),
  ]
  const wrong = answers && !problems.length ? items.filter((item) => !isRight(item, answers)) : []
  const title = t('update.for-tier', { tier: lesson.tier.name })
  return updateFrame(
    locale,
    wrong.length ? `${t('update.check-wrong')}: ${title}` : title,
    problems.length > 0,
    <>
      <Problems locale={locale} errors={problems} />
      <h1>{title}</h1>
      {wrong.length ? (
        <section class="flow">
          <h2 id="answers" tabindex={-1} autofocus>
            {t('update.check-wrong')}
          </h2>
          <p>{t('update.check-wrong-text')}</p>
          {wrong.map((item) => (
            <section class="entry">
              <h3>{t('training.question', { number: items.indexOf(item) + 1, question: item.question })}</h3>
              <Reasons locale={locale} item={item} chosen={answers?.get(item.id)} />
            </section>
          ))}
        </section>
      ) : null}
      <h2 id="check">{t('update.check')}</h2>
      <p>{t('update.check-how')}</p>
      <form method="post" action={updateAddress} novalidate>
        <input type="hidden" name={carriedField} value={sealed} />
        <Questions locale={locale} items={items} answers={answers} missing={missing} />
        {mustConfirm(lesson) ? (
          <Checkboxes
            name="read"
            idPrefix="read"
            values={read ? ['yes'] : []}
            hint={{ text: t('update.read-hint') }}
            items={[{ value: 'yes', text: t('update.read'), ...(unread ? { attributes: { 'aria-invalid': 'true' } } : {}) }]}
            {...(unread ? { errorMessage: { text: t('update-fault.read'), visuallyHiddenText: t('check.error-prefix') } } : {})}
          />
        ) : null}
        <Button name="do" value="answer" text={t('training.answer')} />
      </form>
      <form method="post" action={updateAddress} novalidate>
        <input type="hidden" name={carriedField} value={sealed} />
        <Button name="do" value="lesson" text={t('update.back')} classes="govuk-button--secondary" />
      </form>
    </>,
  )
}

type Done = { name: string; tier: string; code: string | null; ends: string; certificate: CheckedCertificate | null }

/** It is renewed. `code` null: a job makes it. `ends`: as ISO 8601 has it; empty: it does not. Printed, it says whose it is, of what and of when. */
export const donePage = ({ locale }: RenderContext, { name, tier, code, ends, certificate }: Done): FramedPage => {
  const { t, pack, site } = locale
  const { learnt = null, update = null } = certificate ?? {}
  const facts: [string, Child][] = [
    [t('update.done-name'), name],
    [t('update.done-course'), `${pack.course.title}, ${tier}`],
    ...(learnt ? [[t('certificate.paper-updated'), longDate(learnt)] satisfies [string, Child]] : []),
    ...(update ? [[t('update.done-whole'), wholeBeforeWords(t, pack.partnership.name, update)] satisfies [string, Child]] : []),
    [t('update.done-until'), ends ? longDate(Temporal.PlainDate.from(ends)) : t('certificate.paper-until-change')],
  ]
  return updateFrame(
    locale,
    t('update.done'),
    false,
    <>
      <h1>{t('update.done')}</h1>
      <DemonstrationNote locale={locale} />
      {code === null ? (
        <p class="lead">{t('update.done-later', { tier })}</p>
      ) : (
        <>
          <p class="lead">{t('update.done-text', { tier })}</p>
          <p class="lead">
            <b>
              <bdi>{grouped(code)}</bdi>
            </b>
          </p>
          <dl class="pairs">
            {facts.map(([term, said]) => (
              <div>
                <dt>{term}</dt>
                <dd>{said}</dd>
              </div>
            ))}
          </dl>
          <p>{t('update.done-where', { address: `${site.publishing.origin.replace(/^https?:\/\//, '')}${certificateAddress}` })}</p>
        </>
      )}
      <p>{t('update.done-mail')}</p>
      {ends ? <p>{t('update.done-ends', { date: longDate(Temporal.PlainDate.from(ends)) })}</p> : null}
      <p>{t('update.done-old')}</p>
      {code === null ? null : (
        <p>
          <a href={`${certificateAddress}?c=${code}`}>{t('update.done-check')}</a>
        </p>
      )}
    </>,
  )
}
