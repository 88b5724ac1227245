import type { Child } from 'hono/jsx'
import { Mark } from '../../components/icons.tsx'
import { FaultSummary } from '../components/fields.tsx'
import { DeskDocument, type DocumentProps } from './document.tsx'

/** One thing alone on a page: signing in, a link that works once, what went wrong. Nobody need be signed in. */
export const Alone = ({ children, ...document }: DocumentProps & { children: Child }) => {
  const { frame, faults = [] } = document
  const { t, brand, area } = frame
  return (
    <DeskDocument {...document}>
      <main id="main" tabindex={-1} class="alone">
        <p class="brand">
          <Mark size={36} />
          <span>
            <b>{brand.name}</b> {t('desk.name-in', { area })}
          </span>
        </p>
        <FaultSummary t={t} faults={faults} />
        {children}
      </main>
    </DeskDocument>
  )
}
