// Nothing in; what to do where a file that comes with this package is missing or damaged out.

export const reinstall = 'Install @stylelens/node again; in its sources run `npm run build`.'
