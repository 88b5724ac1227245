/**
 * What people of the made-up county say that they saw: plain, ordinary things that happened to nobody. No name, no real street, and numbers of
 * the ranges that Ofcom keeps for drama.
 */
export type Story = {
  /** Ids of the pack: a kind of place, and signs that were ticked. */
  sector: string
  signs: readonly string[]
  what: string
  where: string
}

const at = (sector: string, signs: readonly string[], where: string, ...whats: readonly string[]): Story[] =>
  whats.map((what) => ({ sector, signs, where, what }))

const adults: readonly Story[] = [
  ...at(
    'car-wash',
    ['lives-where-works', 'no-protective-gear', 'price-too-low'],
    'The hand car wash behind the builders’ merchant',
    'Four men sleep in the container behind the car wash. I walk my dog there at six and they are already working.',
    'The lads at the car wash have no gloves and no coats, and it was two degrees. One of them has cracked, bleeding hands.',
    'I gave one of the men a tip. The one in charge came over at once and took it out of his hand.',
    'A full wash for five pounds, by six men. I asked one how long his day is and he looked at the boss before he answered.',
  ),
  ...at(
    'nail-bar',
    ['spoken-for', 'excessive-hours', 'fearful-anxious'],
    'The nail bar by the bus station',
    'The young woman who did my nails cried while she worked. When I asked if she was all right, the other woman answered for her.',
    'They are dropped off by one car at eight and picked up by the same car at nine in the evening, every day of the week.',
    'I am a regular. The girls change every few weeks and nobody knows where the last ones went.',
  ),
  ...at(
    'agriculture',
    ['one-person-runs-group', 'overcrowded', 'unpaid-or-underpaid'],
    'The glasshouses on the low road',
    'Two vans bring about twenty people to the glasshouses before it is light. One man keeps all their passports in a folder.',
    'A picker told me in my shop that they have not been paid since they came, because they owe for the room and the van.',
    'The caravans at the far end of the field have no water. I see people fill bottles at our farm gate.',
  ),
  ...at(
    'construction',
    ['no-protective-gear', 'cannot-talk-freely', 'no-contract-payslip'],
    'The flats that are going up by the canal',
    'On our site one gang never comes to the canteen and never talks to anyone. Their foreman keeps their site cards in his own pocket.',
    'A man on the scaffolding had trainers on and no helmet. When I asked him, he said he could not say anything.',
    'I do the payroll. Nine men have the same bank account number on their forms.',
  ),
  ...at(
    'care-home',
    ['excessive-hours', 'visa-used-as-threat', 'passport-held'],
    'A care home near the park',
    'A colleague told me she owes the agency thousands for her visa and they take it from her pay. She works double shifts most days.',
    'The night staff all live in one house that the owner rents to them. They were told they will be sent home if they complain.',
    'One of our carers asked me to keep her passport for her, because the manager wanted it back.',
  ),
  ...at(
    'hospitality',
    ['lives-where-works', 'no-breaks', 'unpaid-or-underpaid'],
    'The takeaway opposite the station',
    'The man who washes up sleeps above the kitchen. I deliver there and he is always working, at noon and at midnight.',
    'I used to work there. Two people in the kitchen were paid in food and a bed, and had no key to the door.',
    'When the inspector came, the two in the kitchen were told to wait in the yard until she had gone.',
  ),
  ...at(
    'factory',
    ['one-person-runs-group', 'threatened-with-authorities', 'job-not-as-promised'],
    'The packing hall on the trading estate',
    'A man in the packing hall told me his wages go to the person who found him the job. He gets twenty pounds a week.',
    'One woman who comes on the minibus speaks for all the others. When I asked one of them something myself, they looked frightened.',
    'They were promised forklift work and now pack salad at night. They say the driver has their passports.',
  ),
  ...at(
    'recycling',
    ['no-protective-gear', 'injuries-from-work', 'workers-hide'],
    'The yard under the railway bridge',
    'Men sort waste by hand in the yard with no gloves. When our lorry comes in, some of them go and hide behind the skips.',
    'I saw a man with a badly cut arm carry on sorting. He said no doctor.',
  ),
  ...at(
    'delivery',
    ['dependent-on-controller', 'excessive-hours', 'movement-controlled'],
    'The depot by the bypass',
    'The driver who brings our parcels says he sleeps in the van, because the man who owns it keeps most of his pay.',
    'Three couriers share one account. The man they call the uncle waits outside in a car and takes the phone at night.',
  ),
  ...at(
    'private-housing',
    ['overcrowded', 'windows-covered', 'callers-all-hours'],
    'The house at the end of our terrace',
    'At least twelve people live in the three-bedroom house next door. A minibus takes them away at five and brings them back after dark.',
    'The windows next door have been covered with foil for weeks, and it is warm against our wall. I have seen one young man come out, never anyone else.',
    'Different men come to the flat downstairs at all hours and stay for half an hour. I have seen two women, and never either of them alone.',
  ),
  ...at(
    'cuckooing',
    ['home-taken-over', 'withdrawn-no-eye-contact', 'callers-all-hours'],
    'The ground floor flats on the hill',
    'My neighbour has a learning disability. Two men I do not know have lived in his flat since last month, and he sleeps in the stairwell.',
    'My uncle does not answer his door any more. A stranger opened and said he was asleep, three days in a row.',
  ),
  ...at(
    'private-household',
    ['household-always-on-call', 'passport-held', 'cut-off-from-others'],
    'A large house on the green',
    'The woman who looks after the children across the road is never out by herself. She told me through the fence that she has no day off.',
    'I clean for a family twice a week. Their other help sleeps on the floor of the utility room, and they keep her phone.',
  ),
  ...at(
    'hotel',
    ['spoken-for', 'movement-controlled', 'no-identity-papers'],
    'The budget hotel by the motorway',
    'A man pays in cash for two rooms every Thursday and brings different women. He stays in the corridor.',
    'Housekeeping here is done by an agency. The women told me they pay the supervisor for each shift they get.',
  ),
  ...at(
    'transport',
    ['movement-controlled', 'does-not-know-where'],
    'The coach station',
    'A woman got off the night coach and asked me which country this is. A man with a sign with her name on it took her by the arm.',
  ),
  ...at(
    'street',
    ['begs-and-hands-over', 'one-person-runs-group'],
    'Outside the supermarket in the square',
    'The same five people beg on our street. At six a man in a grey car comes by and they all hand him what they have.',
  ),
]

