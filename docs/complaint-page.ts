// The list of complaints in, the text of docs/complaints.md out.
import { complaints } from './complaint-list'
import type { Complaint } from './complaint-list'
import { markdownTable } from './markdown-table'

const proofOf = ({ proof }: Complaint): string =>
  'untested' in proof ? `not tested here: ${proof.untested}` : `[${proof.test}](../${proof.file})`

const rows = complaints.map((entry, index) => [
  String(index + 1),
  entry.complaint,
  entry.heard,
  entry.answer,
  proofOf(entry),
])

export const complaintPage = (): string => `# What users of other libraries complain about

<!-- Written by \`npm run docs\` from docs/complaint-list.ts. -->

Each with where it was said (issues of those projects), what is done about it here, and the test that proves it.

${markdownTable(['', 'complaint', 'heard in', 'here', 'proof'], rows)}
`
