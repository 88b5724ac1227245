import { randomUUID } from 'node:crypto'
import { checkCertificate } from '../../../commands/attend/check-certificate.ts'
import { countAnswers } from '../../../commands/attend/count-answers.ts'
import { type Due, readDue, renewCertificate } from '../../../commands/attend/update-certificate.ts'
import { typedCertificateCode } from '../../../domain/register/codes.ts'
import { plainName } from '../../../domain/register/names.ts'
import { type Lesson, lessonOf, mustConfirm } from '../../../domain/training/lesson.ts'
import { isRight } from '../../components/questions.tsx'
import { updateAddress } from '../../context/training-addresses.ts'
import { answersIn } from '../../forms/answers.ts'
import type { Form, FormAnswer } from '../../forms/form.ts'
import type { CertificateTyped } from '../certificate-form.tsx'
import type { FramedPage } from '../frame.ts'
import type { AttendTools } from '../tools.ts'
import { type UpdateCarried, updateCarrier } from './carried.ts'
import { checkPage, donePage, lessonPage } from './lesson-pages.tsx'
import { askPage, duePage, type UpdateFault } from './pages.tsx'

const longestName = 120

/** What /training/update gives and takes: a certificate and its holder's name, what is new, the check, and it is renewed. No account, no cookie, no script. */
export const updatePages = ({
  parts,
  sealer,
  frame,
  context,
}: AttendTools): { ask(code: string | null): Promise<FormAnswer>; form: Form<UpdateCarried> } => {
  const carrier = updateCarrier(sealer)
  const say = (status: number, page: FramedPage): FormAnswer => ({
    ...{ status, page: frame(page) },
    ...(status === 503 ? { retryAfter: 60 } : {}),
  })
  const ask = (typed: CertificateTyped, ...faults: readonly UpdateFault[]): FormAnswer =>
    say(faults.length ? (faults.includes('gone') ? 503 : 400) : 200, askPage(context(), typed, faults))

  const begin = async (typed: CertificateTyped): Promise<FormAnswer> => {
    const code = typedCertificateCode(typed.code)
    const name = plainName(typed.name)
    const ofName: UpdateFault | null = name ? ([...name].length > longestName ? 'name-long' : null) : 'name'
    if (!code) return ask(typed, 'code', ...(ofName ? [ofName] : []))
    if (ofName) return ask(typed, ofName)
    const due: Due | { fault: 'not-found' | 'gone' } = await readDue(parts, { code, name })
    if ('fault' in due) return ask(typed, due.fault)
    if (due.due !== 'lesson') return say(200, duePage(context(), due, code))
    const { lesson, endsOn } = due
    const { from, to, tier } = lesson
    const carried = { entry: randomUUID(), code, name, tier: tier.id, from, to, ends: endsOn?.toString() ?? '' }
    return say(200, lessonPage(context(), lesson, carrier.keep(carried)))
  }

  /** The lesson that a page is of; null: what is taught has changed since it was made, or it is no page of ours. */
  const lessonIn = ({ tier: id, from, to }: UpdateCarried): Lesson | null => {
    const { course } = parts.pack()
    const tier = course.tiers.find((one) => one.id === id)
    return tier && to === course.taught ? lessonOf(course, tier, from) : null
  }

  return {
    ask: async (code) => ask({ code: code?.slice(0, 40) ?? '', name: '' }),
    form: {
      ...{ path: updateAddress, cacheControl: 'no-store', carrier },
      answer: async ({ fields, carried }) => {
        const step = fields.choice('do', ['begin', 'lesson', 'check', 'answer'])
        if (step === 'begin' || step === null)
          return begin({ code: fields.text('code', 40) ?? '', name: (fields.text('name', 400) ?? '').trim() })
        const lesson = carried?.entry ? lessonIn(carried) : null
        if (!carried || !lesson) return ask({ code: '', name: '' }, 'late')
        const its = context()
        const sealed = carrier.keep(carried)
        if (step === 'lesson') return say(200, lessonPage(its, lesson, sealed))
        const items = lesson.parts.flatMap(({ questions }) => questions)
        if (step === 'check') return say(200, checkPage(its, { lesson, items, sealed }))
        const answers = answersIn(fields, items)
        const read = fields.choice('read', ['yes']) === 'yes'
        const whole = answers.size === items.length && (read || !mustConfirm(lesson))
        if (answers.size === items.length)
          await countAnswers(
            parts,
            carried.code,
            items.map((item) => ({ question: item.id, version: lesson.to, right: isRight(item, answers) })),
          )
        if (!whole || !items.every((item) => isRight(item, answers)))
          return say(whole ? 200 : 400, checkPage(its, { lesson, items, sealed, answers, read }))
        const renewed = await renewCertificate(parts, carried)
        if ('fault' in renewed) return ask({ code: '', name: '' }, renewed.fault === 'gone' ? 'gone' : 'late')
        const { code } = renewed.done
        const made = code === null ? null : await checkCertificate(parts, { code, name: '' })
        const certificate = made && 'fault' in made ? null : made
        return say(200, donePage(its, { ...carried, tier: lesson.tier.name, code, certificate }))
      },
    },
  }
}
