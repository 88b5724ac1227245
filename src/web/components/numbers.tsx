import { groupOf } from '../../domain/services/arrange.ts'
import type { RenderContext } from '../context/types.ts'
import { nameOf, phoneOf } from './service.tsx'

/** The first numbers on one thin line over a page that is no list of numbers. One that nobody has confirmed is not among them; one that is closed says so. */
export const NumberStrip = ({ context }: { context: RenderContext }) => {
  const { t, pack, site } = context.locale
  return (
    <nav class="thin screen" aria-label={t('home.ring')}>
      <ul class="wrap">
        {[pack.roles.emergency, ...pack.tellSomebody.slice(0, 2)].map((id) => {
          const service = site.services.get(id)
          const phone = service && phoneOf(service)
          const group = phone ? groupOf(context.stateOf(id)) : 'unconfirmed'
          return phone && group !== 'unconfirmed' ? (
            <li>
              <a href={`tel:${phone.dial}`}>
                <span class="num">{phone.display}</span> <span>{pack.serviceWords.get(id)?.short ?? nameOf(context.locale, id)}</span>
                {group === 'closed' ? <span> ({t('service.closed')})</span> : null}
              </a>
            </li>
          ) : null
        })}
      </ul>
    </nav>
  )
}
