// File names of NVIDIA's libraries in; the commands that bring them out.
import { driverMend, wantedDriver } from './nvidia-driver'
import type { MissingPart } from './missing-part'

/** Which package of PyPI carries a library: all of them need neither root nor a repository of NVIDIA's. */
const packages: readonly (readonly [library: RegExp, name: string])[] = [
  [/^libcublas(Lt)?\.so/, 'nvidia-cublas'],
  [/^libcudart\.so/, 'nvidia-cuda-runtime'],
  [/^libcurand\.so/, 'nvidia-curand'],
  [/^libcufft\.so/, 'nvidia-cufft'],
  [/^libnvrtc\.so/, 'nvidia-cuda-nvrtc'],
  [/^libnvJitLink\.so/, 'nvidia-nvjitlink'],
  [/^libcudnn/, 'nvidia-cudnn'],
  [/^libnvinfer|^libnvonnxparser/, 'tensorrt'],
]

const folder = 'nvidia-libraries'

/** Every part of NVIDIA's packages is in a folder of its own. */
const listFolders = `find "$PWD/${folder}" -name '*.so*' -printf '%h\\n' | sort -u | paste -sd:`
const searchPath = `export LD_LIBRARY_PATH="$(${listFolders})"`

/** `libcublasLt.so.13` -> '13' */
const majorOf = (library: string) => /\.so\.(\d+)/.exec(library)?.[1]

/** CUDA's version, told by the libraries that carry it in their names; 12 is what npm's download is made for. */
export function cudaMajor(libraries: readonly string[]): string {
  const telling = libraries.find((library) => /^lib(cublas|cublasLt|cudart)\.so/.test(library))
  return (telling && majorOf(telling)) ?? '12'
}

/** `"nvidia-cublas==13.*"`; up to CUDA 12 its version is part of the name, and of cuDNN's still. */
function requirement(library: string, cuda: string): string | undefined {
  const name = packages.find(([pattern]) => pattern.test(library))?.[1]
  if (name === undefined) return undefined
  const major = majorOf(library)
  const isSuffixed = name === 'nvidia-cudnn' || (Number(cuda) <= 12 && name !== 'tensorrt')
  return `"${name}${isSuffixed ? `-cu${cuda}` : ''}${major === undefined ? '' : `==${major}.*`}"`
}

/** Libraries in the order of their names in the provider; `cuda` is the version that it was built for. */
export function describeMissing(libraries: readonly string[], cuda: string): MissingPart {
  const needsDriver = libraries.some((library) => /^libcuda\.so/.test(library))
  const requirements = [...new Set(libraries.map((library) => requirement(library, cuda)).filter(Boolean))]
  const pip = `python3 -m pip install --target ${folder} ${requirements.join(' ')}`
  const sentences = [
    ...(needsDriver ? [`libcuda.so.1 is part of NVIDIA's driver (${wantedDriver(cuda)}). ${driverMend}`] : []),
    ...(requirements.length > 0 ? [`Run \`${pip}\`, then \`${searchPath}\` before Node starts.`] : []),
    ...(needsDriver || requirements.length > 0 ? [] : ['Install them with the package manager of the system.']),
  ]
  return { missing: libraries.join(', '), mend: sentences.join(' ') }
}
