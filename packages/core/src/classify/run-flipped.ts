// Inputs of the model and a way to run it in; the mean of its answers to each of them and to its mirror image out.
import type { ModelInput, ModelManifest } from '../manifest'
import type { RunRequest } from '../queue/queue-entry'
import { probabilitiesOf } from '../session/derive-outputs'
import type { PictureOutputs } from '../session/model-outputs'

/**
 * The mean of each output; the probabilities are made of the mean logits, so that the outputs agree with each other.
 * These are divided by the manifest's `flipTemperature`: a mean is less sure of itself than what it is made of.
 */
export async function runFlipped(
  { input, labels, outputs, flipTemperature }: ModelManifest,
  request: RunRequest,
  run: (request: RunRequest) => Promise<PictureOutputs[]>,
): Promise<PictureOutputs[]> {
  const { logits, probabilities, derived } = outputs
  const { [probabilities]: _, ...others } = request.lengths
  const pictures = request.pictures.flatMap((picture) => [picture, mirror(picture, input)])
  const rows = await run({ ...request, pictures, lengths: { ...others, [logits]: labels.length } })
  return request.pictures.map((_picture, index) => {
    const [plain, mirrored] = [rows[2 * index], rows[2 * index + 1]]
    const means = Object.fromEntries(Object.entries(plain).map(([name, values]) =>
      [name, values.map((value, place) => (value + mirrored[name][place]) / 2)]))
    means[logits] = means[logits].map((logit) => logit / (flipTemperature?.value ?? 1))
    return { ...means, [probabilities]: probabilitiesOf(means[logits], derived) }
  })
}

/** Left and right changed, in either layout. */
function mirror(picture: Float32Array, { layout, width, channels }: ModelInput): Float32Array {
  const step = layout === 'NCHW' ? 1 : channels // values that stay together
  const row = width * step
  return picture.map((_, index) => {
    const place = index % row
    return picture[index - place + row - step - place + 2 * (place % step)]
  })
}
