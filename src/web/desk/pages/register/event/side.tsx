import { raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import type { EventWithEntries } from '../../../../../commands/register/read-event.ts'
import { closesAfter, oldWordCounts } from '../../../../../domain/register/event.ts'
import { clock } from '../../../../../format/when.ts'
import { LinkButton, PostButton } from '../../../components/buttons.tsx'
import { Box } from '../../../components/page-head.tsx'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { addressOf, checkInAt, checkInPage } from './event-of.ts'

/** A code to scan, dark on white by night too: phones read it so. */
export const Code = ({ member, event }: { member: Member; event: TrainingEvent }) => (
  <div class="qr" role="img" aria-label={member.t('event.qr', { address: checkInAt(member, event) })}>
    {raw(renderSVG(checkInAt(member, event), { ecc: 'M', border: 4 }))}
  </div>
)

/** While the word before it counts too, since when and until when. */
export const WordBefore = ({ member, event }: { member: Member; event: TrainingEvent }) => {
  const { t, now, local } = member
  const until = event.wordAt.add(oldWordCounts)
  if (!event.wordBefore || Temporal.Instant.compare(now, until) >= 0) return null
  return <p class="small">{t('event.word-before', { time: clock(until.toZonedDateTimeISO(local.timeZoneId)), word: event.wordBefore })}</p>
}

/** After the break, with time for whoever types still; or at once, where somebody who is not in the room has them. */
export const ChangeWord = ({ member: { t, key }, event, wall = false }: { member: Member; event: TrainingEvent; wall?: boolean }) => {
  const action = `${addressOf(event.id)}/word`
  const fields = { key, ...(wall ? { wall: 'yes' } : {}) }
  return (
    <div class="actions">
      <PostButton action={action} fields={fields} look="quiet">
        {t('event.word-new')}
      </PostButton>
      <PostButton action={action} fields={{ ...fields, stop: 'yes' }} look="quiet">
        {t('event.word-stop')}
      </PostButton>
    </div>
  )
}

/** Somebody may be guessing the word: whoever teaches looks at the names, and changes it. */
const WrongWords = ({ member, wrongWords }: { member: Member; wrongWords: EventWithEntries['wrongWords'] }) =>
  wrongWords ? (
    <p>
      <b>{member.t('event.word-wrong', { count: wrongWords.count, when: momentWords(member, wrongWords.since) })}</b>{' '}
      {member.t('event.word-wrong-do')}
    </p>
  ) : null

/** How people put themselves on the list, and what the trainer shows, prints and does without a signal. */
export const CheckIn = ({ member, event, wrongWords }: { member: Member } & Pick<EventWithEntries, 'event' | 'wrongWords'>) => {
  const { t } = member
  const at = addressOf(event.id)
  return (
    <>
      <Box id="check-in" heading={t('register.check-in')}>
        <Code member={member} event={event} />
        <p>
          <b>{t('register.check-in-at', { address: checkInPage(member) })}</b>
        </p>
        <p>
          {t('register.code')} <b class="ref">{event.code}</b>
        </p>
        <p>
          {t('register.word')} <b class="ref">{event.word}</b>
        </p>
        <WordBefore member={member} event={event} />
        <WrongWords member={member} wrongWords={wrongWords} />
        <ChangeWord member={member} event={event} />
        <p class="small">{t('event.word-why')}</p>
        <LinkButton href={`${at}/wall`} look="quiet" big>
          {t('event.wall')}
        </LinkButton>
      </Box>
      <Box id="files" heading={t('event.files')}>
        <p class="small">{t('event.files-what')}</p>
        <PostButton action={`${at}/files`} look="quiet">
          {t('event.files-go')}
        </PostButton>
        <PostButton action={`${at}/sheet`} look="quiet">
          {t('event.sheet-file')}
        </PostButton>
      </Box>
      <Box id="no-signal" heading={t('event.no-signal')}>
        <ul class="points">
          <li>{t('event.no-signal-phone')}</li>
          <li>{t('event.no-signal-list')}</li>
          <li>{t('event.no-signal-paper')}</li>
          <li>{t('event.no-signal-home', { until: momentWords(member, event.ends.add(closesAfter)) })}</li>
        </ul>
      </Box>
    </>
  )
}
