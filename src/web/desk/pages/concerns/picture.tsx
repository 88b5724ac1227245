import { openPicture, shownPicture } from '../../../../commands/concerns/open-picture.ts'
import { type PictureLine, readPictures } from '../../../../commands/concerns/read-pictures.ts'
import { stopPicture } from '../../../../commands/concerns/stop-picture.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { Actions, LinkButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { policeOf } from '../../on-call/police.ts'
import { sealedPage } from './sealed-page.tsx'

type OnePicture = { picture: PictureLine; reference: string; concern: string; at: string; title: string }

/** The picture of the address, by what may be known of it without opening it; null: there is none. */
const pictureIn = async (member: Member): Promise<OnePicture | null> => {
  const concern = member.param('id')
  const { done } = await member.perform(readPictures, { concern })
  const picture = done.pictures.find(({ id }) => id === member.param('picture'))
  if (!picture) return null
  const said = reference(done.number)
  return {
    ...{ picture, concern, reference: said, at: `/desk/concerns/${concern}/pictures/${picture.id}` },
    title: member.t('pictures.of', { place: String(picture.place), reference: said }),
  }
}

const back = ({ concern, reference }: OnePicture) => ({ href: `/desk/concerns/${concern}#pictures`, text: reference })

/** Before it is opened: what opening it does, and the way to stop it unseen. */
export const picturePage: MemberPage = {
  path: '/desk/concerns/:id/pictures/:picture',
  here: 'inbox',
  show: async (member) => {
    const one = await pictureIn(member)
    if (!one) return deniedPage(member, 'not-found')
    const { t } = member
    if (one.picture.stopped) return stoppedPage(member, one)
    return {
      title: one.title,
      body: (
        <>
          <PageHead title={one.title} sub={t('pictures.came', { when: momentWords(member, one.picture.at) })} back={back(one)} />
          <p>{t('pictures.closed')}</p>
          <p>{t('pictures.before')}</p>
          <p>{t('pictures.recorded')}</p>
          <Actions>
            <LinkButton href={`${one.at}/open`}>{t('pictures.open')}</LinkButton>
            <LinkButton href={`${one.at}/stop`} look="stop">
              {t('pictures.illegal')}
            </LinkButton>
          </Actions>
        </>
      ),
    }
  },
}

/** The picture, within the page: there is no address from which its bytes alone could be fetched, kept or passed on. */
export const openedPicturePage: MemberPage = {
  path: '/desk/concerns/:id/pictures/:picture/open',
  here: 'inbox',
  show: async (member) => {
    const one = await pictureIn(member)
    if (!one) return deniedPage(member, 'not-found')
    const { t } = member
    const opened = await member.perform(openPicture, { concern: one.concern, picture: one.picture.id })
    if ('fault' in opened) {
      if (opened.fault === 'stopped') return { to: one.at }
      if (opened.fault === 'unreadable') return unreadable(member, one, 410)
      return sealedPage(member, opened.fault)
    }
    const shown = await shownPicture(member.desk.parts, opened.done.jpeg)
    if (!shown) return unreadable(member, one, 503)
    const alt = t('pictures.alt', { place: String(one.picture.place), reference: one.reference })
    return {
      title: one.title,
      body: (
        <>
          <PageHead title={one.title} sub={t('pictures.opened')} back={back(one)} />
          <Actions>
            <LinkButton href={`${one.at}/stop`} look="stop">
              {t('pictures.illegal')}
            </LinkButton>
            <LinkButton href={one.at} look="quiet">
              {t('pictures.close')}
            </LinkButton>
          </Actions>
          <p>{t('pictures.no-copy')}</p>
          <img class="sent-picture" src={`data:image/jpeg;base64,${shown.toString('base64')}`} alt={alt} />
        </>
      ),
    }
  },
}

/** "This may be an illegal image": what stopping it does, before it is done. */
export const stopPicturePage: MemberPage = {
  path: '/desk/concerns/:id/pictures/:picture/stop',
  here: 'inbox',
  show: async (member) => {
    const one = await pictureIn(member)
    if (!one) return deniedPage(member, 'not-found')
    const { t, key } = member
    if (one.picture.stopped) return { to: one.at }
    return {
      title: t('pictures.stop-title'),
      body: (
        <>
          <PageHead title={t('pictures.stop-title')} sub={one.title} back={back(one)} />
          <p>{t('pictures.stop-about')}</p>
          <Confirm
            will={{
              heading: t('pictures.stop-will'),
              items: [t('pictures.stop-nobody'), t('pictures.stop-kept'), t('pictures.stop-backups'), t('pictures.stop-recorded')],
            }}
            cannot={{ heading: t('pictures.stop-cannot'), items: [t('pictures.stop-back')] }}
            after={{ heading: t('pictures.stop-after'), items: [t('pictures.stop-call')] }}
            action={`${one.at}/stop`}
            hidden={{ key }}
            final={t('pictures.stop-do')}
            keep={{ href: one.at, text: t('pictures.stop-keep') }}
          />
        </>
      ),
    }
  },
  send: async (member) => {
    const [concern, picture] = [member.param('id'), member.param('picture')]
    await member.perform(stopPicture, { concern, picture }, member.key)
    return { to: `/desk/concerns/${concern}/pictures/${picture}` }
  },
}

const unreadable = (member: Member, one: OnePicture, status: 410 | 503): Answer => {
  const { t } = member
  return {
    status,
    title: t('pictures.unreadable-title'),
    body: (
      <>
        <PageHead title={one.title} back={back(one)} />
        <Message kind="wrong" id="unreadable" heading={t('pictures.unreadable-title')}>
          <p>{t(status === 410 ? 'pictures.unreadable' : 'pictures.not-shown')}</p>
        </Message>
      </>
    ),
  }
}

/** What to do now: the police, by number, and what not to do meanwhile. */
const stoppedPage = (member: Member, one: OnePicture): Answer => {
  const { t, desk } = member
  const { stopped } = one.picture
  const { police, emergency } = policeOf(desk)
  const [name, when] = [stopped?.by ?? '', stopped ? momentWords(member, stopped.at) : '']
  const numbers = { emergency: emergency?.display ?? '', police: police?.display ?? '' }
  return {
    title: t('pictures.stopped-title'),
    body: (
      <>
        <PageHead title={t('pictures.stopped-title')} sub={one.title} back={back(one)} />
        <p>{name ? t('pictures.stopped-by', { name, when }) : t('pictures.stopped-at', { when })}</p>
        <Message
          kind="now"
          id="police"
          heading={t('pictures.police')}
          act={[emergency, police].flatMap((phone) =>
            phone ? (
              <LinkButton href={`tel:${phone.dial}`} look="quiet">
                {phone.display}
              </LinkButton>
            ) : (
              []
            ),
          )}
        >
          <p>{t('pictures.police-danger', numbers)}</p>
          <p>{t('pictures.police-say', { partnership: desk.locale.pack.partnership.name, reference: one.reference })}</p>
          <p>{t('pictures.police-never')}</p>
          <p>{t('pictures.police-reporter')}</p>
        </Message>
        <p>{t('pictures.police-well')}</p>
      </>
    ),
  }
}
