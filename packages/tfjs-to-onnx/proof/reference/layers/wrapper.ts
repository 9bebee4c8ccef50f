// A layer around another layer comes in; the inner one applied per step, or once each way through time, goes out.
import type { ReferenceCall } from '../reference-layer'
import type { SerializedLayer } from '../serialized-layer'
import { combine, read, tabulate } from '../tensor'
import type { Tensor } from '../tensor'

/** The inner layer sees one step [N, ...] at a time. */
export function timeDistributed({ settings, weights, inputs: [input], evaluate }: ReferenceCall): Tensor[] {
  const [batch, steps, ...rest] = input.shape
  const outputs = Array.from({ length: steps }, (_, t) => {
    const step = tabulate([batch, ...rest], ([n, ...position]) => read(input, [n, t, ...position]))
    return evaluate(settings.serialized('layer'), weights, [step])[0]
  })
  return [tabulate([batch, steps, ...outputs[0].shape.slice(1)], ([n, t, ...position]) =>
    read(outputs[t], [n, ...position]))]
}

/** Forward weights, then backward weights; the second sequence is turned round before both are merged. */
export function bidirectional({ settings, weights, inputs: [input, ...initial], evaluate }: ReferenceCall): Tensor[] {
  const layer = settings.serialized('layer')
  const [halfWeights, halfStates] = [weights.length / 2, initial.length / 2]
  const isReversed = layer.config.goBackwards === true
  const run = (goBackwards: boolean, own: readonly Tensor[], states: readonly Tensor[]): Tensor[] =>
    evaluate({ ...layer, config: { ...layer.config, goBackwards } }, own, [input, ...states])
  const [forward, ...forwardStates] = run(isReversed, weights.slice(0, halfWeights), initial.slice(0, halfStates))
  const [backward, ...backwardStates] = run(!isReversed, weights.slice(halfWeights), initial.slice(halfStates))
  const turned = isSequence(layer) ? reverseTime(backward) : backward
  return [...join(settings.values.mergeMode, forward, turned), ...forwardStates, ...backwardStates]
}

const isSequence = ({ config }: SerializedLayer): boolean => config.returnSequences === true

const reverseTime = (sequence: Tensor): Tensor =>
  tabulate(sequence.shape, ([n, t, f]) => read(sequence, [n, sequence.shape[1] - 1 - t, f]))

function join(mode: unknown, forward: Tensor, backward: Tensor): Tensor[] {
  const pair = [forward, backward]
  if (mode == null) return pair
  if (mode === 'sum') return [combine(pair, (a, b) => a + b)]
  if (mode === 'mul') return [combine(pair, (a, b) => a * b)]
  if (mode === 'ave') return [combine(pair, (a, b) => (a + b) / 2)]
  const units = forward.shape[forward.shape.length - 1]
  return [tabulate([...forward.shape.slice(0, -1), 2 * units], (position) => {
    const unit = position[position.length - 1]
    return read(unit < units ? forward : backward, [...position.slice(0, -1), unit % units])
  })]
}
