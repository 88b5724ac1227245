import { expect, it } from 'vitest'
import { beacon, row, service } from './fixtures.ts'
import { questionsOf } from './questions.ts'

const known = { free: { value: true }, anonymous: { value: false }, languages: { value: ['en'] } }

it.each([
  ['a line that is open day and night', service(known), ['number', 'hours-always']],
  [
    'hours that say nothing of bank holidays',
    service({ ...known, schedule: [row({ closes: '17:00', bank_holidays: 'unknown' })] }),
    ['number', 'hours', 'holidays'],
  ],
  ['no hours', service({ ...known, schedule: 'unknown' }), ['number', 'hours-unknown', 'holidays']],
  ['hours that were right once', beacon, ['number', 'hours-unknown', 'holidays', 'cost', 'languages', 'name']],
  ['no number', service({ ...known, phone: 'unknown', schedule: 'unknown' }), ['number-unknown', 'hours-unknown', 'holidays']],
  ['an interpreter', service({ ...known, languages: { value: 'unknown', interpreter: 'any' } }), ['number', 'hours-always']],
  ['an address to write to', service({ phone: null, email: 'a@b.example', schedule: 'unknown' }), ['email']],
  ['texts', service({ ...known, sms: { dial: '61016', note: '' } }), ['number', 'text', 'hours-always']],
  ['a form', service({ phone: null, url: 'https://a.example/', schedule: 'unknown' }), ['address']],
])('of %s is asked what may have changed and what is not known', (_, of, questions) => {
  expect(questionsOf(of)).toEqual(questions)
})
