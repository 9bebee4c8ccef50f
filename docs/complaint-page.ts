// The list of complaints in, the text of docs/complaints.md out.
import { complaints } from './complaint-list'
import type { Complaint } from './complaints/complaint'
import { markdownTable } from './markdown-table'

const proofOf = ({ proofs, untested }: Complaint): string => [
  ...proofs.map(({ file, test }) => `[${test}](../${file})`),
  ...(untested === undefined ? [] : [`not tested here: ${untested}`]),
].join('; ')

const rows = complaints.map((entry, index) => [
  String(index + 1),
  entry.complaint,
  entry.heard,
  entry.answer,
  proofOf(entry),
])

export const complaintPage = (): string => `# What users of other libraries complain about

<!-- Written by \`npm run docs\` from docs/complaint-list.ts. -->

Each with where it was said (issues of those projects), what is done about it here, and the tests that prove it.

${markdownTable(['', 'complaint', 'heard in', 'here', 'proof'], rows)}
`
