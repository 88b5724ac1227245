export { isFault, type KeyFault } from '../../store/keys/fault.ts'
