// The service worker of an extension: the address of a picture, from whoever asks, in; its best label out.
import { classify } from 'stylelens/wasm'

const label = async (picture: string): Promise<string> => (await classify(picture, { topK: 1 }))[0].label

Object.assign(globalThis, { label })
