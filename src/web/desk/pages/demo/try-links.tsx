import { roles } from '../../../../domain/access/roles.ts'
import { LinkButton } from '../../components/buttons.tsx'
import type { Asked } from '../../context/page.ts'
import { roleWord } from '../../context/role-words.ts'
import { tryPath } from './demo.tsx'

/** Where one signs in to a demonstration: one click for each role. */
export const TryLinks = ({ asked: { t } }: { asked: Asked }) => (
  <section class="flow">
    <h2>{t('demo.try')}</h2>
    <p>{t('demo.try-what')}</p>
    <ul class="actions">
      {roles.map((role) => (
        <li>
          <LinkButton href={tryPath(role)} look="quiet">
            {roleWord(t, role)}
          </LinkButton>
        </li>
      ))}
    </ul>
  </section>
)
