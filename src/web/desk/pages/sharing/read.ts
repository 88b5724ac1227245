import { readSharing, type SharingPage } from '../../../../commands/concerns/sharing/read-sharing.ts'
import type { Answer, Member } from '../../context/page.ts'
import { sealedPage } from '../concerns/sealed-page.tsx'

/** What is known of sharing this concern, or the page that says why it cannot be read now. */
export const sharingOf = async (member: Member): Promise<{ page: SharingPage } | { answer: Answer }> => {
  const read = await member.perform(readSharing, { concern: member.param('id') })
  return 'fault' in read ? { answer: sealedPage(member, read.fault) } : { page: read.done }
}

/** The fault of a command that only the key can mend. */
export const isSealedFault = (fault: string): fault is 'key-closed' | 'erased' | 'damaged' =>
  fault === 'key-closed' || fault === 'erased' || fault === 'damaged'
