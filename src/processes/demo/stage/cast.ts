import type { Role } from '../../../domain/access/roles.ts'

/**
 * The people of Fallowshire, none of whom exists. Their addresses are of example.org, which nobody can have (RFC 2606), and their telephone
 * numbers of the ranges that Ofcom keeps for drama.
 */
export type Player = {
  name: string
  /** An id of the pack's partners.yaml. */
  partner: string
  roles: readonly Role[]
  device: string
  /** Hours since they were last here; null: they were invited and have not come. */
  seen: number | null
}

const [laptop, phone, tablet, mac] = ['Edge on Windows', 'Chrome on Android', 'Safari on iOS', 'Chrome on macOS'] as const
const play = (name: string, partner: string, roles: readonly Role[], device: string, seen: number | null): Player => ({
  name,
  partner,
  roles,
  device,
  seen,
})

/** The first of them takes the link that a start prints, and is made coordinator too. */
export const cast: readonly Player[] = [
  play('Margaret Osei', 'fallowshire-county-council', ['administrator'], laptop, 2),
  play('Daniel Whitcombe', 'fallowshire-county-council', ['coordinator'], laptop, 1),
  play('Farida Rahimi', 'fallowshire-county-council', ['analyst'], laptop, 20),
  play('Tom Ellery', 'fallowshire-county-council', ['spoc', 'practitioner'], phone, 5),
  play('Ngozi Adeyemi', 'fallowshire-county-council', ['practitioner', 'trainer'], laptop, 44),
  play('Rhys Pemberton', 'fallowshire-police', ['spoc'], laptop, 3),
  play('Imran Sheikh', 'fallowshire-police', ['coordinator'], phone, 6),
  play('Katarzyna Nowicka', 'fallowshire-police', ['practitioner'], laptop, 27),
  play('Louise Tarrant', 'fallowshire-police', ['administrator'], laptop, 72),
  play('Gareth Bowyer', 'dunnockby', ['spoc'], laptop, 50),
  play('Shanice Clarke', 'dunnockby', ['practitioner'], phone, 4),
  play('Helen Marchetti', 'saxelmere', ['spoc'], tablet, 8),
  play('Oluwaseun Bankole', 'saxelmere', ['practitioner'], laptop, 70 * 24),
  play('Piers Halloran', 'larkenwold', ['spoc'], laptop, 120),
  play('Meera Iyer', 'larkenwold', ['practitioner'], mac, 30),
  play('Aoife Brennan', 'fallowshire-hospitals', ['spoc', 'trainer'], phone, 7),
  play('Joseph Mwangi', 'fallowshire-hospitals', ['practitioner'], phone, 16),
  play('Wendy Stubbs', 'fallowshire-hospitals', ['practitioner'], laptop, 26),
  play('Deepa Krishnan', 'fallowshire-icb', ['spoc'], laptop, 49),
  play('Callum Ferris', 'fallowshire-icb', ['analyst'], mac, 96),
  play('Ruth Abernathy', 'hearth-and-latch', ['spoc'], tablet, 9),
  play('Elena Popescu', 'hearth-and-latch', ['practitioner'], phone, 25),
  play('Samir Haddad', 'hearth-and-latch', ['practitioner'], phone, null),
  play('Mei Ling Chow', 'fallowshire-open-door', ['spoc'], mac, 52),
  play('Yusuf Abdi', 'fallowshire-open-door', ['trainer', 'practitioner'], phone, 28),
  play('Brian Okafor', 'saxelmere-homes', ['spoc'], laptop, 145),
  play('Tracey Lundy', 'saxelmere-homes', ['practitioner'], laptop, 600),
  play('Steven Garrick', 'fallowshire-fire', ['spoc'], tablet, 170),
  play('Priya Nair', 'larkenwold-college', ['spoc', 'trainer'], laptop, 53),
  play('Jack Thornbury', 'larkenwold-college', ['trainer'], laptop, null),
]

/** What happens to some of them. */
export const leaving = 'Wendy Stubbs'
export const left = 'Tracey Lundy'
/** Read forty pages in ten minutes. */
export const curious = 'Katarzyna Nowicka'

export const emailOf = ({ name }: Pick<Player, 'name'>): string => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`

/** A mobile number of the range that Ofcom keeps for drama: 07700 900000 to 900999. */
export const phoneOf = (player: Player): string => `07700 900${100 + cast.indexOf(player)}`

/** Whom one can be, by their role. */
export const personas: Readonly<Record<Role, string>> = {
  practitioner: 'Shanice Clarke',
  spoc: 'Rhys Pemberton',
  trainer: 'Yusuf Abdi',
  coordinator: 'Daniel Whitcombe',
  analyst: 'Farida Rahimi',
  administrator: 'Louise Tarrant',
}
