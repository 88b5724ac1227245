import type { Entry } from '../../shared/zip.ts'
import type { ScormEdition } from './data.ts'
import adlcp12 from './schemas/1.2/adlcp_rootv1p2.xsd' with { type: 'text' }
import imsXml from './schemas/1.2/ims_xml.xsd' with { type: 'text' }
import imscp12 from './schemas/1.2/imscp_rootv1p1p2.xsd' with { type: 'text' }
import adlcp from './schemas/2004/adlcp_v1p3.xsd' with { type: 'text' }
import adlnav from './schemas/2004/adlnav_v1p3.xsd' with { type: 'text' }
import adlseq from './schemas/2004/adlseq_v1p3.xsd' with { type: 'text' }
import datatypes from './schemas/2004/datatypes.dtd' with { type: 'text' }
import imscp from './schemas/2004/imscp_v1p1.xsd' with { type: 'text' }
import imsss from './schemas/2004/imsss_v1p0.xsd' with { type: 'text' }
import auxresource from './schemas/2004/imsss_v1p0auxresource.xsd' with { type: 'text' }
import control from './schemas/2004/imsss_v1p0control.xsd' with { type: 'text' }
import delivery from './schemas/2004/imsss_v1p0delivery.xsd' with { type: 'text' }
import limit from './schemas/2004/imsss_v1p0limit.xsd' with { type: 'text' }
import objective from './schemas/2004/imsss_v1p0objective.xsd' with { type: 'text' }
import random from './schemas/2004/imsss_v1p0random.xsd' with { type: 'text' }
import rollup from './schemas/2004/imsss_v1p0rollup.xsd' with { type: 'text' }
import seqrule from './schemas/2004/imsss_v1p0seqrule.xsd' with { type: 'text' }
import util from './schemas/2004/imsss_v1p0util.xsd' with { type: 'text' }
import xmlSchema from './schemas/2004/XMLSchema.dtd' with { type: 'text' }
import xml from './schemas/2004/xml.xsd' with { type: 'text' }
import notice from './schemas/NOTICE.md' with { type: 'text' }

/** What a manifest is checked against, beside it in the package as ADL and IMS ask (SCORM 1.2 CAM 2.3, SCORM 2004 4th Edition CAM 3.4), and whose it is. */
export const schemasOf: Record<ScormEdition, readonly Entry[]> = {
  '1.2': [
    ['adlcp_rootv1p2.xsd', adlcp12],
    ['ims_xml.xsd', imsXml],
    ['imscp_rootv1p1p2.xsd', imscp12],
    ['schemas-notice.txt', notice],
  ],
  '2004': [
    ['XMLSchema.dtd', xmlSchema],
    ['adlcp_v1p3.xsd', adlcp],
    ['adlnav_v1p3.xsd', adlnav],
    ['adlseq_v1p3.xsd', adlseq],
    ['datatypes.dtd', datatypes],
    ['imscp_v1p1.xsd', imscp],
    ['imsss_v1p0.xsd', imsss],
    ['imsss_v1p0auxresource.xsd', auxresource],
    ['imsss_v1p0control.xsd', control],
    ['imsss_v1p0delivery.xsd', delivery],
    ['imsss_v1p0limit.xsd', limit],
    ['imsss_v1p0objective.xsd', objective],
    ['imsss_v1p0random.xsd', random],
    ['imsss_v1p0rollup.xsd', rollup],
    ['imsss_v1p0seqrule.xsd', seqrule],
    ['imsss_v1p0util.xsd', util],
    ['xml.xsd', xml],
    ['schemas-notice.txt', notice],
  ],
}
