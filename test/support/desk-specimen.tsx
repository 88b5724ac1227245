import type { Child } from 'hono/jsx'
import { messagesIn } from '../../src/format/messages.ts'
import type { Assets } from '../../src/web/assets/assets.ts'
import { Actions, LinkButton, PostButton, SubmitButton } from '../../src/web/desk/components/buttons.tsx'
import { Confirm } from '../../src/web/desk/components/confirm.tsx'
import { Mail } from '../../src/web/desk/components/contact.tsx'
import { Days } from '../../src/web/desk/components/days.tsx'
import { Facts, Figures, Pairs } from '../../src/web/desk/components/facts.tsx'
import {
  ChecksField,
  DateField,
  DeskForm,
  LongTextField,
  OrElse,
  RadiosField,
  SelectField,
  TextField,
} from '../../src/web/desk/components/fields.tsx'
import { Clock, Flag } from '../../src/web/desk/components/flags.tsx'
import { Ladder } from '../../src/web/desk/components/ladder.tsx'
import { Empty, Filter, Paging, Views } from '../../src/web/desk/components/list.tsx'
import { Message } from '../../src/web/desk/components/message.tsx'
import { FirstSteps, NeedGroup, Needs, Steps } from '../../src/web/desk/components/needs.tsx'
import { Box, Columns, PageHead, Part, Pending } from '../../src/web/desk/components/page-head.tsx'
import { Rows } from '../../src/web/desk/components/rows.tsx'
import { Authenticator, RecoveryCodes } from '../../src/web/desk/components/secrets.tsx'
import { SignIns } from '../../src/web/desk/components/sign-ins.tsx'
import { Tag } from '../../src/web/desk/components/tag.tsx'
import { Versions } from '../../src/web/desk/components/versions.tsx'
import type { FieldFault } from '../../src/web/desk/context/entered.ts'
import { Alone } from '../../src/web/desk/layout/alone.tsx'
import { documentText, type Frame } from '../../src/web/desk/layout/document.tsx'
import { type Place, Shell } from '../../src/web/desk/layout/shell.tsx'
import { realPack } from './real-pack.ts'

/*
 * Every component of the desk in every state, on pages as they will be. They are not served. Names, organisations and what happened are made
 * up; the telephone number is one that Ofcom keeps for drama.
 */

const places: readonly Place[] = [
  { id: 'home', href: '/desk', label: 'Home', count: '4' },
  { id: 'facts', href: '/desk/facts', label: 'Facts', count: '12' },
  { id: 'on-call', href: '/desk/on-call', label: 'On call' },
  { id: 'people', href: '/desk/people', label: 'People' },
  { id: 'audit', href: '/desk/audit', label: 'Who looked at what' },
  { id: 'settings', href: '/desk/settings', label: 'Settings' },
]

const page = (frame: Frame, here: string, title: string, children: Child, faults: readonly FieldFault[] = []): string =>
  documentText(
    <Shell
      frame={frame}
      lang="en"
      title={title}
      faults={faults}
      places={places}
      here={here}
      me={{ name: 'Ruth Milestone', roles: 'coordinator and administrator', href: '/desk/me' }}
      signOut="/desk/sign-out"
      watch={[
        { label: 'On call', value: 'Asha Stile', href: '/desk/on-call' },
        { label: 'Reports', value: 'not open yet' },
        { label: 'Key', value: 'open until you sign out' },
      ]}
      madeUp
      at="8:52am on Tuesday 1 December 2026"
    >
      {children}
    </Shell>,
  )

