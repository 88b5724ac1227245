import type { ForAccess } from '../../../../commands/concerns/read-passages.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { type Piece, type Side, sentenceId } from '../../../../domain/concerns/redaction.ts'
import { Actions, SubmitButton } from '../../components/buttons.tsx'
import { ChecksField, DeskForm, LongTextField } from '../../components/fields.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { AlsoField, type Chosen, pathOf } from './access.tsx'

const sides: readonly Side[] = ['theirs', 'to-them', 'inside']

/** Every sentence with a box: ticked, it is left out. What was written inside is left out as a whole, until somebody puts it in. */
export const Choose = ({ member, concerns, chosen }: { member: Member; concerns: readonly ForAccess[]; chosen: Chosen }) => {
  const { t } = member
  return (
    <DeskForm action={pathOf(member)}>
      <AlsoField member={member} chosen={chosen} />
      <SubmitButton look="quiet" name="step" value="choose">
        {t('access.also-go')}
      </SubmitButton>
      <LongTextField t={t} name="words" label={t('access.words')} hint={t('access.words-hint')} value={chosen.wordsTyped} rows={4} />
      {concerns.map(({ number, pieces, plainly }) => (
        <section class="part flow" aria-label={reference(number)}>
          <h3>{reference(number)}</h3>
          {plainly.pictures ? <p>{t('access.pictures', { count: plainly.pictures })}</p> : null}
          {sides.map((side) => (
            <SideOf member={member} side={side} pieces={pieces.filter((piece) => piece.side === side)} chosen={chosen} />
          ))}
        </section>
      ))}
      <Actions>
        <SubmitButton name="step" value="preview">
          {t('access.preview-go')}
        </SubmitButton>
      </Actions>
    </DeskForm>
  )
}

type SideProps = { member: Member; side: Side; pieces: readonly Piece[]; chosen: Chosen }

const SideOf = ({ member, side, pieces, chosen }: SideProps) =>
  pieces.length ? (
    <section class="flow">
      <h4>{member.t(`access.${side}`)}</h4>
      <p>{member.t(`access.${side}-text`)}</p>
      {pieces.map((piece) => (
        <OnePiece member={member} piece={piece} chosen={chosen} />
      ))}
    </section>
  ) : null

const OnePiece = ({ member, piece, chosen }: { member: Member; piece: Piece; chosen: Chosen }) => {
  const { t } = member
  const { id, kind, asked, at, side, sentences } = piece
  const when = [kind && t(`access.kind-${kind}`), at && momentWords(member, at)].filter(Boolean).join(', ')
  const ids = sentences.map((_, number) => sentenceId(id, number))
  return (
    <div class="flow">
      {side === 'inside' ? (
        <ChecksField
          t={t}
          name="in"
          id={`in-${id}`}
          label={when}
          choices={[{ value: id, text: t('access.put-in') }]}
          values={chosen.in.has(id) ? [id] : []}
        />
      ) : null}
      <ChecksField
        t={t}
        name="out"
        id={`out-${id}`}
        label={[t('access.take-out'), asked ?? when].filter(Boolean).join(': ')}
        choices={sentences.flatMap((text, number) => (text.trim() ? [{ value: ids[number] ?? '', text: text.trim() }] : []))}
        values={ids.filter((one) => chosen.out.has(one))}
      />
    </div>
  )
}
