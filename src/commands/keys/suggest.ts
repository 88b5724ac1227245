export { suggestPassphrase } from '../../store/keys/passphrase.ts'
