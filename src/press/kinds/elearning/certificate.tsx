import { raw } from 'hono/html'
import { askedIn } from '../../../domain/training/course.ts'
import { disclaimerOf } from '../../../format/disclaimer.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { runs } from '../../shared/paper/runs.ts'
import type { Given } from './page.tsx'
import { Runs } from './slides.tsx'

/** What someone prints who has passed: a sheet that is their own word, and says so. The script shows it, with the day, and puts the name that is typed on the sheet alone. */
export const Certificate = ({ given }: { given: Given }) => {
  const { locale, tier, parts, cobranded } = given
  const { t, pack } = locale
  const said = disclaimerOf(pack.partnership)
  const all = parts.reduce((sum, part) => sum + askedIn(pack.course, part).length, 0)
  return (
    <div class="certificate" hidden>
      <div class="ask">
        <h2>{t('elearning.certificate')}</h2>
        <p>{t('elearning.certificate-how')}</p>
        <p>
          <label class="field" for="name">
            {t('elearning.certificate-name')}
          </label>
          <input id="name" type="text" autocomplete="name" maxlength={60} />
        </p>
        <p>
          <button class="button" type="button">
            {t('elearning.certificate-print')}
          </button>
        </p>
      </div>
      <div class="sheet">
        <div class="says">
          <p class="board">
            <span>{t('elearning.certificate-claim')}</span>
          </p>
          <p class="course">{pack.course.title}</p>
          <p class="tier">{tier.name}</p>
          <p>{t('elearning.certificate-did', { pass: pack.course.pass, all })}</p>
          <dl>
            <div>
              <dt>{t('elearning.certificate-on-name')}</dt>
              <dd class="line">
                <span class="name"></span>
              </dd>
            </div>
            <div>
              <dt>{t('elearning.certificate-on-date')}</dt>
              <dd class="line">
                <span class="date"></span>
              </dd>
            </div>
          </dl>
          <p class="small">{t('elearning.version', { version: pack.course.taught })}</p>
        </div>
        <div class="scenery">
          {cobranded ? (
            <p class="own">
              {cobranded.logo ? (
                <img src="logo.png" width={cobranded.logo.width} height={cobranded.logo.height} alt={cobranded.logo.alt} />
              ) : null}
              {cobranded.line}
            </p>
          ) : null}
          {raw(drawingOf(pack, 'fingerpost').replace('<svg ', '<svg aria-hidden="true" '))}
        </div>
        <div class="own-word">
          <p>
            <Runs runs={runs(t, 'elearning.certificate-unregistered')} />
          </p>
          {said ? (
            <p>
              <Runs runs={runs(t, said.line, said.values)} />
            </p>
          ) : null}
        </div>
      </div>
    </div>
  )
}
