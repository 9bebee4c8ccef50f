// Distances in; the kernel out, beside the same formula with the engine's own sine.
import { expect, it } from 'vitest'
import { lanczos, sinPi } from './lanczos-kernel'

const grid = Array.from({ length: 8001 }, (_, index) => (index - 4000) / 1000)

it('has a sine that is right to 1e-12', () => {
  const worst = Math.max(...grid.map((x) => Math.abs(sinPi(x) - Math.sin(Math.PI * x))))
  expect(worst).toBeLessThan(1e-12)
  expect([-3, -2, -1, 0, 1, 2, 3].map((x) => Math.abs(sinPi(x)))).toEqual([0, 0, 0, 0, 0, 0, 0])
})

it('has a kernel that is right to 1e-12 and symmetrical to the bit', () => {
  const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))
  for (const x of grid) {
    const expected = Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0
    expect(Math.abs(lanczos(x) - expected)).toBeLessThan(1e-12)
    expect(lanczos(-x)).toBe(lanczos(x))
  }
})
