// Plain numbers come in; ONNX attribute values that know whether they are integers or floats go out.
export type Attribute =
  | { readonly type: 'int', readonly value: number }
  | { readonly type: 'ints', readonly values: readonly number[] }
  | { readonly type: 'float', readonly value: number }

export type Attributes = Readonly<Record<string, Attribute>>

export const int = (value: number): Attribute => ({ type: 'int', value })
export const ints = (values: readonly number[]): Attribute => ({ type: 'ints', values })
export const float = (value: number): Attribute => ({ type: 'float', value })
