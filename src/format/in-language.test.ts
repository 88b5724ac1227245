import { expect, test } from 'vitest'
import { englishHash } from '../content/translations.ts'
import { madeUp } from '../content/two-councils-fixtures.ts'
import { inLanguage } from './in-language.ts'

const county = madeUp()

test('a name is never without its places, in a translation neither', () => {
  const loaded = county.load((name, text) =>
    name === 'words/ar/get-help.yaml'
      ? text.replace(
          '[]',
          `\n- {id: services.childrens-services-southshire.name, text: "خدمات الأطفال", of: "${englishHash("Southshire Children's Services")}"}`,
        )
      : text,
  )
  const pack = loaded.pack
  const arabic = pack?.translations.find(({ language }) => language.id === 'ar')
  if (!pack || !arabic) throw new Error(JSON.stringify(loaded.findings))
  const names = (ids: readonly string[], of = pack) => ids.map((id) => of.serviceWords.get(id)?.name)
  const ids = ['childrens-services-northshire', 'childrens-services-southshire']
  expect(names(ids)).toEqual(["Northshire Children's Services (Northtown or Eastham)", "Southshire Children's Services (Weston)"])
  expect(names(ids, inLanguage(pack, arabic, 'get-help', []).pack)).toEqual([
    "Northshire Children's Services (Northtown or Eastham)",
    'خدمات الأطفال (Weston)',
  ])
})
