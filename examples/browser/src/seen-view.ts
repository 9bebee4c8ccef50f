// The picture as the model saw it in; the same pixels, large enough to look at, out.
import type { PixelImage } from '@stylelens/web'
import { findElement } from './find-element'
import { toRgba } from './to-rgba'

export class SeenView {
  readonly #canvas = findElement('seen', HTMLCanvasElement)

  show(picture: PixelImage): void {
    const { width, height } = picture
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height })
    this.#canvas.getContext('2d')?.putImageData(new ImageData(toRgba(picture), width, height), 0, 0)
    const colour = picture.channels < 3 ? ', grey' : ''
    this.#canvas.ariaLabel = `What the model sees: ${width} by ${height} pixels${colour}`
  }

  clear(): void {
    this.#canvas.getContext('2d')?.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
    this.#canvas.ariaLabel = 'What the model sees: nothing yet'
  }
}
