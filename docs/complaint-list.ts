// The complaints of users of other libraries, in the order in which they were collected.
import type { Complaint } from './complaints/complaint'
import { installComplaints } from './complaints/install-complaints'
import { runningComplaints } from './complaints/running-complaints'
import { trustComplaints } from './complaints/trust-complaints'

export const complaints: readonly Complaint[] = [...installComplaints, ...runningComplaints, ...trustComplaints]
