// A default and a description in; one line of a bench's command line, with the way to read its value, out.

export interface OptionLine<Value> {
  readonly fallback: Value
  readonly placeholder: string
  readonly description: string
  /** It takes no value: given, it is `true`. */
  readonly isFlag?: true
  /** Undefined for a text that is no such value. */
  read(text: string): Value | undefined
}

export const countOption = (fallback: number, description: string): OptionLine<number> => ({
  fallback,
  placeholder: 'COUNT',
  description: `${description} (default: ${fallback})`,
  read: (text) => (/^[1-9]\d*$/.test(text) ? Number(text) : undefined),
})

export const flagOption = (description: string): OptionLine<boolean> =>
  ({ fallback: false, placeholder: '', description, isFlag: true, read: () => true })

export const pathOption = (placeholder: string, description: string): OptionLine<string | undefined> => ({
  fallback: undefined,
  placeholder,
  description,
  read: (text) => (text === '' ? undefined : text),
})

/** Several names of a list, separated by commas; all of them where nothing is said. */
export const namesOption = <Name extends string>(
  names: readonly Name[],
  description: string,
): OptionLine<readonly Name[]> => ({
  fallback: names,
  placeholder: 'NAMES',
  description: `${description} (default: ${names.join(',')})`,
  read: (text) => {
    const chosen = text.split(',').map((part) => names.find((name) => name === part))
    return chosen.every((name) => name !== undefined) ? chosen : undefined
  },
})
