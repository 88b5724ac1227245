export { clock, dayAndMonth, fullDate, longDate, partialDate, weekday } from '../../format/when.ts'
