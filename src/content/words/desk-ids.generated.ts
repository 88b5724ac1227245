// Made from content/national/words/en/desk by `npm run word-ids`. Do not edit.

/** Every id of these words, `group.key` as in the file that holds it. */
export const deskSet = {
  folder: 'words/en/desk',
  files: {
    'sign-in.yaml': ['sign-in.title'],
  },
} as const

export type DeskId = (typeof deskSet.files)[keyof typeof deskSet.files][number]
