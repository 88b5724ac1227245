import { everyView } from '../support/every.ts'
import { axeFindsNothing } from './axe-suite.ts'

axeFindsNothing(
  'axe-pages',
  everyView().filter((view) => !view.name.includes('/get-help') && !view.name.startsWith('/signs')),
)
