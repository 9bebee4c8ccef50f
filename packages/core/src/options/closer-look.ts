// What looks at options that are not plain, says what is wrong with them, and makes the queues that they ask for.
export { checkSharedOptions } from './check-shared-options'
export { checkTimers } from './check-timers'
export { resolveClassifyOptions } from './classify-options'
export { resolveCreateOptions } from './create-options'
export { OptionKeys } from './option-keys'
export { makeQueueParts } from '../queue/queue-parts'
