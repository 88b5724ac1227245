import { attributes, type Common, type Content, classNames, contentOf } from './attributes.ts'

export type BackLinkParams = Common & Content & { href?: string | undefined }

/** govuk-frontend `back-link`; params: `components/back-link/macro-options.json`. Pass the words: the default is English. */
export function BackLink(params: BackLinkParams) {
  const own = { href: params.href || '#', class: classNames('govuk-back-link', params.classes) }
  return <a {...attributes(own, params.attributes)}>{contentOf(params) || 'Back'}</a>
}
