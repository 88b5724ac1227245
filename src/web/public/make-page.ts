import type { Language } from '../../domain/languages/language.ts'
import { nextChange } from '../../domain/services/arrange.ts'
import { since } from '../../domain/time/validity.ts'
import { renderContext } from '../context/render-context.ts'
import type { RenderContext } from '../context/types.ts'
import type { Fresh } from '../http/page-cache.ts'
import type { PageParts, SitePage } from './layout/page.ts'
import { documentOf } from './layout/shell.tsx'
import { withoutForm } from './layout/without-form.tsx'
import { partsOf } from './pages-of.ts'

/**
 * Makes a page for an instant, and says until when it holds: the next change of a line that it shows, midnight or the end of the minute if
 * it states the day or the minute, ten seconds while a file that it names is being made. None holds before it was made.
 */
export const makePage = (page: SitePage, now: Temporal.Instant, reads: Language | null = null): Fresh => {
  const { resources } = page.locale.site
  const context = renderContext(page.locale, now, reads)
  const [waited, asked] = [resources.waits(), resources.asks()]
  // First of all: components ask for states and files only as they are rendered.
  const body = bodyOf(context, partsOf(page, context))
  const states = [...context.asked].map((id) => context.stateOf(id))
  const saysDay = page.holds === 'day' || resources.asks() > asked || states.some(({ until, opens }) => until ?? opens)
  const ends = [
    nextChange(states, now),
    saysDay ? context.local.startOfDay().add({ days: 1 }).toInstant() : null,
    page.holds === 'minute' ? nextMinute(now) : null,
    resources.waits() > waited ? now.add({ seconds: 10 }) : null,
  ]
  return { body, valid: since(now, earliest(ends)) }
}

/** A site of files has no reader of forms: a page with one gives way to one that says so, and whom to call. A template's form is for a script. */
const bodyOf = (context: RenderContext, parts: PageParts): string => {
  const document = documentOf(context, parts, true)
  const unread =
    context.locale.site.publishing.static && /<form\b/.test(document.replace(/<template\b(?:(?!<template\b).)*?<\/template>/gs, ''))
  return unread ? documentOf(context, withoutForm(context, parts), true) : document
}

const earliest = (instants: readonly (Temporal.Instant | null)[]): Temporal.Instant | null =>
  instants.filter((instant) => instant !== null).sort(Temporal.Instant.compare)[0] ?? null

const nextMinute = (now: Temporal.Instant): Temporal.Instant =>
  now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).add({ minutes: 1 })
