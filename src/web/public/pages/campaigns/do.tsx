import { raw } from 'hono/html'
import type { MainDay } from '../../../../domain/campaigns/campaign.ts'
import { kitFile, type Occurrence } from '../../../../domain/campaigns/dates.ts'
import type { Plan, PlanDay } from '../../../../domain/campaigns/plan.ts'
import { dayAndMonth } from '../../../../format/when.ts'
import { NamedFile } from '../../../components/file-link.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'

/** The package that the press makes of the day, and what is in it. */
export const Kit = ({ context, day, next }: { context: RenderContext; day: MainDay; next: Occurrence }) => {
  const { t, pack } = context.locale
  return (
    <section class="flow screen">
      <h2 id="kit">{t('campaigns.kit')}</h2>
      <p>{t('campaigns.kit-what')}</p>
      <div class="prose">
        <ul>
          <li>{t('campaigns.kit-pictures', { sizes: pack.pictures.filter(({ of }) => of === 'messages').length })}</li>
          <li>{t('campaigns.kit-posts', { networks: new Intl.ListFormat(t.locale).format(pack.networks.map(({ name }) => name)) })}</li>
          <li>{t('campaigns.kit-texts')}</li>
          <li>{t('campaigns.kit-plan')}</li>
        </ul>
      </div>
      <p>
        <NamedFile context={context} file={kitFile(day, next)}>
          {t('campaigns.kit-file', { year: String(next.year) })}
        </NamedFile>
      </p>
    </section>
  )
}

/** What can be done, by who does it. */
export const Deeds = ({ locale, day }: { locale: Locale; day: MainDay }) => (
  <section class="flow">
    <h2 id="do">{locale.t('campaigns.do')}</h2>
    {day.do.map(({ who, steps }) => (
      <>
        <h3>{who}</h3>
        <div class="prose">
          <ul>
            {steps.map((step) => (
              <li>{raw(locale.markdown.inline(step))}</li>
            ))}
          </ul>
        </div>
      </>
    ))}
  </section>
)

/** The plan, day by day, back from the day itself. */
export const Steps = ({ locale, plan }: { locale: Locale; plan: Plan }) => {
  const { t } = locale
  return (
    <section class="flow">
      <h2 id="plan">{t('campaigns.plan')}</h2>
      <p>{t('campaigns.plan-note')}</p>
      {plan.days.some((d) => d.date === null) ? <p class="note">{t('campaigns.plan-unknown')}</p> : null}
      <dl class="who">
        {plan.days.map((d) => (
          <div>
            <dt>
              {d.date ? (
                <>
                  <time datetime={d.date.toString()}>{dayAndMonth(d.date, t.locale)}</time> ·{' '}
                </>
              ) : null}
              {offsetWords(locale, d)}
            </dt>
            {d.tasks.map(({ who, task }) => (
              <dd>
                <b>{who}.</b> {raw(locale.markdown.inline(task))}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

const offsetWords = ({ t }: Locale, { offset }: PlanDay): string => {
  if (offset === 0) return t('campaigns.day-itself')
  return offset < 0 ? t('campaigns.before', { count: -offset }) : t('campaigns.after', { count: offset })
}
