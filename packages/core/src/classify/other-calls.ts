// All calls but the one that classifies a single picture: loaded with the first of them.
export { answerList } from './answer-list'
export { classifyDetailed } from './classify-detailed'
export { classifyStream } from './classify-stream'
export { readEmbedding } from './read-embedding'
export { resolveEmbedOptions } from '../options/classify-options'
