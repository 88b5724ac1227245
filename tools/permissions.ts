/**
 * Writes docs/reference/permissions.md from the permission table: `npm run permissions`. A test compares, so that whoever reads the document
 * reads what the database enforces.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { roles } from '../src/domain/access/roles.ts'
import { actions, type ObjectKind, objects, type Relation, relationsOf } from '../src/domain/access/table.ts'
import { objectTables } from '../src/store/policies/objects.ts'
import { appRights, unaudited } from '../src/store/policies/policies.ts'

export const permissionsFile = fileURLToPath(new URL('../docs/reference/permissions.md', import.meta.url))

/** What each object is. */
const meaning: Readonly<Record<ObjectKind, string>> = {
  partner: 'an organisation of the partnership, from the pack',
  person: 'somebody of a partner: whether they may come in, and until when',
  profile: 'their name, email and telephone',
  role: 'what somebody is, since when, and who gave it',
  invitation: 'a link by which somebody comes for the first time (never its secret)',
  'sign-in': 'where somebody is signed in (never the token)',
  passkey: 'a passkey by its name (never its key)',
  password: 'that somebody has a password with an authenticator app, and since when (never the password or the app’s secret)',
  'recovery-code': 'how many codes somebody has left (never the codes)',
  'work-account': 'the account at an organisation that somebody signs in with',
  shift: 'who was asked to be on call, and when',
  'shift-answer': 'whether they agreed',
  swap: 'a shift that somebody asks another to take',
  leave: 'days on which somebody cannot be on call',
  'on-call': 'who may be asked to be on call',
  'fact-check': 'what was found out about a fact of the pack',
  audit: 'who looked at, or changed, what is somebody’s',
  alarm: 'somebody read many things in a short time',
  key: 'the partnership’s key: who holds it, and whether it is open',
  'receiving-key': 'its public half, which what is received is sealed to',
  settings: 'how the desk is set up (never a password)',
  job: 'work that was to be done later: mail, reminders',
  intake: 'whether reports are taken in, and when somebody last opened the inbox',
  concern: 'what was reported, by what lists sort: town, sector, signs, times, state, owner (no words)',
  'concern-text': 'what the reporter wrote, sealed',
  'concern-note': 'a note of the desk, sealed',
  'concern-reply': 'a reply to the reporter, sealed',
  'concern-offer': 'a concern offered to somebody, until they accept or refuse',
  'concern-share': 'what of a concern was passed to a partner',
  'concern-link': 'that two concerns belong together, or that one was joined to another',
  'concern-apart': 'who is kept from a concern: a partner that it is about, or a person who stepped out',
  'concern-picture': 'a picture that came with a concern, sealed; one that may be an illegal image has nothing in it any more',
  'concern-identifier': 'a registration, number, email or address of a concern, sealed, and a keyed token to find the same again',
  'concern-intelligence': 'intelligence with its grading, its words sealed',
  'sharing-decision': 'a decision to share against what the reporter chose, and what a second person says of it',
  'share-answer': 'what a partner says of what was passed to it, sealed',
  'choice-change': 'the reporter chose otherwise later: what they said, sealed',
  'concern-hold': 'that a concern is kept whatever the rules say, and why, sealed',
  'erasure-request': 'that somebody asked to have a concern erased, why (an id of the pack), and the day on which the night does so',
  'access-request': 'that somebody asked for what is kept about them, when, and when they were answered',
  erasure: 'that a concern was erased, when and by which rule (no word of it)',
  organisation: 'where people work: a partner, or an organisation that somebody typed',
  'training-event': 'a training event: what, when, where, by whom, its code',
  'event-entry': 'a name on the list of an event, before and after it is confirmed (never an email)',
  'sheet-photo': 'a photo of the paper attendance sheet of an event, sealed',
  learner: 'somebody who was trained: name, organisation, what they do (never an email, nor its hash)',
  attendance: 'that somebody was taught, what, when, on which version of the course',
  standing: 'the newest version that somebody holds of each tier',
  certificate: 'a certificate: code, version, dates, whether it was withdrawn (never the hash of a name)',
  'register-release': 'that figures of the register were released: to the end of which quarter, when, by whom',
  'release-figure': 'a figure that was released; one of fewer than five people, or that would give one away, is hidden in it',
  'register-count':
    'true figures of the register, counted each morning: how many people, current or not, of which sector, organisation, tier and month',
  'head-count': 'how many people a partner says it has, and on which day',
  'same-person': 'two entries of the register that may be one person, and what was said of it',
  'learner-move': 'that something names somebody at a partner whom the register knows at another: the name as it was sent, and the day',
  'register-import': 'that a file was imported, by whom, its hash and counts',
  'learning-key':
    'that a partner’s learning system may say who did the course: which system, when the key was last used, how many statements came with it',
  'trainer-approval': 'that somebody may teach a part of the course, from when until when, and who said so',
}

