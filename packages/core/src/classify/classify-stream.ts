// A source of pictures and a way to classify one in; an async generator of their answers out.
import { StopSignal } from '../abort/stop-signal'
import { throwIfAborted } from '../abort/throw-if-aborted'
import type { ClassifyOptions, StreamOptions } from '../options/classify-options'
import { resolveStreamOptions } from '../options/stream-options'
import type { Prediction } from '../prediction'
import type { DecodedSource, Runtime } from '../runtime'
import { AnswerStream } from '../stream/answer-stream'
import { openFrames } from '../stream/open-frames'
import type { StreamAnswer, StreamSource } from '../stream'

/** What a stream needs of its classifier, wherever that runs. */
export interface StreamParts<Source, Video> {
  readonly labels: readonly string[]
  readonly platform: Pick<Runtime<Source, never, Video>, 'frames' | 'delay'>
  classify(picture: Source | DecodedSource, options: ClassifyOptions): Promise<Prediction[]>
}

/** See `Classifier.classifyStream`. Nothing happens before the first step. */
export async function* classifyStream<Source, Video>(
  { labels, platform, classify }: StreamParts<Source, Video>,
  source: StreamSource<Source, Video>,
  options?: StreamOptions,
): AsyncGenerator<StreamAnswer, void, undefined> {
  const { ofClassify, dropFrames, concurrency, signal } = resolveStreamOptions(options, labels)
  const stop = new StopSignal()
  const leave = stop.follow(signal)
  try {
    throwIfAborted(signal)
    const frames = openFrames(platform, source, dropFrames, stop)
    const stream = new AnswerStream({
      frames,
      concurrency: concurrency ?? (frames.dropFrames ? 1 : 4),
      stop,
      delay: platform.delay,
      classify: (picture) => classify(picture, { ...ofClassify, signal: stop }),
    })
    try {
      yield* stream.answers()
    } finally {
      await stream.close()
    }
  } finally {
    leave()
  }
}
