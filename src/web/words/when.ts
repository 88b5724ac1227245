export { clock, dayAndMonth, fullDate, longDate, partialDate, weekday } from '../../content/speech/when.ts'
