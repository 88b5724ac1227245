import { deskVisitor, type Got } from './desk-visitor.ts'

export const upload = '/desk/register/import'

/** Somebody with a file: sends it, answers what is asked, keeps it. */
export const importerAt = (at: string, cookie: string) => {
  const visitor = deskVisitor(at, cookie)
  const send = async (file: Uint8Array, more: Record<string, string> = {}): Promise<Got> => {
    const page = await visitor.get(more.event ? `${upload}?event=${more.event}` : upload)
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...page.hidden, ...more })) form.append(name, value)
    form.append('file', new File([Uint8Array.from(file)], 'list.csv'))
    return visitor.post(upload, form)
  }
  return {
    ...visitor,
    send,
    /** The columns as they are chosen on the page, and answers to what is asked. */
    answer: (page: Got, answers: Record<string, string | string[]>) =>
      visitor.post(`${upload}/columns`, formOf(page, { tier: 'everyone', ours: 'yes', ...answers })),
    keep: ({ hidden }: Got) => {
      // The other buttons of the page have forms of their own.
      const { none: _none, change: _change, ...fields } = hidden
      return visitor.post(`${upload}/keep`, fields)
    },
  }
}

/** The form of columns as a browser would send it, with these answers. */
export const formOf = ({ hidden, text }: Got, answers: Record<string, string | string[]>): URLSearchParams => {
  const form = new URLSearchParams(hidden)
  for (const [, name = '', inner = ''] of text.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const value = /<option value="([^"]*)" selected/.exec(inner)?.[1]
    if (value !== undefined) form.set(name, value)
  }
  for (const [, tag = ''] of text.matchAll(/<input([^>]*type="checkbox"[^>]*)>/g))
    if (/ checked/.test(tag)) form.append(/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  for (const [name, values] of Object.entries(answers)) {
    form.delete(name)
    for (const value of [values].flat()) form.append(name, value)
  }
  return form
}
