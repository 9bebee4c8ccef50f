// Stops with one clear sentence where Node is too old for this project; written so that old versions can read it.
const required = [20, 9]
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < required[0] || (major === required[0] && minor < required[1])) {
  console.error(
    'StyleLens needs Node ' +
      required.join('.') +
      ' or newer, and this is Node ' +
      process.versions.node +
      '. Install a current one from https://nodejs.org (or: nvm install 22), then run the same command again.',
  )
  process.exit(1)
}
