import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { renderSVG } from 'uqr'
import type { DeskWords } from '../context/words.ts'

/** A secret in groups of four, as people read it out and type it. */
const Groups = ({ secret }: { secret: string }) => <>{(secret.replace(/[\s-]/g, '').match(/.{1,4}/g) ?? []).join(' ')}</>

type AuthenticatorProps = {
  /** `otpauth://…`, as an authenticator app reads it. */
  address: string
  secret: string
  /** What the picture is, for who does not see it. */
  alt: string
  /** What to do with the letters beside it. */
  children: Child
}

/** What an authenticator app needs: a code to scan, and the same secret in letters for who cannot. The code keeps its white ground by night. */
export const Authenticator = ({ address, secret, alt, children }: AuthenticatorProps) => (
  <div class="authenticator">
    <div class="qr" role="img" aria-label={alt}>
      {raw(renderSVG(address, { ecc: 'M', border: 4 }))}
    </div>
    <div class="flow">
      {children}
      <p>
        <code>
          <Groups secret={secret} />
        </code>
      </p>
    </div>
  </div>
)

/** Codes to print and keep. On paper are the codes and nothing else, so that a sheet that is found tells nobody what it opens. */
export const RecoveryCodes = ({ t, codes }: { t: DeskWords; codes: readonly string[] }) => (
  <>
    <ol class="codes">
      {codes.map((code) => (
        <li>
          <code>
            <Groups secret={code} />
          </code>
        </li>
      ))}
    </ol>
    <p class="small">{t('desk.print-codes')}</p>
  </>
)
