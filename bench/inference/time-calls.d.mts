// What `time-calls.mjs` takes and gives.
import type { CallTime } from './inference-task'

export declare function timeCalls(call: () => Promise<unknown>, count: number): Promise<CallTime>
