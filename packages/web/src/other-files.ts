// What gets files that are not simply there: models of others, a second attempt, a cache that fails.
export { readEmbedded } from './embedded-folder'
export { fetchAgain } from './fetch-again'
export { findModel } from './find-model'
export { tellCacheFailure } from '@stylelens/core'
