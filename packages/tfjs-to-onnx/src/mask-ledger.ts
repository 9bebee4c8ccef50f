// Layers that make a mask and layers that would read one come in; an error goes out where a model holds both.
import { ConversionError } from './conversion-error'
import { quirkTable } from './quirks'

/** A mask nobody reads does nothing and is left out of the graph. */
export class MaskLedger {
  #maker: string | undefined
  #reader: string | undefined

  make(layer: string): void {
    this.#maker ??= layer
    this.#check()
  }

  read(layer: string): void {
    this.#reader ??= layer
    this.#check()
  }

  #check(): void {
    if (this.#maker === undefined || this.#reader === undefined) return
    const message = `Cannot convert layer "${this.#reader}": the model's layer "${this.#maker}" makes a mask: `
      + `${quirkTable['mask-consumer'].sentence}. Remove the mask, or convert a model without this layer.`
    throw new ConversionError('layer-config-unsupported', message, { layer: this.#reader, key: 'mask' })
  }
}
