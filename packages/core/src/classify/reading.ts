// What a call asks of the model: the outputs that it needs, and how to read its answer from them.
import type { OutputLengths, PictureOutputs } from '../session/model-outputs'

export interface Reading<Answer> {
  readonly lengths: OutputLengths
  /** @param outputs of one picture */
  read(outputs: PictureOutputs): Answer
}
