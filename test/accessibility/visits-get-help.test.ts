import { isGetHelp, visitEach } from './visits.ts'

visitEach('axe-get-help', isGetHelp)
