// File names of NVIDIA's libraries in; the packages that bring them out.
import { expect, it } from 'vitest'
import { cudaMajor, describeMissing } from './nvidia-libraries'

it.each([
  [['libstdc++.so.6', 'libcublasLt.so.13'], '13'],
  [['libcudart.so.12', 'libcurand.so.10'], '12'],
  [['libcurand.so.10'], '12'],
])('%j is of CUDA %s', (libraries, major) => expect(cudaMajor(libraries)).toBe(major))

it.each([
  ['12', ['libcublasLt.so.12', 'libcublas.so.12'], '"nvidia-cublas-cu12==12.*"'],
  ['13', ['libcublasLt.so.13', 'libcublas.so.13'], '"nvidia-cublas==13.*"'],
  ['12', ['libcufft.so.11'], '"nvidia-cufft-cu12==11.*"'],
  ['12', ['libcudnn.so.9'], '"nvidia-cudnn-cu12==9.*"'],
  ['13', ['libcudnn_graph.so.9', 'libcudnn.so.9'], '"nvidia-cudnn-cu13==9.*"'],
  ['13', ['libcudart.so.13', 'libcurand.so.10'], '"nvidia-cuda-runtime==13.*" "nvidia-curand==10.*"'],
  ['12', ['libnvinfer.so.10', 'libnvonnxparser.so.10'], '"tensorrt==10.*"'],
])('CUDA %s, %j: %s', (cuda, libraries, requirements) => {
  const { missing, mend } = describeMissing(libraries, cuda)
  expect(missing).toBe(libraries.join(', '))
  expect(mend).toContain(`pip install --target nvidia-libraries ${requirements}\``)
  expect(mend).toContain('export LD_LIBRARY_PATH=')
})

it("sends for the driver where the driver's library is missing, and no further where it alone is", () => {
  const { mend } = describeMissing(['libcuda.so.1'], '13')
  expect(mend).toMatch(/580\.65\.06 or newer.*ubuntu-drivers install/)
  expect(mend).not.toContain('pip')
})

it('names what it knows nothing of', () => {
  expect(describeMissing(['libother.so.1'], '12')).toEqual({
    missing: 'libother.so.1',
    mend: expect.stringContaining('package manager'),
  })
})
