import { everyView } from '../support/every.ts'
import { axeFindsNothing } from './axe-suite.ts'

axeFindsNothing(
  'axe-pages',
  everyView().filter((view) => !view.name.startsWith('/get-help') && !view.name.startsWith('/signs')),
)
