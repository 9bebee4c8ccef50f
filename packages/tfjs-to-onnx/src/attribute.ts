// Plain values come in; ONNX attribute values that know their type (integers, floats or text) go out.
export type Attribute =
  | { readonly type: 'int', readonly value: number }
  | { readonly type: 'ints', readonly values: readonly number[] }
  | { readonly type: 'float', readonly value: number }
  | { readonly type: 'text', readonly value: string }
  | { readonly type: 'texts', readonly values: readonly string[] }

export type Attributes = Readonly<Record<string, Attribute>>

export const int = (value: number): Attribute => ({ type: 'int', value })
export const ints = (values: readonly number[]): Attribute => ({ type: 'ints', values })
export const float = (value: number): Attribute => ({ type: 'float', value })
export const text = (value: string): Attribute => ({ type: 'text', value })
export const texts = (values: readonly string[]): Attribute => ({ type: 'texts', values })
