// What a page draws or shows, as types that hold with and without those of the DOM.

/**
 * The instance type behind a global constructor, or never where the compiler knows no such constructor: so these
 * declarations can be read everywhere, and mean the very types of the DOM where there are any.
 */
type InstanceOf<Name extends string> = typeof globalThis extends { [Key in Name]: { readonly prototype: infer Instance } }
  ? Instance
  : never

/** A video: `classify` takes the frame that is shown, `classifyStream` one frame after another. */
export type VideoSource = InstanceOf<'HTMLVideoElement'>

/** What a page draws or shows. None of it is changed or closed. */
export type DrawnSource =
  | InstanceOf<'ImageBitmap'>
  | InstanceOf<'HTMLImageElement'>
  | InstanceOf<'SVGImageElement'>
  | InstanceOf<'HTMLCanvasElement'>
  | InstanceOf<'OffscreenCanvas'>
  | InstanceOf<'VideoFrame'>
  | VideoSource
