// A picture that lives on the caller's side in; what a worker can be sent of it out: an address or its bytes.
import type { DecodeOptions, EncodedSource, OwnPicture } from '@stylelens/core'
import { describeSource, nameOfSource } from '@stylelens/core'
import { readSource } from '../read-source'

/** Throws 'input-type', 'image-too-large', 'image-unreadable', 'image-download' or 'aborted', as decodeImage does. */
export async function toTransferable(source: EncodedSource, options: DecodeOptions): Promise<OwnPicture> {
  // the file or the address is opened in the worker
  if (typeof source === 'object' && source !== null && 'href' in source && 'protocol' in source)
    return { value: source.href }
  const name = nameOfSource(source)
  const bytes = await readSource(source, describeSource(source), options)
  return { bytes, name }
}