const home = (frame: Frame): string =>
  page(
    frame,
    'home',
    'What needs you now',
    <>
      <PageHead title="What needs you now" sub="Tuesday 1 December 2026, 8:52am. Start at the top." />
      <Columns
        side={
          <>
            <FirstSteps
              id="first"
              heading="Your first morning"
              steps={[
                { done: true, text: 'Sign in with a passkey', said: 'done' },
                { done: true, text: 'Print your recovery codes', said: 'done' },
                { done: false, text: <a href="/desk/on-call">Check who is on call tonight</a> },
                { done: false, text: <a href="/desk/key">Choose a passphrase for the key</a> },
              ]}
              hide={
                <PostButton action="/desk/hide" look="quiet">
                  I know my way. Hide this
                </PostButton>
              }
            >
              <p>Two people can open the key. Nothing can be received until the settings are complete.</p>
            </FirstSteps>
            <Box id="tonight" heading="On call tonight">
              <Ladder
                rungs={[
                  {
                    now: true,
                    who: 'Asha Stile, coordinator',
                    when: '5:30pm to 8am.',
                    state: <Tag state="done">Agreed yesterday, 4pm</Tag>,
                    ways: <a href="tel:+447700900123">07700 900123</a>,
                  },
                  {
                    who: 'Nell Byway, county police',
                    when: 'If Asha does not answer in 15 minutes.',
                    state: <Tag state="asked">Not agreed yet</Tag>,
                    ways: (
                      <PostButton action="/desk/remind" look="text" of="Nell Byway">
                        Remind her
                      </PostButton>
                    ),
                  },
                  { who: 'Police, 101', when: 'Always answers. In danger, 999.' },
                ]}
              />
              <p>
                <LinkButton href="/desk/on-call" look="text">
                  Change the rota
                </LinkButton>
              </p>
            </Box>
            <Box id="form" heading="Reports coming in">
              <p>
                <Tag state="in-time">Open</Tag>
              </p>
              <p>The form closes by itself if nobody signs in for one working day.</p>
              <LinkButton href="/desk/close" look="stop">
                Close the form…
              </LinkButton>
            </Box>
          </>
        }
      >
        <Needs
          needs={[
            {
              mark: <Tag state="late">Late by 2 days</Tag>,
              title: 'Say who the data protection contact is',
              href: '/desk/settings',
              why: 'Nothing personal is received until the settings name one. It was due on Sunday.',
              act: <LinkButton href="/desk/settings">Open the settings</LinkButton>,
            },
            {
              mark: (
                <>
                  <Tag state="asked">Asked of you</Tag> <span>P-14</span>
                </>
              ),
              title: 'Take the night of Friday 4 December',
              href: '/desk/on-call',
              why: 'Nell Byway is on leave and asks you. If you do not answer by noon on Thursday, every coordinator is asked.',
              act: (
                <>
                  <PostButton action="/desk/agree" look="quiet" of="to take Friday 4 December">
                    Agree
                  </PostButton>
                  <LinkButton href="/desk/refuse" look="quiet" of="to take Friday 4 December">
                    Refuse…
                  </LinkButton>
                </>
              ),
            },
            {
              mark: <Tag state="due">Today, by 5:30pm</Tag>,
              title: 'Nobody has agreed to be second on call tonight',
              href: '/desk/on-call',
              why: 'Nell Byway was asked yesterday at 4pm.',
              act: (
                <LinkButton href="/desk/on-call" look="quiet">
                  Open the rota
                </LinkButton>
              ),
            },
            {
              mark: <Tag state="in-time">This week</Tag>,
              title: 'Check 12 facts about services',
              href: '/desk/facts',
              why: 'Their opening hours were last confirmed a year ago.',
              act: (
                <LinkButton href="/desk/facts" look="quiet">
                  See the questions
                </LinkButton>
              ),
            },
          ]}
        />
        <NeedGroup
          id="group-replies"
          heading="Replies due (5)"
          more="Show the other one"
          first={[
            {
              mark: (
                <>
                  <Flag kind="child">May be a child</Flag>
                  <Clock used={1} state="now" by="The reporter was promised 10am tomorrow.">
                    Read it now. It has waited 15 min.
                  </Clock>
                </>
              ),
              title: 'Compare it with C-93459',
              href: '/desk/concerns/1',
              why: 'The reporter does not know what happens next.',
              act: <LinkButton href="/desk/concerns/1">Write to them</LinkButton>,
            },
          ]}
          rest={[
            {
              mark: null,
              title: 'A reply is promised: Hand car washes',
              href: '/desk/concerns/2',
              why: 'The reporter was told that we would write by then.',
              act: <LinkButton href="/desk/concerns/2">Write to them</LinkButton>,
            },
          ]}
        >
          <p>One of them is late.</p>
        </NeedGroup>
        <Part id="since" heading="Since 5:30pm yesterday">
          <Figures
            figures={[
              { label: 'people signed in', value: '9' },
              { label: 'facts checked', value: '31' },
              { label: 'mails not sent', value: '1' },
              { label: 'jobs that failed', value: '0' },
            ]}
          />
          <Message kind="warn" id="mail" heading="One mail could not be sent">
            <p>The mail server did not answer at 6:02am. We try again every 10 minutes. The invitation is safe.</p>
          </Message>
        </Part>
      </Columns>
    </>,
  )

