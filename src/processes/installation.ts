import type { Installation } from '../web/desk/context/installation.ts'
import type { Operations } from '../web/public/api/operations.ts'
import { keyCopies, lastBackup } from './backup-log.ts'
import type { Environment } from './environment.ts'

/** Of the environment, what members may know: whether something is set, never a secret in it. */
export const installationOf = (
  settings: Environment,
  site: string,
  { version, commit }: Pick<Operations, 'version' | 'commit'>,
): Installation => ({
  version,
  commit,
  database: settings.DATABASE_URL === undefined ? 'own' : 'server',
  mail: settings.SMTP_URL === undefined ? null : { from: settings.SMTP_FROM ?? null },
  workAccount: settings.OIDC_ISSUER?.host ?? null,
  site,
  lastBackup: () => lastBackup(settings.WAYMARK_DATA),
  keyCopies: () => keyCopies(settings.WAYMARK_DATA),
})
