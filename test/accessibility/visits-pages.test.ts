import { isOfPathway, isOther, visitEach } from './visits.ts'

visitEach('axe-pages', (view) => isOther(view) && !isOfPathway(view))
