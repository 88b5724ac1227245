import { knownToAll } from '../../../../../content/known-numbers.ts'
import { heaviestLogo, readTrainingProvider } from '../../../../../domain/training-provider/training-provider.ts'
import { logoFault, trainingProviderFault } from '../../../../../format/training-provider-fault.ts'
import { kindFault } from '../../../../../press/training-provider/logo.ts'
import type { Form, FormAnswer } from '../../../../forms/form.ts'
import { formPages } from '../../../layout/form-pages.ts'
import type { FormTools } from '../../../layout/page.ts'
import { type OwnField, yourPackAddress, yourPackParts } from './form-page.tsx'

/** Packs that are made or wait to be made at one time: each takes a processor for some seconds and memory for its files. */
const most = 2
/** Seconds after which someone who came in vain may try again. */
const later = 30

type Fault = { field: OwnField | null; text: string }

/**
 * POST /resources/your-pack: a training provider's own course as one zip, or the form again with every fault. What was entered is in no
 * address, log, cache or file, and is gone with the answer.
 */
export const yourPackForm = ({ locale, cobrandedPress: press }: FormTools): Form => {
  const { pack, t, site } = locale
  const { show } = formPages(locale)
  const known = knownToAll(pack)
  let making = 0
  const answer: Form['answer'] = async ({ fields, files, signal }) => {
    const file = files.get('logo')?.[0]?.bytes ?? null
    const values = { name: fields.text('name') ?? '', lead: fields.text('lead') ?? '', number: fields.text('number') ?? '' }
    const again = (status: number, faults: readonly Fault[]): FormAnswer => ({
      ...show((context) => yourPackParts(context, { values, logo: file !== null, faults }), { status }),
      ...(status === 503 ? { retryAfter: later } : {}),
    })
    const read = readTrainingProvider(values, known)
    const faults: Fault[] =
      'faults' in read ? read.faults.map((one) => ({ field: one.field, text: trainingProviderFault(t, pack, one) })) : []
    if (faults.length) {
      // What is wrong with the words is told without taking a place from someone whose words are right.
      const kind = file && kindFault(file)
      return again(400, kind ? [...faults, { field: 'logo', text: logoFault(t, kind) }] : faults)
    }
    if (!press) return again(503, [{ field: null, text: t('your-pack.failed') }])
    if (making >= most) return again(503, [{ field: null, text: t('your-pack.busy') }])
    making += 1
    try {
      const logo = file ? await press.readLogo(file, signal) : { logo: null }
      if ('fault' in logo) return again(400, [{ field: 'logo', text: logoFault(t, logo.fault) }])
      if (!('provider' in read)) return again(400, faults)
      const edition = { now: site.clock(), origin: site.publishing.origin }
      const content = await press.make({ ...read.provider, logo: logo.logo }, edition, signal)
      return { file: { content, type: 'application/zip', name: 'training-pack.zip' } }
    } catch (err) {
      const failed = again(503, [{ field: null, text: t('your-pack.failed') }])
      return signal.aborted ? failed : { ...failed, failed: { job: 'cobranded-pack', err } }
    } finally {
      making -= 1
    }
  }
  return {
    path: yourPackAddress,
    cacheControl: 'no-store',
    upload: {
      fileFields: [{ name: 'logo', most: 1, bytes: heaviestLogo }],
      // No form here comes near them.
      texts: { most: 8, bytes: 1000 },
      bytes: 12 * 1024 * 1024,
      atOnce: 8,
      busy: 'your-pack.busy',
      later,
      patience: 180_000,
    },
    answer,
  }
}
