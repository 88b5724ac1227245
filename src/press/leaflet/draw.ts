import { renderSVG } from 'uqr'
import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import { layout } from './layout.ts'
import type { LeafletData } from './leaflet.ts'

export const make: Make<LeafletData> = async (output, tools) =>
  setPdf({ ...output, data: { ...output.data, code: renderSVG(output.data.address, { ecc: 'M', border: 0 }) } }, tools, layout)
