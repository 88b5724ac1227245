import type { Child } from 'hono/jsx'

export type SignIn = {
  /** The device and how it was signed in. */
  what: string
  /** Since when, last used when, and from where as far as it is known. */
  when: Child
  /** "This one", or what else is to be said of it. */
  state?: Child
  /** Ends it: one button, at once, for signing in again undoes it. */
  end: Child
}

/** Where someone is signed in, the one in use first, each with its end. */
export const SignIns = ({ signIns }: { signIns: readonly SignIn[] }) => (
  <ul class="sign-ins">
    {signIns.map(({ what, when, state, end }) => (
      <li>
        <div>
          <p>
            <b>{what}</b> {state}
          </p>
          <p class="small">{when}</p>
        </div>
        {end}
      </li>
    ))}
  </ul>
)
