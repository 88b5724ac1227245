/**
 * Has the browser make or use a passkey for a form with `data-passkey="register"` or `"sign-in"`: on its button it does what the field
 * `options` asks, puts the answer into the field `answer` and sends the form. Nothing is asked of the server meanwhile, because Safari
 * lets a ceremony begin only in the same moment as the click.
 *
 * Of a browser that cannot, `[data-passkey-without]` stays in sight, as it does without script, and the button stays hidden. When the
 * person cancels or the device refuses, `[data-passkey-failed]` comes into sight, and is heard if it is an alert.
 */
const begin = (form: HTMLFormElement): void => {
  const [button, without, failed] = [
    form.querySelector('button'),
    form.querySelector<HTMLElement>('[data-passkey-without]'),
    form.querySelector<HTMLElement>('[data-passkey-failed]'),
  ]
  const [options, answer] = ['options', 'answer'].map((name) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`))
  if (!button || !options || !answer) return
  let asking = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (asking) return
    asking = true
    if (failed) failed.hidden = true
    void ask(form.dataset.passkey, options.value)
      .then((said) => {
        answer.value = said
        form.submit()
      })
      .catch(() => {
        if (failed) failed.hidden = false
      })
      .finally(() => {
        asking = false
      })
  })
  if (without) without.hidden = true
  button.hidden = false
}

const ask = async (what: string | undefined, options: string): Promise<string> => {
  const json = JSON.parse(options)
  const made = await (what === 'register'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) }))
  const { id, type, response } = made as PublicKeyCredential
  // Read one by one: where a password manager stands in for the browser, `toJSON` ends in "Illegal invocation" (dotnet/aspnetcore 62916).
  const fields = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'] as const
  const read = response as Partial<Record<(typeof fields)[number], ArrayBuffer | null>>
  return JSON.stringify({
    id,
    rawId: id,
    type,
    response: Object.fromEntries(fields.flatMap((name) => (read[name] ? [[name, base64url(read[name])]] : []))),
  })
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replaceAll('=', '')

// A browser from before 2025 has no such function, and none has it on a page that is not on https or localhost.
if ('parseCreationOptionsFromJSON' in (window.PublicKeyCredential ?? {}))
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) begin(form)
