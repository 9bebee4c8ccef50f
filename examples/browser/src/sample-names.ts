// The sample pictures that the page offers, by the names of their files.

export const sampleNames = [
  't-shirt',
  'trouser',
  'pullover',
  'dress',
  'coat',
  'sandal',
  'shirt',
  'sneaker',
  'bag',
  'ankle-boot',
] as const

export const sampleAddress = (name: string): string => `samples/${name}.webp`
