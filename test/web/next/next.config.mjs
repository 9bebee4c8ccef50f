// Nothing in; the settings of this app for Next.js out.

export default {
  // native modules and files beside them: Node loads them itself
  serverExternalPackages: ['stylelens', '@stylelens/node'],
}
