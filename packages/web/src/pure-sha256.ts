// SHA-256 without the help of the browser: loaded on pages that are not secure.
export { sha256 } from '@stylelens/core'
