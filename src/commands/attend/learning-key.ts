import { createHash } from 'node:crypto'

/** How a learning system signs in: it asks whoever runs it for a user name and a password. Both are shown once, and known by one hash of the two. */
export type LearningPair = { user: string; secret: string }

/** As HTTP sends the two (RFC 7617): neither holds a colon. */
export const pairText = ({ user, secret }: LearningPair): string => `${user}:${secret}`

/** As the database knows the two. The secret is drawn by chance, so no slow hash is needed; and looked up by its hash, it is compared in no time that tells of it. */
export const pairHash = (pair: string): Buffer => createHash('sha256').update(pair).digest()
