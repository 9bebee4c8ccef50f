// What a call asks of the model: the outputs that it needs, and how to read its answer from them.
import type { TestTimeAugmentation } from '../prediction'
import type { OutputLengths, PictureOutputs } from '../session/model-outputs'

export interface Reading<Answer> {
  readonly lengths: OutputLengths
  readonly tta: TestTimeAugmentation
  /** @param outputs of one picture */
  read(outputs: PictureOutputs): Answer
}
