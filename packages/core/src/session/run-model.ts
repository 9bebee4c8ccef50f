// A session and preprocessed pictures in; the checked outputs of the model for each picture out.
import type { ModelManifest } from '../manifest'
import type { Session } from '../runtime'
import { deriveOutputs, graphLengths } from './derive-outputs'
import { encodeInput } from './encode-input'
import type { OutputLengths, PictureOutputs } from './model-outputs'
import { runBatch } from './run-batch'
import { stackPictures } from './stack-pictures'
import { wrongOutput } from './wrong-output'

/**
 * One run for all pictures; where the graph takes one number of pictures only, as many runs as that needs.
 * @param pictures each of height * width * channels values
 * @param lengths of outputs; one that the graph does not have is made of the one that it has
 * @returns one for each picture, copied out of the session's memory
 * Errors: 'run-failed' with its cause, 'model-invalid' where an output is not as the manifest says.
 */
export async function runModel(
  session: Pick<Session, 'run'>,
  { input, outputs }: Pick<ModelManifest, 'input' | 'outputs'>,
  pictures: readonly Float32Array[],
  lengths: OutputLengths,
): Promise<PictureOutputs[]> {
  const asked = graphLengths(outputs, lengths)
  const size = input.batch ?? pictures.length
  const rows: PictureOutputs[] = []
  for (let start = 0; start < pictures.length; start += size) {
    const part = pictures.slice(start, start + size)
    const tensor = encodeInput(stackPictures(part, input), input.type)
    rows.push(...await runBatch(session, input.name, tensor, part.length, asked, wrongOutput))
  }
  const names = Object.keys(lengths)
  return rows.map((row) => deriveOutputs(outputs, names, row))
}
