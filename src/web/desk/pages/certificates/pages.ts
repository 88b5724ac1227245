import type { MemberPage } from '../../context/page.ts'
import { certificateFilePage, certificatePage } from './certificate.tsx'
import { findCertificatesPage } from './find.tsx'
import { eventCertificatesPage } from './of-event.tsx'

export const certificatePages: readonly MemberPage[] = [findCertificatesPage, certificatePage, certificateFilePage, eventCertificatesPage]
