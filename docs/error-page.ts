// The error codes of core in, the text of docs/errors.md out.
import { errorCodes } from '@stylelens/core'
import { markdownTable } from './markdown-table'

const rows = Object.entries(errorCodes).map(([code, { cause, mend }]) => [`\`${code}\``, cause, mend])

export const errorPage = (): string => `# Errors

<!-- Written by \`npm run docs\` from packages/core/src/error-codes.ts. -->

Every rejection is a \`ClassifierError\`: \`code\` is one of these and stays the same between versions, \`message\` says what
happened, with the value received and what to do, \`cause\` is the error behind it, and \`index\` the place of the picture in
a list. \`isClassifierError(error, 'image-corrupt')\` recognises one, also across two copies of the package. The \`name\` is
'AbortError' for \`aborted\` and 'ClassifierError' for all others.

${markdownTable(['code', 'what happened', 'what to do'], rows)}
`
