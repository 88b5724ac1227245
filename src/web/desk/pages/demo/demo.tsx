import { type Role, roles } from '../../../../domain/access/roles.ts'
import { keepToken } from '../../context/cookie.ts'
import { deviceOf } from '../../context/device.ts'
import type { OpenPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'

/** Signs in as somebody of the made-up county; `nobody`: nobody holds that role any more. */
export type TryAs = (role: Role, device: string) => Promise<{ done: string } | { fault: 'nobody' }>

/** Where whoever has a code reads what became of their report: a page of the site, on the same host. */
export const codePath = '/report/code'

export const tryPath = (role: Role): string => `/desk/demo/${role}`

/** One click, and one is somebody with this role. In no list of pages: only a process that was started as a demonstration has it. */
export const demoPage = (tryAs: TryAs): OpenPage => ({
  path: '/desk/demo/:role',
  open: true,
  show: async (asked) => {
    const role = roles.find((one) => one === asked.param('role'))
    const outcome = role ? await tryAs(role, deviceOf(asked.header('user-agent'))) : null
    return outcome && 'done' in outcome
      ? { to: '/desk', headers: keepToken(outcome.done, asked.desk.origin) }
      : deniedPage(asked, 'not-found')
  },
})
