/**
 * Lists of made-up people, written by the rules of the programs that export them. Moodle: report/progress/index.php and
 * report/completion/index.php with lib/csvlib.class.php of its own source. Teams and ESR: as those who read their files describe them
 * (nobody has published the layout), so tests say "like".
 */

export type Pupil = { name: string; email: string; number?: string }

export const pupils: readonly Pupil[] = [
  { name: 'Abi Lychgate', email: 'abi.lychgate@example.org', number: '20110001' },
  { name: 'Łukasz Wójcik', email: 'lukasz.wojcik@example.org', number: '20110002' },
  { name: 'محمّد الأحمد', email: 'm.alahmad@example.org', number: '20110003' },
  { name: "Siân O'Fford, the younger", email: 'sian.offord@example.org', number: '20110004' },
]

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

/** csv_quote: a quotation mark inside becomes an apostrophe. */
const moodleQuoted = (cells: readonly string[], separator: string): string =>
  cells.map((cell) => `"${cell.replaceAll('"', "'")}"`).join(separator)

/** Activity completion: the column of names has no name, each activity has two columns. `excel`: UTF-16LE, tabs. */
export const moodleActivities = (
  people: readonly (Pupil & { state: string; on: string })[],
  activity: string,
  { excel = false, due = '' } = {},
): Buffer => {
  const separator = excel ? '\t' : ','
  const rows = [['', 'Email address', activity, due], ...people.map(({ name, email, state, on }) => [name, email, state, on])]
  const text = `${rows.map((row) => moodleQuoted(row, separator)).join('\n')}\n`
  return excel ? utf16(text) : Buffer.from(text)
}

/** Course completion: an activity and its day, then the day on which the course was complete, in the site's short form. */
export const moodleCourse = (people: readonly (Pupil & { on: string })[], activity: string): Buffer =>
  Buffer.from(
    [
      ['Id', 'Name', 'Email address', activity, `${activity} - Completion date`, 'Course complete'],
      ...people.map(({ name, email, on }, at) => [String(at + 7), name, email, on ? 'Completed' : 'Not completed', on, on]),
    ]
      .map((row) => `${moodleQuoted(row, ',')}\n`)
      .join(''),
  )

/** Like the attendance report of a Teams meeting: three parts; who left and came again stands twice in the last. */
export const teamsReport = (people: readonly Pupil[]): Buffer => {
  const row = ({ name, email }: Pupil, role: string): string =>
    [name, '11/24/26, 9:58:12 AM', '11/24/26, 11:26:03 AM', '1h 27m 51s', email, email, role].join('\t')
  const [organiser, ...others] = people
  const head = 'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole'
  return utf16(
    [
      '1. Summary',
      'Meeting title\tSpot the signs',
      `Attended participants\t${people.length}`,
      'Start time\t11/24/26, 9:55:00 AM',
      '',
      '2. Participants',
      head,
      ...(organiser ? [row(organiser, 'Organizer')] : []),
      ...others.map((one) => row(one, 'Presenter')),
      ['A visitor (Guest)', '11/24/26, 10:01:00 AM', '11/24/26, 11:26:03 AM', '1h 25m 3s', '', '', 'Presenter'].join('\t'),
      '',
      '3. In-Meeting Activities',
      'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
      ...people.map(({ name, email }) => [name, '11/24/26, 9:58:12 AM', '11/24/26, 10:10:00 AM', '11m 48s', email, 'Presenter'].join('\t')),
      '',
    ].join('\r\n'),
  )
}

/** Like a list out of ESR: competences, and when each runs out. Whoever last changed a row is not the learner. */
export const esrList = (people: readonly (Pupil & { expires: string; competence: string })[]): Buffer =>
  Buffer.from(
    [
      'Employee Number,Employee Name,Organisation,Competence Name,Expiry Date,Last Updated By',
      ...people.map(
        ({ name, number = '', competence, expires }) => `${number},"${name}",Watford General,${competence},${expires},"Gate, Hal"`,
      ),
    ].join('\r\n'),
  )
