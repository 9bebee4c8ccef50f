// The declarations of find-chromium.mjs.
export function findChromium(): Promise<{ readonly path: string | null; readonly reason: string }>
export function findInstalledChromium(): string | undefined
