// Nothing in; the version of glibc that this process runs on out.

/** Undefined on musl and on other systems than Linux. */
export function glibcVersion(): string | undefined {
  try {
    const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
    return header?.glibcVersionRuntime
  } catch {
    return undefined
  }
}
