import { renderSVG } from 'uqr'
import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import type { CertificateData } from './data.ts'
import layout from './layout.typ' with { type: 'text' }

/** Each sheet has a code of its own to scan. */
export const make: Make<CertificateData> = async (output, tools) => {
  const sheets = output.data.sheets.map((sheet) => ({ ...sheet, square: renderSVG(sheet.checkAt, { ecc: 'M', border: 0 }) }))
  const data = { ...output.data, sheets }
  return setPdf({ ...output, data }, tools, layout)
}
