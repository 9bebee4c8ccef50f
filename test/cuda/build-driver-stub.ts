// A folder in; in it a libcuda.so.1 as the loader wants it, without a driver behind it, out.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../package/run-command'

/** The one function of the driver that the CUDA provider is linked with; the runtime asks for the others by name. */
const linked = 'int cuTensorMapEncodeTiled(void) { return 100; }\n'

/** A driver that tells its version (thousands: major) and finds no GPU; without one it is too old for every CUDA. */
const withVersion = (version: number) =>
  `${linked}int cuInit(unsigned flags) { return 100; }\nint cuDriverGetVersion(int *v) { *v = ${version}; return 0; }\n`

/** Undefined where it was built; else what the compiler said. */
export async function buildDriverStub(folder: string, version?: number): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'stub.c'), version === undefined ? linked : withVersion(version))
  const words = ['-shared', '-fPIC', '-Wl,-soname,libcuda.so.1', '-o', 'libcuda.so.1', 'stub.c']
  const { code, stderr } = await runProgram('cc', words, folder)
  return code === 0 ? undefined : `no C compiler builds the stub of the driver: ${stderr}`
}
