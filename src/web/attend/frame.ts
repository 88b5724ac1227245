import type { Child } from 'hono/jsx'

/** A page of the register for the public, before it has its shell. */
export type FramedPage = {
  title: string
  description: string
  /** Its address, from the root. */
  path: string
  /** Shows what is wrong with a form that was sent. */
  faulty?: boolean
  body: Child
}

/** Puts the shell of the public site around a page: given by whoever starts the server, for the shell is not of this room. */
export type Frame = (page: FramedPage) => string
