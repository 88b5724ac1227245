import { isOfSigns, visitEach } from './visits.ts'

visitEach('axe-check', isOfSigns)
