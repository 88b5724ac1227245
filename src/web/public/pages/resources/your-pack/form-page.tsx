import { raw } from 'hono/html'
import { pageAddress } from '../../../../../content/page-ids.ts'
import { heaviestLogo, longestName } from '../../../../../domain/training-provider/training-provider.ts'
import { Problems } from '../../../../components/problems.tsx'
import type { RenderContext } from '../../../../context/types.ts'
import { Button } from '../../../../govuk/button.tsx'
import { FileUpload } from '../../../../govuk/file-upload.tsx'
import { Input } from '../../../../govuk/input.tsx'
import { Masthead } from '../../../layout/masthead.tsx'
import type { PageContent, PageParts } from '../../../layout/page.ts'

export const yourPackAddress = pageAddress('your-pack')

export type OwnField = 'name' | 'lead' | 'number' | 'logo'
/** What was sent and cannot be taken as it is. A fault of no field belongs to the whole form. */
export type Sent = {
  values: Readonly<Record<'name' | 'lead' | 'number', string>>
  /** Was a logo sent with it? It is not sent back: it must be chosen again. */
  logo: boolean
  faults: readonly { field: OwnField | null; text: string }[]
}

const head = ({ locale }: RenderContext): Pick<PageParts, 'title' | 'description' | 'path' | 'exit' | 'rest'> => {
  const page = locale.pack.pages.get('your-pack')
  return { title: page?.title ?? '', description: page?.description ?? '', path: yourPackAddress, exit: page?.exit ?? true, rest: true }
}

/** The form: empty, or as it was sent with what is wrong. */
export const yourPackParts = (context: RenderContext, sent?: Sent): PageParts => {
  const { locale } = context
  const { t, pack, markdown } = locale
  const page = pack.pages.get('your-pack')
  const faults = sent?.faults ?? []
  const message = (field: OwnField) => {
    const text = faults.find((fault) => fault.field === field)?.text
    return text ? { errorMessage: { text, visuallyHiddenText: t('check.error-prefix') } } : {}
  }
  // A browser does not hand a file over twice; where the file is at fault another one is asked for anyway.
  const again = sent?.logo && !faults.some(({ field }) => field === 'logo')
  const hint = t('your-pack.logo-hint', { megabytes: heaviestLogo / 2 ** 20 })
  const parts = head(context)
  return {
    ...parts,
    title: faults.length ? `${t('check.error-prefix')}: ${parts.title}` : parts.title,
    faulty: faults.length > 0,
    form: 'your-pack',
    waits: true,
    body: (
      <>
        {sent ? null : <Masthead locale={locale} title={page?.title} lead={page?.lead} drawing={page?.drawing} />}
        <div class="wrap body">
          <div class="question">
            <Problems locale={locale} errors={faults.map(({ field, text }) => ({ text, href: `#${field ?? 'make'}` }))} />
            {sent ? (
              <div class="head">
                <h1>{page?.title}</h1>
              </div>
            ) : (
              <div class="prose">{raw(markdown.page(page?.body ?? '').html)}</div>
            )}
            <form method="post" action={yourPackAddress} enctype="multipart/form-data" novalidate class="own intro">
              <Input
                name="name"
                value={sent?.values.name}
                label={{ text: t('your-pack.name') }}
                autocomplete="organization"
                attributes={{ maxlength: longestName }}
                {...message('name')}
              />
              <Input
                name="lead"
                value={sent?.values.lead}
                label={{ text: t('your-pack.lead') }}
                hint={{ text: t('your-pack.lead-hint') }}
                autocomplete="off"
                spellcheck={false}
                attributes={{ maxlength: longestName }}
                {...message('lead')}
              />
              <Input
                name="number"
                type="tel"
                classes="govuk-input--number"
                value={sent?.values.number}
                label={{ text: t('your-pack.number') }}
                hint={{ text: t('your-pack.number-hint') }}
                autocomplete="off"
                {...message('number')}
              />
              <FileUpload
                name="logo"
                label={{ text: t('your-pack.logo') }}
                hint={{ text: again ? `${t('your-pack.logo-again')} ${hint}` : hint }}
                attributes={{ accept: 'image/png,image/jpeg' }}
                {...message('logo')}
              />
              <p>{t('your-pack.takes')}</p>
              <Button id="make" text={t('your-pack.make')} />
              <p role="status" data-making={t('your-pack.making')} data-made={t('your-pack.made')} />
            </form>
          </div>
        </div>
      </>
    ),
  }
}

/** Where no program reads a form: who can make the files. */
export const yourPackOnRequest = (context: RenderContext): PageContent => {
  const { locale } = context
  const { t, pack } = locale
  const page = pack.pages.get('your-pack')
  return {
    ...head(context),
    body: (
      <>
        <Masthead locale={locale} title={page?.title} lead={page?.description} drawing={page?.drawing} />
        <div class="wrap body">
          <div class="prose">
            <p>{t('your-pack.still')}</p>
          </div>
        </div>
      </>
    ),
  }
}
