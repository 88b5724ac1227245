import type { Certificate } from '../../../../commands/register/certificates.ts'
import { certificatesOf, type Held } from '../../../../press/kinds/certificate/data.ts'
import { PressFault } from '../../../../press/shared/kind.ts'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member } from '../../context/page.ts'

const heldOf = ({ code, tier, taught, learnt, ends, gave, update, demonstration, holder }: Certificate): Held[] =>
  holder ? [{ code, tier, taught, learnt, ends, gave, update, demonstration, name: holder.name, organisation: holder.organisation }] : []

/** One that is to be handed out: it says what is so. Who is called something else now is given one that is made again. */
export const canPrint = ({ withdrawn, replacedBy, renewedBy, holder }: Certificate): boolean =>
  !withdrawn && !replacedBy && !renewedBy && holder !== null && holder.changed !== 'name'

/** Certificates as one PDF, one a page; or a page that says which letter cannot be printed. */
export const printed = async (
  { desk, t }: Member,
  certificates: readonly Certificate[],
  back: { href: string; text: string },
): Promise<Answer> => {
  const output = certificatesOf(desk.parts.pack, desk.installation.site, certificates.filter(canPrint).flatMap(heldOf))
  try {
    return { file: { content: await desk.draw(output), type: 'application/pdf', name: output.file } }
  } catch (error) {
    const letter = error instanceof PressFault ? error.fault.letter : null
    return {
      status: letter ? 409 : 503,
      title: t('certificates.title'),
      body: (
        <>
          <PageHead title={t('certificates.title')} back={back} />
          <Message
            kind="wrong"
            id="drawing"
            heading={letter ? t('certificate-fault.letter', { letter }) : t('certificate-fault.drawing')}
          />
        </>
      ),
    }
  }
}
