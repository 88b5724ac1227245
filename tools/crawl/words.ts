import { asForm, type Client } from './client.ts'
import { eachOf, origin } from './http.ts'

/** What people type, in other scripts, wrongly spelled, too much of it, and nothing. */
const typed = [
  '',
  ' ',
  'help',
  'hotel',
  'car wash',
  'nail bar',
  'brothel',
  'NRM',
  'nrm referral',
  'patient says no',
  'custody',
  'no recourse',
  'PACE',
  'section 45',
  'section 17',
  'cuckooing',
  'county lines',
  'child',
  'my passport was taken',
  'they keep my wages',
  'slavery helpline',
  '999',
  '101',
  '55',
  '08000 121 700',
  'duty to notify',
  'first responder',
  'poster',
  'leaflet polish',
  'training',
  'elearning',
  'easy read',
  'interpreter',
  'leave to remain',
  'asylum',
  'hmo',
  'gangmaster',
  'domestic',
  'traffiking',
  'slavry',
  'polise',
  'العمل القسري',
  'ayuda',
  'pomoc',
  'помощь',
  '帮助',
  'giúp',
  'trợ giúp',
  'ajutor',
  'ndihmë',
  '🙂',
  '<script>alert(1)</script>',
  '" OR 1=1',
  '%',
  'a',
  'the',
  'zzzzzzzz',
  'how do I report a concern about someone who may be exploited at a farm',
  'x'.repeat(300),
  'child '.repeat(80),
  'a\u0000b',
  'e\u0301',
]

export const search = async (client: Client, headings: readonly string[]): Promise<void> => {
  const queries = [...new Set([...typed, ...headings.slice(0, 80)])]
  await eachOf(queries, 4, async (query) => {
    await client.post(`search ${JSON.stringify(query)}`, '/search', new URLSearchParams({ q: query }))
  })
  await client.post('search twice', '/search', 'q=hotel&q=farm')
  await client.post('search packed', '/search', 'q=hotel', { 'accept-encoding': 'gzip' })
}

const organisations: Record<string, string>[] = [
  {},
  { name: 'Example House', lead: '', number: '' },
  { name: '', lead: 'Duty manager', number: '01632 960999' },
  { name: '999', lead: '999', number: '999' },
  { name: 'Example House', lead: 'Duty manager', number: '0871 123 4567' },
  { name: 'Example House', lead: 'call 999', number: '+44 00 800 12' },
  { name: 'x'.repeat(200), lead: 'x'.repeat(200), number: '0'.repeat(40) },
  { name: '<b>A</b>', lead: '&amp;', number: '01632 960 999 ' },
  { name: 'A\u202eB', lead: '\u0000', number: '０１６３２' },
  { name: 'Police', lead: 'Police', number: '101' },
]
const boundary = 'one-boundary'

/** The form for an organisation's own pack, filled in wrongly, and once rightly where `make`: that takes some seconds. */
export const askForPack = async (client: Client, make: boolean): Promise<void> => {
  const target = '/resources/your-pack'
  const type = `multipart/form-data; boundary=${boundary}`
  const send = (name: string, body: string, contentType = type) =>
    client.post(`your-pack ${name}`, target, body, { ...asForm, origin, 'content-type': contentType })
  for (const [index, values] of organisations.entries()) {
    await client.post(`your-pack ${index} as text`, target, new URLSearchParams(values))
    await send(`${index} in parts`, parts(values))
    await send(`${index} with no logo`, parts(values, ''))
  }
  await send('with a logo that is none', parts({ name: '', lead: 'a' }, 'this is text'))
  await send('with ten fields', parts(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`f${i}`, 'a']))))
  await send('with a long field', parts({ name: 'x'.repeat(2000) }))
  await send('cut short', parts({ name: 'a' }).slice(0, -20))
  await send('with another boundary', parts({ name: 'a' }), 'multipart/form-data; boundary=another')
  if (!make) return
  await client.post('your-pack made', target, new URLSearchParams({ name: 'Example House', lead: 'Duty manager', number: '01632 960999' }))
  await send(
    'with a logo that cannot be read',
    parts({ name: 'Example House', lead: 'Duty manager', number: '01632 960999' }, '\u0089PNG\r\n'),
  )
}

const parts = (values: Readonly<Record<string, string>>, logo?: string): string => {
  const part = (name: string, text: string, more = ''): string =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`
  const fields = Object.entries(values).map(([name, text]) => part(name, text))
  const file = logo === undefined ? '' : part('logo', logo, `; filename="${logo ? 'logo.png' : ''}"`)
  return `${fields.join('')}${file}--${boundary}--\r\n`
}
