import type { Child } from 'hono/jsx'
import type { Phone } from '../../domain/services/service.ts'
import type { Locale } from '../context/types.ts'
import { Handset } from './icons.tsx'
import { langAttributes } from './translated.tsx'

/** A number to ring, set like a finger of a signpost. `sun`: danger now. `hollow`: we cannot vouch for it. */
export const NumberBoard = ({
  locale,
  name,
  phone,
  look,
}: {
  locale: Locale
  name: string
  phone: Phone
  look?: 'sun' | 'hollow' | undefined
}) => (
  <a
    class={look ? `board ${look}` : 'board'}
    href={`tel:${phone.dial}`}
    lang={langAttributes(locale, ({ t }) => t('service.ring', { service: name, number: phone.display })).lang}
    aria-label={locale.t('service.ring', { service: name, number: phone.display })}
  >
    <span>
      <span class="num">{phone.display}</span>
      <Handset />
    </span>
  </a>
)

/** A way on from here. */
export const WayBoard = ({ href, title, sub }: { href: string; title: Child; sub: Child }) => (
  <a class="board way" href={href}>
    <span>
      <span>
        <b>{title}</b>
        <span class="sub">{sub}</span>
      </span>
    </span>
  </a>
)

/**
 * A telephone number inside a sentence: never broken, left to right, a link a phone can ring. The link stands inside the isolate:
 * around it, at the end of a line, it would leave an empty box there with a ring of its own.
 */
export const NumberLink = ({ phone, children }: { phone: Phone; children?: Child }) => (
  <bdi>
    <a href={`tel:${phone.dial}`}>{children ?? phone.display}</a>
  </bdi>
)
