import { roles } from '../../../../domain/access/roles.ts'
import { LinkButton } from '../../components/buttons.tsx'
import type { Asked } from '../../context/page.ts'
import { roleWord } from '../../context/role-words.ts'
import { codePath, tryPath } from './demo.tsx'

/** Where one signs in to a demonstration: one click for each role. */
export const TryLinks = ({ asked: { t }, code }: { asked: Asked; code: readonly string[] | null }) => (
  <>
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
    {code ? (
      <section class="flow">
        <h2>{t('demo.reporter')}</h2>
        <p>
          {t('demo.reporter-what')} <b translate="no">{code.join(' ')}</b>
        </p>
        <ul class="actions">
          <li>
            <LinkButton href={codePath} look="quiet">
              {t('demo.reporter-open')}
            </LinkButton>
          </li>
        </ul>
      </section>
    ) : null}
  </>
)
