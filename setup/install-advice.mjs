// Says what to do about a failed npm install: npm's output in, one sentence out.

const advices = [
  [
    /EUSAGE|in sync/,
    'package.json and package-lock.json do not fit together: run "npm install" and keep the changed lockfile.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|network/i,
    'npm does not reach its registry. Check the connection. Behind a proxy: set HTTPS_PROXY=http://host:port. ' +
      'With a registry of your own: npm config set registry https://... . ' +
      "Offline with packages in npm's cache: npm config set offline true. Then run the same command again.",
  ],
  [
    /SELF_SIGNED|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY|CERT_/,
    'A proxy shows a certificate that Node does not know: set NODE_EXTRA_CA_CERTS=/path/to/company.pem, try again.',
  ],
  [/EINTEGRITY/, 'A package differs from the lockfile: run "npm cache verify", then the same command again.'],
  [/ENOSPC/, 'The disk is full: about 1.5 GB are needed.'],
  [/EACCES|EPERM/, 'npm may not write here: use a folder of your own, without sudo.'],
]

export function installAdvice(output) {
  const found = advices.find(([pattern]) => pattern.test(output))
  return found === undefined ? 'npm\'s own output is above; "npm ci" shows it again.' : found[1]
}
