import { sql } from 'kysely'
import type { Migration, MigrationProvider } from 'kysely/migration'
import { audit } from './0001-audit.ts'
import { people } from './0002-people.ts'
import { desk } from './0003-desk.ts'
import { leaving } from './0004-leaving.ts'
import { keys } from './0005-keys.ts'
import { jobs } from './0007-jobs.ts'
import { concerns } from './0008-concerns.ts'
import { byCode } from './0010-by-code.ts'
import { pictures } from './0011-pictures.ts'
import { lists } from './0013-lists.ts'
import { owners } from './0014-owners.ts'
import { concernDesk } from './0015-concern-desk.ts'
import { sharing } from './0016-sharing.ts'
import { retention } from './0017-retention.ts'
import { references } from './0018-references.ts'
import { walls } from './0019-walls.ts'
import { register } from './0020-register.ts'
import { manyAttendances } from './0021-many.ts'
import { certificates } from './0022-certificates.ts'
import { releasedFigures } from './0023-released-figures.ts'
import { events } from './0024-events.ts'
import { imports } from './0025-imports.ts'
import { counting } from './0026-counting.ts'
import { updates } from './0027-updates.ts'
import { keeping } from './0028-keeping.ts'
import { sheetPhotos } from './0029-sheet-photos.ts'
import { halfYear } from './0030-half-year.ts'
import { statements } from './0031-statements.ts'
import { renewing } from './0032-renewing.ts'
import { wrongAnswers } from './0033-wrong-answers.ts'
import { moves } from './0034-moves.ts'

const step = (text: string): Migration => ({ up: async (db) => void (await sql.raw(text).execute(db)) })

/** Forward only, in this order: a name that has been released is never changed, nor is what it does. */
const steps: Readonly<Record<string, Migration>> = {
  '0001-audit': step(audit),
  '0002-people': step(people),
  '0003-desk': step(desk),
  '0004-leaving': step(leaving),
  '0005-keys': step(keys),
  '0007-jobs': step(jobs),
  '0008-concerns': step(concerns),
  '0010-by-code': step(byCode),
  '0011-pictures': step(pictures),
  '0013-lists': step(lists),
  '0014-owners': step(owners),
  '0015-concern-desk': step(concernDesk),
  '0016-sharing': step(sharing),
  '0017-retention': step(retention),
  '0018-references': step(references),
  '0019-walls': step(walls),
  '0020-register': step(register),
  '0021-many': step(manyAttendances),
  '0022-certificates': step(certificates),
  '0023-released-figures': step(releasedFigures),
  '0024-events': step(events),
  '0025-imports': step(imports),
  '0026-counting': step(counting),
  '0027-updates': step(updates),
  '0028-keeping': step(keeping),
  '0029-sheet-photos': step(sheetPhotos),
  '0030-half-year': step(halfYear),
  '0031-statements': step(statements),
  '0032-renewing': step(renewing),
  '0033-wrong-answers': step(wrongAnswers),
  '0034-moves': step(moves),
}

export const migrations: MigrationProvider = { getMigrations: async () => ({ ...steps }) }

/** The name of the last one: a database that has it is as this version of the program needs it. */
export const lastMigration = Object.keys(steps).at(-1) ?? ''
