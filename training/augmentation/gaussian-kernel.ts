// A standard deviation in pixels and a radius in; the weights of a Gaussian from -radius to radius, of sum 1, out.

export function gaussianKernel(sigma: number, radius: number): number[] {
  const weights = Array.from({ length: 2 * radius + 1 }, (_, index) => Math.exp(-((index - radius) ** 2) / (2 * sigma ** 2)))
  const sum = weights.reduce((total, weight) => total + weight)
  return weights.map((weight) => weight / sum)
}
