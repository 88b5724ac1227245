import { dayOf, prepareCertificate, showCertificate } from './certificate.ts'
import { beginLms } from './lms.ts'
import { type Asked, fresh, type Progress, recall, resultOf } from './record.ts'
import type { Spoken } from './spoken.ts'

/** Shows one part at a time, checks answers, and tells the learning system. Everything that it says stands in the page. */
const all = <T extends HTMLElement>(selector: string, within: ParentNode = document): T[] => [...within.querySelectorAll<T>(selector)]
const one = <T extends HTMLElement>(selector: string, within: ParentNode = document): T | null => within.querySelector<T>(selector)

const words = JSON.parse(document.body.dataset.words ?? '{}') as Spoken
const toDo = (ids: readonly string[]): string => words.toDo.replace('{parts}', () => ids.map(titleOf).join('; '))

const parts = all('section.part')
const titleOf = (id: string): string => one('h2', document.getElementById(id) ?? document)?.textContent?.trim() ?? ''
const questionsOf = (part: ParentNode) => all<HTMLFieldSetElement>('fieldset[data-item]', part)
const asked: Asked = {
  learnt: document.body.dataset.learnt ?? '',
  parts: parts.map(({ id }) => id),
  checks: Object.fromEntries(
    parts.flatMap((part) => {
      const items = questionsOf(part).map(({ dataset }) => [dataset.item ?? '', dataset.right ?? ''] as const)
      return items.length ? [[part.id, Object.fromEntries(items)]] : []
    }),
  ),
  pass: Number(document.body.dataset.pass),
}

const began = Date.now()
const lms = beginLms(window, asked.learnt)
let progress: Progress = lms ? recall(lms.kept, asked) : fresh

const status = one('#said')
const announce = (text: string): void => {
  if (status) status.textContent = text
}
const showText = (at: HTMLElement | null, text: string): void => {
  if (!at) return
  at.textContent = text
  at.hidden = text === ''
}

const record = (change: Partial<Progress>): void => {
  progress = { ...progress, ...change }
  if (progress.passed === null && resultOf(progress, asked).outcome === 'passed') progress = { ...progress, passed: dayOf(new Date()) }
  const result = resultOf(progress, asked)
  if (lms && !lms.tell(progress, result)) showText(one('#kept'), words.notSaved)
  for (const link of all<HTMLAnchorElement>('nav ol a')) {
    const id = link.hash.slice(1)
    const here = id === progress.at
    if (here) link.setAttribute('aria-current', 'step')
    else link.removeAttribute('aria-current')
    const state = link.parentElement && one('.state', link.parentElement)
    if (state) state.textContent = here ? words.here : result.left.includes(id) ? '' : words.seen
  }
  showText(one('#place'), words.place[asked.parts.indexOf(progress.at)] ?? '')
  showText(one('.part:last-of-type > .result'), lastWord())
  // Where one passes: at the end, or in a check that is answered again.
  const isEnd = progress.at === asked.parts.at(-1) || progress.at in asked.checks
  showCertificate(isEnd && result.outcome === 'passed' ? progress.passed : null)
}

/** What the foot of the last part says: passed, failed, or what is left to do. */
const lastWord = (): string => {
  const { right, left, outcome } = resultOf(progress, asked)
  if (left.length) return toDo(left)
  return outcome === 'passed' ? words.done : (words.failed[right] ?? '')
}

const show = (id: string, focus: boolean): void => {
  const part = parts.find((each) => each.id === id) ?? parts[0]
  if (!part) return
  for (const each of parts) each.hidden = each !== part
  // A check is done when it is answered; every other part when it is opened.
  record({ at: part.id, seen: [...new Set([...progress.seen, part.id])] })
  if (!focus) return
  window.scrollTo(0, 0)
  one('h2', part)?.focus()
}

/** A link to a part, or to a place in one that may be hidden. */
const follow = (focus: boolean): boolean => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const part = target?.closest<HTMLElement>('section.part')
  if (!target || !part) return false
  show(part.id, focus && target === part)
  if (target !== part) target.scrollIntoView()
  return true
}

const chosenIn = (question: HTMLElement): HTMLInputElement | null => one<HTMLInputElement>('input:checked', question)

