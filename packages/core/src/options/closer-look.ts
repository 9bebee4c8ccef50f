// What looks at options that are not plain, and says what is wrong with them: loaded where there are any.
export { checkSharedOptions } from './check-shared-options'
export { checkTimers } from './check-timers'
export { resolveClassifyOptions } from './classify-options'
export { resolveCreateOptions } from './create-options'
export { OptionKeys } from './option-keys'
export { readSwitchedProviders } from './read-switched-providers'
