import type { SentFile } from '../http/read-multipart.ts'
import { carriedField } from './carrier.ts'
import { fieldsOf } from './fields.ts'
import type { Addressed, Form, FormAnswer } from './form.ts'

/** A posted form, as it was read at the edge. */
export type Posted = { form: URLSearchParams; crowded?: boolean; files?: ReadonlyMap<string, readonly SentFile[]>; asked?: Addressed }

const never = new AbortController().signal
const unasked: Addressed = { param: () => undefined, header: () => undefined }

/** Opens what the page carried along, and takes the form one step on. Without a server: a test of a form needs none. */
export const submit = async (
  form: Form,
  { form: sent, crowded = false, files = new Map(), asked = unasked }: Posted,
  signal: AbortSignal = never,
): Promise<FormAnswer> => {
  const fields = fieldsOf(sent)
  const field = form.carrier ? fields.text(carriedField) : null
  const opened = field === null ? null : await form.carrier?.open(field)
  if (opened && 'refused' in opened) return opened
  return form.answer({ fields, carried: opened?.carried ?? null, files, crowded, signal, asked })
}
