import { attributes, type Common, type Content, classNames, contentOf } from './attributes.ts'

export type SkipLinkParams = Common & Content & { href?: string | undefined }

/** govuk-frontend `skip-link`; params: `components/skip-link/macro-options.json`. */
export function SkipLink(params: SkipLinkParams) {
  const own = { href: params.href || '#content', class: classNames('govuk-skip-link', params.classes) }
  return <a {...attributes(own, params.attributes, { 'data-module': 'govuk-skip-link' })}>{contentOf(params)}</a>
}
