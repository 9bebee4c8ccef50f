// Nothing in; the version of NVIDIA's driver that runs here out.
import { readFileSync } from 'node:fs'
import type { MissingPart } from './missing-part'

/** The first driver of Linux for each CUDA (CUDA Toolkit release notes, "minor version compatibility"). */
const firstDrivers: Readonly<Record<string, string>> = { '12': '525.60.13', '13': '580.65.06' }

/** Undefined where no driver runs, or none that tells (WSL keeps its own in Windows). */
export function driverVersion(file = '/proc/driver/nvidia/version'): string | undefined {
  try {
    return /^NVRM version:.*?\s(\d+\.\d+(\.\d+)?)(?=\s|$)/m.exec(readFileSync(file, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** True where each part of `version` is at least that of `first`, read from the left. */
export function isAtLeast(version: string, first: string): boolean {
  const [given, wanted] = [version, first].map((text) => text.split('.').map(Number))
  const at = wanted.findIndex((part, index) => part !== (given[index] ?? 0))
  return at === -1 || (given[at] ?? 0) > wanted[at]
}

/** `580.65.06 or newer, for CUDA 13` */
export function wantedDriver(major: string): string {
  const first = firstDrivers[major]
  return first === undefined ? `of CUDA ${major}` : `${first} or newer, for CUDA ${major}`
}

export const driverMend =
  'Install the NVIDIA driver, e.g. `sudo ubuntu-drivers install`, and start the machine again; `nvidia-smi` must ' +
  "list the GPU. In a container the driver is the host's: `docker run --gpus all`."

/** What to say where the driver is older than CUDA `major` wants, or where none tells its version. */
export function driverLack(major: string, running: string | undefined): MissingPart {
  const here = running === undefined ? 'none tells its version here' : `${running} runs here`
  return { missing: `an NVIDIA driver ${wantedDriver(major)} (${here})`, mend: driverMend }
}

/** The lack where a driver tells its version and that is too old; undefined where it is new enough or says nothing. */
export function tooOldDriver(major: string, running = driverVersion()): MissingPart | undefined {
  const first = firstDrivers[major]
  if (running === undefined || first === undefined || isAtLeast(running, first)) return undefined
  return driverLack(major, running)
}