const children: readonly Story[] = [
  ...at(
    'school',
    ['child-older-associates', 'child-weapon-or-drugs', 'child-out-of-school'],
    'A secondary school',
    'A boy in my form has two phones and new trainers and comes back exhausted on Mondays. He will not say where he was.',
    'One of our pupils has missed eleven days and was seen at the station with two grown men, with a return ticket that someone else had bought.',
  ),
  ...at(
    'delivery',
    ['child-unfit-work', 'child-no-parent-contact'],
    'The dark kitchen behind the garages',
    'A boy of about fourteen takes food out by bike until midnight. He says he lives with the owner and does not go to school.',
  ),
  ...at(
    'private-household',
    ['child-kept-apart', 'child-no-friends-no-play'],
    'A semi-detached house near the reservoir',
    'A girl of ten or eleven next door does all the washing and never goes to school. She is not their daughter.',
  ),
]

const dangers: readonly Story[] = [
  ...at(
    'private-housing',
    ['locked-in', 'violence-seen'],
    'The upstairs flat over the closed shop',
    'I heard a woman shout that she wants to go home, then a door being locked from the outside. He has a key and she does not.',
    'A man knocked on our door at night with no shoes on and said they would beat him if he went back. They are looking for him now.',
  ),
  ...at(
    'car-wash',
    ['violence-seen', 'injuries-unexplained'],
    'The hand car wash behind the builders’ merchant',
    'The boss hit one of the men with a hose end, and nobody helped him. He was still there when I drove past an hour later.',
  ),
]

/** Told by whoever it happens to; the last of them is 15. */
const own: readonly Story[] = [
  ...at(
    'hospitality',
    ['passport-held', 'unpaid-or-underpaid'],
    'The kitchen where I work',
    'I wash up in a kitchen from ten in the morning until one at night. They keep my passport and say I have to work off the flight first.',
  ),
  ...at(
    'care-home',
    ['visa-used-as-threat', 'excessive-hours'],
    'The home where I work',
    'I am a carer. I paid for my visa, and now they take more from my pay each month and say they will cancel it if I talk.',
  ),
]
const young: readonly Story[] = at(
  'delivery',
  ['child-older-associates', 'child-weapon-or-drugs'],
  'Near my school',
  'I am 15. I carry packages for someone and I want to stop, but he says I owe him money. I do not want my mum to know.',
)

export const stories = { adults, children, dangers, own, young }
export type Kind = keyof typeof stories

/** What they add, and when it was: joined to a story, so that two that are alike are not the same. */
export const details: readonly string[] = [
  'I have seen it three times now.',
  'I have not said anything to anyone.',
  'My neighbour has noticed it as well.',
  'I may be wrong, but it does not feel right.',
  'I have not told the police.',
  'I do not want them to know that it was me.',
  'It has been like this since the summer.',
  'Someone who knows about these things should look at it.',
  'I called a helpline first and they said to tell you.',
  'A white van is always there.',
  'I can hear them from my kitchen.',
]

export const whens: readonly string[] = [
  'Every weekday before 6am',
  'Last Tuesday evening',
  'Most nights after 10pm',
  'Since the beginning of the month',
  'This morning at about half past seven',
  'On Saturdays',
  'Twice last week',
]

/** Two people who saw the same: the one who is merged into the other, by their seeds, and what they say. */
export const seenAgain: readonly { by: string; of: string; what: string; where: string }[] = [
  {
    by: 'repeated 0',
    of: 'asked and seen 3',
    what: 'I live across the road from the end house. There is silver foil on the inside of every window, and only one young man ever comes out, late in the evening.',
    where: 'The last house of the terrace',
  },
  {
    by: 'repeated 1',
    of: 'talked 3',
    what: 'I deliver to the home early in the morning. Everyone who works there at night goes back to one house together. One of them told me that the owner of the home is their landlord too.',
    where: 'The care home by the park',
  },
  {
    by: 'asked and seen 6',
    of: 'asked and seen 5',
    what: 'Two men have moved in with the young man in the ground floor flat, who has a learning disability. Twice this week he was asleep on the stairs when I came home.',
    where: 'Our block of flats on the hill',
  },
]
