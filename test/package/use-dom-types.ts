// A user's TypeScript for a page: compiled against the installed declarations where the compiler knows the DOM, never run.
import { classify, createClassifier } from 'stylelens'
import type { Classifier, Prediction } from 'stylelens'

/** Every kind of picture that a page has, each by its own type. */
export interface PagePictures {
  readonly url: URL
  readonly blob: Blob
  readonly file: File
  readonly response: Response
  readonly stream: ReadableStream<Uint8Array>
  readonly data: ImageData
  readonly bitmap: ImageBitmap
  readonly image: HTMLImageElement
  readonly drawing: SVGImageElement
  readonly canvas: HTMLCanvasElement
  readonly offscreen: OffscreenCanvas
  readonly video: HTMLVideoElement
  readonly frame: VideoFrame
}

export async function each(pictures: PagePictures): Promise<Prediction[]> {
  const classifier: Classifier = await createClassifier({ executionProviders: ['webgpu', 'wasm'], signal: AbortSignal.timeout(1000) })
  const { url, blob, file, response, stream, data, bitmap, image, drawing, canvas, offscreen, video, frame } = pictures
  const list = [url, blob, file, response, stream, data, bitmap, image, drawing, canvas, offscreen, video, frame]
  for (const picture of list) await classifier.classify(picture)
  return classify(video, { topK: 1 })
}

export async function watch(classifier: Classifier, video: HTMLVideoElement, { signal }: AbortController): Promise<string> {
  for await (const { predictions } of classifier.classifyStream(video, { dropFrames: false, signal })) {
    if (predictions !== undefined) return predictions[0]?.label ?? ''
  }
  return ''
}

export function pageMistakes(classifier: Classifier, shown: HTMLDivElement): void {
  // @ts-expect-error an element that shows no picture
  void classifier.classify(shown)
  // @ts-expect-error a picture is no stream
  void classifier.classifyStream(new Image())
}