/** Where a rule beside the table narrows what it says. */
const narrowed: Readonly<Partial<Record<ObjectKind, string>>> = {
  key: 'what is *own* is a coordinator’s, or theirs who may be on call. Nobody else can hold the key or open it, so **an administrator cannot**, unless they are one of these too. *remove* takes somebody’s key away, while it is open. It opens nothing',
  'receiving-key': '*add* puts the public half in its place. It opens nothing',
  'shift-answer': 'for a shift that one was asked to take, while one is on the list of who may be on call',
  swap: '*add* for one’s own shift; *change* for whoever asks (take it back) or is asked (answer)',
  'fact-check':
    '*change* of what was written: whoever wrote it, until it has been exported. A coordinator may withdraw it, and marks it as exported',
  role: 'the last administrator’s cannot be ended',
  passkey:
    'the last way in cannot be removed. Whoever adds or removes one, sets a password or makes new recovery codes has proved who they are in the last 15 minutes. So has whoever changes who holds the key',
}

const inWords: Readonly<Record<Relation, string>> = {
  any: 'all',
  own: 'own',
  offered: 'offered',
  'own-partner': 'own partner’s',
  listed: 'listed',
}

export const permissionsDocument = (): string => {
  const cell = (object: ObjectKind, action: (typeof actions)[number], role: (typeof roles)[number]): string => {
    const found = [...new Set([...relationsOf('everyone', object, action), ...relationsOf(role, object, action)])]
    if (found.includes('any')) return inWords.any
    return found.map((relation) => inWords[relation]).join(', ')
  }
  const rows = objects.flatMap((object) =>
    actions.flatMap((action) => {
      const cells = roles.map((role) => cell(object, action, role))
      return cells.some(Boolean) ? [`| ${object} | ${action} | ${cells.join(' | ')} |`] : []
    }),
  )
  return `# Who may do what

Made from \`src/domain/access/table.ts\` by \`npm run permissions\`. Do not edit. The row security of the database is made from the same table
(\`src/store/policies\`), and \`test/desk/permissions.test.ts\` tries every cell on the database. What stands in no cell is denied.

*all*: of everybody in the partnership · *own*: one’s own · *own partner’s*: of whoever works for the same partner · *listed*: of whoever is in the directory of members (SPOCs, coordinators, administrators, and who may be on call).

| object | may | ${roles.join(' | ')} |
|---|---|${roles.map(() => '---|').join('')}
${rows.join('\n')}

The table is the most that somebody may do. Pages may show less, and a second rule (in \`src/commands\`) narrows these:
${Object.entries(narrowed)
  .map(([what, rule]) => `- ${what}: ${rule}`)
  .join('\n')}

## What each object is
${objects.map((object) => `- **${object}**: ${meaning[object]}${objectTables[object] ? ` (table \`${objectTables[object].table}\`)` : ''}`).join('\n')}

## Who is not signed in yet
Signing in is done by the database role \`waymark_app\`, which sees people and their sign-ins, and no content. Its rights, and no others:
${Object.entries(appRights)
  .map(([table, rights]) => `- \`${table}\`: ${rights.join('; ')}`)
  .join('\n')}

## Changes that need no entry in the audit
Every other change of a program without one is refused by the database when the transaction ends.
${Object.entries(unaudited)
  .map(([table, why]) => `- \`${table}\`: ${why}`)
  .join('\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(permissionsFile, permissionsDocument())
