// The table of browsers beside Chromium that the contract is run in: where their programs lie, and how they are started.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface BrowserProgram {
  readonly name: string
  /** The environment variable that names another program. */
  readonly variable: string
  /** Where systems put it. */
  readonly places: () => readonly string[]
  /** What brings it. */
  readonly advice: string
  /** Words before the address; `folder` is empty and only this start's. */
  readonly words: (folder: string) => readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** Files in `folder` that it reads at its start. */
  readonly settings: Readonly<Record<string, string>>
  /** True where it draws on a screen only. */
  readonly needsScreen: boolean
}

// No page but ours is opened, and nothing is sent anywhere.
const firefoxSettings = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.firstRunURL': '',
  'toolkit.telemetry.enabled': false,
}

const preferences = Object.entries(firefoxSettings)
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)})`)
  .join(';\n')

/** Distributions have a folder for each kind of processor. */
function miniBrowsers(): readonly string[] {
  const parents = ['/usr/lib', '/usr/lib64', '/usr/libexec'].filter((folder) => existsSync(folder))
  const folders = parents.flatMap((parent) => [
    parent,
    ...readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name)),
  ])
  return ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].flatMap((version) =>
    folders.map((folder) => join(folder, version, 'MiniBrowser')))
}

export const browserPrograms: readonly BrowserProgram[] = [
  {
    name: 'Firefox',
    variable: 'STYLELENS_FIREFOX',
    places: () => [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    advice: 'apt-get install firefox-esr',
    words: (folder) => ['--headless', '--no-remote', '--profile', folder],
    environment: {},
    settings: { 'user.js': `${preferences};\n` },
    needsScreen: false,
  },
  {
    name: 'WebKitGTK',
    variable: 'STYLELENS_WEBKIT',
    places: miniBrowsers,
    advice: 'apt-get install webkit2gtk-driver xvfb',
    words: () => ['--private'],
    environment: { GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
    settings: {},
    needsScreen: true,
  },
]
