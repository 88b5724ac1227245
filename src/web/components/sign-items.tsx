import type { Indicator } from '../../domain/signs/signs.ts'
import type { Locale } from '../context/types.ts'

/** Signs as a list; one that is urgent says so. */
export const SignItems = ({ locale, signs }: { locale: Locale; signs: readonly Indicator[] }) => (
  <ul class="signs">
    {signs.map((sign) => (
      <li id={sign.id}>
        <span>
          {sign.text}
          {sign.urgent ? (
            <>
              <br />
              <span class="now999">{locale.t('signs.urgent')}</span>
            </>
          ) : null}
        </span>
      </li>
    ))}
  </ul>
)