type Person = { name: string; place: string; roles: string; seen: string; state: Child; days: string }
const person = (name: string, place: string, roles: string, seen: string, days: string, state: Child): Person => ({
  name,
  place,
  roles,
  seen,
  days,
  state,
})

/** As long as those that were wider than a window of 320 px. */
const longAddressOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@safeguarding.example.org`

const people = (frame: Frame): string => {
  const { t } = frame
  return page(
    frame,
    'people',
    'People',
    <>
      <PageHead
        back={{ href: '/desk', text: 'Home' }}
        title="People"
        sub="30 people at 12 partners. 28 use two steps to sign in, 2 are invited."
        act={<LinkButton href="/desk/people/invite">Invite someone</LinkButton>}
      />
      <Message
        kind="warn"
        id="leaver"
        heading="Cal Fingerpost leaves Chalkhill Housing today"
        act={
          <LinkButton href="/desk/people/cal" look="quiet">
            See the steps
          </LinkButton>
        }
      >
        <p>Access ends at 5:30pm. Two nights on call still need someone else.</p>
      </Message>
      <Views
        t={t}
        views={[
          { href: '?', label: 'Everyone', count: '30', here: true },
          { href: '?view=invited', label: 'Invited', count: '2' },
          { href: '?view=away', label: 'Not seen for 60 days', count: '3' },
          { href: '?view=left', label: 'Left' },
        ]}
      />
      <Filter
        t={t}
        action="/desk/people"
        set={false}
        show="Show"
        clear={{ href: '?', text: 'Clear' }}
        note="You can look by name, organisation and role."
      >
        <TextField t={t} name="q" label="Name" autocomplete="off" />
        <SelectField
          t={t}
          name="org"
          label="Organisation"
          choices={[
            { value: '', text: 'Any' },
            { value: 'chalkhill', text: 'Chalkhill Housing' },
          ]}
        />
        <SelectField t={t} name="role" label="Role" choices={[{ value: '', text: 'Any' }]} />
      </Filter>
      <Rows
        caption="People with access"
        columns={[
          {
            id: 'name',
            label: 'Name',
            sort: { href: '?by=name', now: 'ascending' },
            cell: ({ name }: Person) => <a href="/desk/people/1">{name}</a>,
          },
          { id: 'org', label: 'Organisation', cell: ({ place }) => place },
          { id: 'roles', label: 'Roles', cell: ({ roles }) => roles },
          { id: 'email', label: 'Email', cell: ({ name }) => <Mail address={longAddressOf(name)} /> },
          { id: 'seen', label: 'Last seen', sort: { href: '?by=seen' }, cell: ({ seen }) => seen },
          { id: 'nights', label: 'Nights on call', figures: true, cell: ({ days }) => days },
          { id: 'state', label: 'State', cell: ({ state }) => state },
        ]}
        groups={[
          {
            heading: 'Needs something: 3',
            rows: [
              person('Cal Fingerpost', 'Chalkhill Housing', 'Practitioner', 'Yesterday', '2', <Tag state="due">Leaves today</Tag>),
              person('Ida Towpath', 'Chalkstream Hospital Trust', 'SPOC', 'Never', '', <Tag state="asked">Invited</Tag>),
              person(
                'Tom Kissing-Gate',
                'Ridgeway District Council',
                'SPOC',
                '90 days ago',
                '0',
                <Tag state="late">Invitation expired</Tag>,
              ),
            ],
          },
          {
            heading: 'Everyone else',
            rows: [
              person('Asha Stile', 'County council', 'Coordinator', 'Today, 8:40am', '14', <Tag state="in-time">Active</Tag>),
              person(
                'Dev Bridleway',
                'Ridgeway District Council',
                'Practitioner, on call for housing',
                'Today, 8:50am',
                '9',
                <Tag state="in-time">Active</Tag>,
              ),
              person('Oz Drovers', 'Chalkhill Housing', 'Trainer', '70 days ago', '0', <Tag state="shut">Paused</Tag>),
              person('Pat Holloway', 'County police', 'Practitioner', '2 March 2026', '0', <Tag state="done">Left</Tag>),
            ],
          },
        ]}
      />
      <Paging
        t={t}
        said="8 to 14 of 30"
        earlier={{ href: '?before=a', text: 'Earlier' }}
        later={{ href: '?after=b', text: 'Next: 15 to 21' }}
      />
      <Empty
        heading="Nobody matches what you asked for"
        ways={
          <>
            <LinkButton href="?" look="quiet">
              Clear the filter
            </LinkButton>
            <LinkButton href="?view=left" look="text">
              Look among those who left
            </LinkButton>
          </>
        }
      >
        <p>Organisation: Chalkhill Housing. Role: coordinator.</p>
      </Empty>
    </>,
  )
}

const forms = (frame: Frame): string => {
  const { t } = frame
  return page(
    frame,
    'settings',
    'Everything else',
    <>
      <PageHead title="Nell Byway" sub="County police" back={{ href: '/desk/people', text: 'People' }} />
      <Facts
        facts={[
          { label: 'Roles', value: 'SPOC, on call' },
          { label: 'Signs in with', value: 'Passkey' },
          { label: 'Since', value: '4 May 2026' },
        ]}
      />
      <Message kind="now" id="now" heading="Open the key" act={<LinkButton href="/desk/key">Type the passphrase</LinkButton>}>
        <p>The desk was restarted at 6:02am. Nothing can be read until you or Asha Stile opens the key.</p>
      </Message>
      <Message
        kind="told"
        id="told"
        heading="Nell Byway has been invited"
        act={
          <PostButton action="/desk/undo" look="quiet">
            Take it back
          </PostButton>
        }
      >
        <p>The link works once, for 3 days.</p>
      </Message>
      <Message kind="wrong" id="wrong" heading="We could not save what you entered">
        <p>The database did not answer. Nothing was changed. Your text is below.</p>
      </Message>
      <Message
        kind="wait"
        id="wait"
        heading="Reading 50,000 rows: 31,200 done, 14 with a mistake"
        act={
          <LinkButton href="?" look="quiet">
            Look again
          </LinkButton>
        }
      >
        <p>You can leave this page. We keep going.</p>
      </Message>
      <DeskForm action="/desk/people/invite" hidden={{ version: '3' }}>
        <TextField t={t} name="person" label="Name" autocomplete="off" value="Nell Byway" />
        <TextField
          t={t}
          name="email"
          label="Work email"
          type="email"
          autocomplete="off"
          value="nell@"
          hint="The mail has a link that works once, for 3 days."
          fault="Enter an email address, like name@example.org"
        />
        <SelectField
          t={t}
          name="employer"
          label="Organisation"
          fault="Choose an organisation"
          choices={[
            { value: '', text: 'Choose' },
            { value: 'police', text: 'County police' },
          ]}
        />
        <ChecksField
          t={t}
          name="may"
          label="What they may do"
          fault="Choose what the person may do"
          choices={[
            { value: 'spoc', text: 'SPOC', hint: 'Sees the people and the training of their organisation.' },
            { value: 'administrator', text: 'Administrator', hint: 'Manages people and settings. Reads no content.' },
          ]}
        />
        <RadiosField
          t={t}
          name="until"
          label="For how long?"
          fault="Choose for how long"
          choices={[
            { value: 'month', text: 'One month' },
            { value: 'open', text: 'Until someone ends it' },
          ]}
        />
        <DateField
          t={t}
          name="first"
          label="First day"
          hint="For example, 27 3 2027"
          fault="Enter the first day, like 27 3 2027."
          parts={{ day: 'Day', month: 'Month', year: 'Year' }}
          value={{ day: '31', month: '2', year: '2027' }}
        />
        <DateField
          t={t}
          name="last"
          label="Last day"
          parts={{ day: 'Day', month: 'Month', year: 'Year' }}
          value={{ day: '', month: '', year: '' }}
        />
        <LongTextField t={t} name="note" label="Note for the invitation" hint="It is sent as you write it." rows={3} />
        <Actions>
          <SubmitButton>Send the invitation</SubmitButton>
          <LinkButton href="/desk/people" look="quiet">
            Cancel
          </LinkButton>
          <LinkButton href="/desk/people/1/end" look="stop">
            End access…
          </LinkButton>
        </Actions>
      </DeskForm>
      <Part id="changed" heading="Someone else changed this while you were writing">
        <p>Asha Stile saved it at 9:11am. What you entered has not been saved, and is not lost. Choose one.</p>
        <Versions
          t={t}
          action="/desk/facts/1"
          caption="Opening hours of a service, saved and entered"
          hidden={{ version: '7', hours: '9am to 4pm' }}
          theirs={{ heading: 'What is saved now', state: 'Saved', by: 'Asha Stile, 9:11am', keep: 'Keep what Asha saved' }}
          mine={{ heading: 'What you entered', state: 'Not saved', by: 'You, 9:12am', keep: 'Save mine instead' }}
          fields={[
            { label: 'Opening hours', theirs: '9am to 5pm, Monday to Friday', mine: '9am to 4pm, Monday to Friday', differs: true },
            { label: 'Number', theirs: '01632 960001', mine: '01632 960001', differs: false },
            {
              label: 'What was said',
              theirs: 'Confirmed by phone.',
              mine: 'They close earlier from January.\nAsk again then.',
              differs: true,
            },
          ]}
        />
      </Part>
      <Part id="rota" heading="Day by day">
        <Days
          days={[
            {
              heading: 'Tuesday 1 December, today',
              today: true,
              lines: [
                {
                  when: '8am to 5:30pm',
                  who: 'Nobody is first on call',
                  acts: (
                    <LinkButton href="/desk/rota/ask" look="text">
                      Ask someone
                    </LinkButton>
                  ),
                },
                {
                  when: '5:30pm to 8am',
                  mine: true,
                  who: (
                    <>
                      <b>Ruth Milestone</b> (You), first
                    </>
                  ),
                  state: <Tag state="done">Agreed</Tag>,
                  acts: (
                    <LinkButton href="/desk/rota/swap/1" look="text" of="Tuesday 1 December">
                      Ask someone to take it
                    </LinkButton>
                  ),
                },
                { when: '5:30pm to 8am', who: 'Nell Byway, second', state: <Tag state="asked">Not agreed yet</Tag> },
              ],
            },
            { heading: 'Wednesday 2 December', lines: [{ when: 'All day', who: 'Nobody is first on call' }] },
          ]}
        />
      </Part>
      <Part id="end" heading="End Cal Fingerpost’s access?">
        <Confirm
          will={{
            heading: 'What will happen',
            items: ['Two sign-ins stop at once, and the passkey no longer works.', 'Cal comes off the rota for 4 and 11 December.'],
          }}
          cannot={{
            heading: 'What you cannot undo',
            items: ['To come back, Cal must be invited again. What Cal wrote stays in the record.'],
          }}
          after={{
            heading: 'Who takes over',
            items: ['Asha Stile is asked to take both nights. Until she agrees, every coordinator is called.'],
          }}
          action="/desk/people/2/end"
          hidden={{ version: '2' }}
          final="End Cal Fingerpost’s access"
          keep={{ href: '/desk/people/2', text: 'Keep it as it is' }}
        />
      </Part>
      <Part id="sign-ins" heading="Where you are signed in">
        <SignIns
          signIns={[
            {
              what: 'Firefox on Windows, passkey',
              when: 'Signed in today at 8:40am. In use now.',
              state: <Tag state="in-time">This one</Tag>,
              end: null,
            },
            {
              what: 'Safari on iPhone, work account',
              when: 'Signed in on 28 November. Last used yesterday at 9:14pm.',
              end: (
                <PostButton action="/desk/me/end" fields={{ id: 'b' }} look="quiet" of="Safari on iPhone">
                  Sign out there
                </PostButton>
              ),
            },
          ]}
        />
      </Part>
      <Part id="app" heading="Add your authenticator app">
        <Authenticator
          address="otpauth://totp/Waymark:ruth%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Waymark"
          secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
          alt="Code to scan with your authenticator app"
        >
          <p>Scan the code with the app. If you cannot, type these letters and figures into it:</p>
        </Authenticator>
      </Part>
      <Part id="pairs" heading="Settings">
        <Pairs
          facts={[
            { label: 'Controller', value: 'County council' },
            { label: 'Date of the DPIA', value: <Tag state="late">Missing</Tag> },
          ]}
        />
        <Steps
          steps={[
            { done: true, text: 'Off the rota', said: 'done' },
            { done: false, text: 'Asset returned' },
          ]}
        />
        <Pending>
          <p>
            <Tag state="asked">Asked of you</Tag>
          </p>
          <h3>Can you take Friday night?</h3>
          <p>Nell Byway asks. She stays on the rota until you agree.</p>
          <PostButton action="/desk/agree" look="quiet" big>
            Agree. I will take it
          </PostButton>
        </Pending>
      </Part>
    </>,
    [
      { name: 'email', text: 'Enter an email address, like name@example.org' },
      { name: 'employer', text: 'Choose an organisation' },
      { name: 'may', text: 'Choose what the person may do' },
      { name: 'until', text: 'Choose for how long' },
    ],
  )
}

const signIn = (frame: Frame): string => {
  const { t } = frame
  return documentText(
    <Alone frame={frame} lang="en" title="Sign in" madeUp>
      <PageHead title="Sign in" sub="For people invited by a partner organisation." />
      <DeskForm action="/desk/sign-in/work">
        <SelectField
          t={t}
          name="organisation"
          label="Your organisation"
          choices={[
            { value: '', text: 'Choose' },
            { value: 'council', text: 'County council' },
          ]}
        />
        <SubmitButton big>Continue with my work account</SubmitButton>
      </DeskForm>
      <OrElse>
        <PostButton action="/desk/sign-in/passkey" look="quiet" big>
          Use a passkey
        </PostButton>
        <p class="small">Your fingerprint, face or security key. Needs JavaScript.</p>
      </OrElse>
      <OrElse>
        <h2>Password and code</h2>
        <DeskForm action="/desk/sign-in">
          <TextField t={t} name="email" label="Work email" type="email" autocomplete="username" />
          <TextField t={t} name="password" label="Password" type="password" autocomplete="current-password" />
          <TextField
            t={t}
            name="code"
            label="Six figures from your authenticator app"
            hint="No app at hand? Type a recovery code here instead."
            autocomplete="one-time-code"
            inputmode="numeric"
          />
          <SubmitButton look="quiet" big>
            Sign in
          </SubmitButton>
        </DeskForm>
        <p>
          <LinkButton href="/desk/cannot" look="text">
            I cannot sign in
          </LinkButton>
        </p>
      </OrElse>
    </Alone>,
  )
}

const wrong = (frame: Frame): string =>
  documentText(
    <Alone frame={frame} lang="en" title="You cannot see this page" madeUp={false}>
      <PageHead title="You cannot see this page" />
      <p>Either it does not exist or it belongs to another partner. If someone sent you here, ask them to share it with you.</p>
      <Actions>
        <LinkButton href="/desk" look="quiet">
          Home
        </LinkButton>
      </Actions>
    </Alone>,
  )

export const codesShown = ['7KQ2 M9XD', 'H4TB 2WRC', 'P8NV 6JGZ', 'X3FD 9SLK', 'C5YM 4QHT', 'B2RW 7VPN', 'G9ZX 3KDF', 'T6LS 8CMB'] as const

const codes = (frame: Frame): string =>
  page(
    frame,
    'home',
    'Your recovery codes',
    <>
      <PageHead title="Your recovery codes" sub="Each works once, in place of your app. You see them only now." />
      <RecoveryCodes t={frame.t} codes={codesShown} />
      <DeskForm action="/desk/me/codes">
        <Actions>
          <SubmitButton>I have kept them</SubmitButton>
        </Actions>
      </DeskForm>
    </>,
  )

/** Each page as it would be sent. */
export const deskSpecimens = (assets: Pick<Assets, 'url' | 'icon'>) => {
  const { deskWords, brand, partnership } = realPack()
  const frame: Frame = { t: messagesIn(deskWords), brand, area: partnership.area, assets }
  return Object.fromEntries(
    Object.entries({ home, people, forms, 'sign-in': signIn, wrong, codes }).map(([name, make]) => [name, make(frame)]),
  )
}
