import { knownToAll } from '../../../content/known-numbers.ts'
import { heaviestLogo, readTrainingProvider } from '../../../domain/training-provider/organisation.ts'
import { logoFault, organisationFault } from '../../../format/organisation.ts'
import { kindFault } from '../../../press/training-provider/logo.ts'
import type { CobrandedPress } from '../../../press/training-provider/own-press.ts'
import { renderContextOfMinute } from '../../context/render-context.ts'
import type { Locale } from '../../context/types.ts'
import type { FileStep, FlowPage } from '../../http/respond.ts'
import { documentOf } from '../layout/shell.tsx'
import { type OwnField, yourPackPage } from './pages.tsx'

/** Packs that are made or wait to be made at one time: each takes a processor for some seconds and memory for its files. */
const most = 2
/** Seconds after which somebody who came in vain may try again. */
const later = 30

/**
 * POST /resources/your-pack: an organisation's own course as one zip, or the form again with every fault. What was entered is in no
 * address, log, cache or file, and is gone with the answer.
 */
export const yourPackStep = (locale: Locale, press: CobrandedPress | null): FileStep => {
  const {
    pack,
    t,
    site: {
      publishing: { origin },
    },
  } = locale
  const context = renderContextOfMinute(locale)
  const known = knownToAll(pack)
  let making = 0
  const answer: FileStep['answer'] = async (form, file, signal) => {
    const values = { name: form.get('name') ?? '', lead: form.get('lead') ?? '', number: form.get('number') ?? '' }
    const again = (status: number, faults: readonly { field: OwnField | null; text: string }[]): FlowPage => ({
      status,
      page: documentOf(context(), yourPackPage(context(), { values, logo: file !== null, faults })),
      ...(status === 503 ? { retryAfter: later } : {}),
    })
    const read = readTrainingProvider(values, known)
    const faults: { field: OwnField; text: string }[] =
      'faults' in read ? read.faults.map((one) => ({ field: one.field, text: organisationFault(t, pack, one) })) : []
    if (faults.length) {
      // What is wrong with the words is told without taking a place from somebody whose words are right.
      const kind = file && kindFault(file)
      return again(400, kind ? [...faults, { field: 'logo', text: logoFault(t, kind) }] : faults)
    }
    if (!press) return again(503, [{ field: null, text: t('your-pack.failed') }])
    if (making >= most) return again(503, [{ field: null, text: t('your-pack.busy') }])
    making += 1
    try {
      const logo = file ? await press.readLogo(file, signal) : { logo: null }
      if ('fault' in logo) return again(400, [{ field: 'logo', text: logoFault(t, logo.fault) }])
      if (!('organisation' in read)) return again(400, faults)
      const bytes = await press.make({ ...read.organisation, logo: logo.logo }, { now: locale.site.clock(), origin }, signal)
      return { bytes, type: 'application/zip', name: 'training-pack.zip' }
    } catch {
      // What went wrong may tell what was entered, so none of it is written down.
      if (!signal.aborted) console.error('The pack of an organisation could not be made.')
      return again(503, [{ field: null, text: t('your-pack.failed') }])
    } finally {
      making -= 1
    }
  }
  return {
    keeping: 'no-store',
    file: { name: 'logo', most: heaviestLogo },
    most: 8,
    busy: 'your-pack.busy',
    later,
    patience: 180_000,
    answer,
  }
}
