import { everyView } from '../support/every.ts'
import { axeFindsNothing } from './axe-suite.ts'

axeFindsNothing(
  'axe-check',
  everyView().filter((view) => view.name.startsWith('/signs')),
)