/** Shows the reasons of a check that was answered, or takes them away. */
const reveal = (form: HTMLFormElement, answered: boolean): void => {
  for (const question of questionsOf(form)) {
    const reasons = one<HTMLDetailsElement>('details.why', question)
    if (reasons) {
      reasons.hidden = !answered
      reasons.open = answered
    }
    const chosen = chosenIn(question)
    for (const row of all('[data-choice]', question)) {
      const yours = one('.yours', row)
      if (yours) yours.hidden = !answered || row.dataset.choice !== chosen?.value
    }
    for (const input of all<HTMLInputElement>('input', question)) input.disabled = answered
  }
  const submit = one('button[type=submit]', form)
  const again = one('button[type=reset]', form)
  if (submit) submit.hidden = answered
  if (again) again.hidden = !answered
}

/** Says how a check went; while another is left, of this one alone. */
const tellResult = (form: HTMLFormElement, part: string, focus: boolean): void => {
  const { right, needed } = resultOf(progress, asked)
  const open = Object.keys(asked.checks).filter((id) => !progress.checked.includes(id))
  const questions = questionsOf(form)
  const here = questions.filter((question) => chosenIn(question)?.value === question.dataset.right).length
  const text = open.length
    ? `${words.ofCheck[part]?.[here] ?? ''} ${toDo(open)}`
    : ((progress.passed !== null || right >= needed ? words.passed : words.failed)[right] ?? '')
  const at = one('.result', form)
  showText(at, text)
  if (focus) at?.focus()
}

const answer = (form: HTMLFormElement, part: HTMLElement): void => {
  const questions = questionsOf(form)
  const missing = questions.filter((question) => !chosenIn(question))
  for (const question of questions) {
    const lacks = missing.includes(question)
    const told = one('.choose', question)
    if (told) told.hidden = !lacks
    if (lacks && told) question.setAttribute('aria-describedby', told.id)
    else question.removeAttribute('aria-describedby')
  }
  const wrong = one('.wrong', form)
  if (wrong) wrong.hidden = missing.length === 0
  if (missing[0]) {
    wrong?.focus()
    return
  }
  const given = Object.fromEntries(questions.map((question) => [question.dataset.item ?? '', chosenIn(question)?.value ?? '']))
  lms?.answered(
    questions.map((question) => ({
      question: question.dataset.item ?? '',
      asked: question.dataset.asked ?? '',
      choices: all<HTMLInputElement>('input', question).map(({ value }) => value),
      chosen: chosenIn(question)?.value ?? '',
      right: question.dataset.right ?? '',
    })),
    document.documentElement.lang,
  )
  record({ answers: { ...progress.answers, ...given }, checked: [...new Set([...progress.checked, part.id])] })
  reveal(form, true)
  tellResult(form, part.id, true)
}

for (const part of parts) {
  const form = one<HTMLFormElement>('form.check', part)
  if (!form) continue
  const acts = one('.acts', form)
  if (acts) acts.hidden = false
  const answered = progress.checked.includes(part.id)
  if (answered)
    for (const question of questionsOf(form))
      for (const input of all<HTMLInputElement>('input', question)) input.checked = progress.answers[input.name] === input.value
  reveal(form, answered)
  if (answered) tellResult(form, part.id, false)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    answer(form, part)
  })
  form.addEventListener('reset', () => {
    record({ checked: progress.checked.filter((id) => id !== part.id) })
    showText(one('.result', form), '')
    // The fields are empty only after this event.
    setTimeout(() => {
      reveal(form, false)
      one<HTMLInputElement>('input', form)?.focus()
    })
  })
}

let left = false
const leave = (): void => {
  if (left) return
  left = true
  lms?.leave(resultOf(progress, asked), Date.now() - began)
}
window.addEventListener('pagehide', leave)
window.addEventListener('beforeunload', leave)
// A page that comes back out of the browser's memory has said goodbye already: it begins anew.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
window.addEventListener('hashchange', () => follow(true))

// On a phone the list of parts would push the part itself off the screen.
const list = one<HTMLDetailsElement>('nav details')
if (list) list.open = matchMedia('(min-width: 60rem)').matches
document.body.classList.add('stepped')
prepareCertificate()
showText(one('#kept'), lms ? words.kept : words.notKept)
const from = progress.at
if (from) {
  show(from, true)
  announce(words.resumed)
} else if (!follow(false)) show(asked.parts[0] ?? '', false)
