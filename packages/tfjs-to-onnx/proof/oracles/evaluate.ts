// A live model and numbers come in; what the float64 definitions give goes out.
import { evaluateModel } from '../reference/evaluate-model'
import type { SourceLayer } from '../reference/evaluate-model'
import type { Feed, NumberTensor } from '../numbers'
import type { LayersModel } from '../tensorflow'

export const evaluate = (model: LayersModel, feeds: readonly Feed[]): NumberTensor[] =>
  evaluateModel(model as unknown as SourceLayer, feeds.map(({ shape, data }) => ({ shape, data: Float64Array.from(data) })))
