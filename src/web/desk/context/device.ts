/**
 * What a sign-in was made with, as its owner would say it: "Chrome on Android". Coarse on purpose, for their own list of sign-ins; nothing
 * is decided by it.
 */
export const deviceOf = (userAgent: string | undefined): string => {
  const text = (userAgent ?? '').slice(0, 400)
  const first = (rows: readonly (readonly [RegExp, string])[]): string | undefined => rows.find(([pattern]) => pattern.test(text))?.[1]
  const browser = first([
    [/Edg(?:A|iOS)?\//, 'Edge'],
    [/Firefox\/|FxiOS\//, 'Firefox'],
    [/SamsungBrowser\//, 'Samsung Internet'],
    [/Chrome\/|CriOS\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const system = first([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux|X11/, 'Linux'],
  ])
  return [browser, system].filter(Boolean).join(' on ')
}
