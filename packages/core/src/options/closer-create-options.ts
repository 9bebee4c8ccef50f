// What looks at options of createClassifier that are not plain: loaded where there are any.
export { checkTimers } from './check-timers'
export { resolveCreateOptions } from './create-options'
