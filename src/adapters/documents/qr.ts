import qrcode from 'qrcode-generator'

/**
 * The modules of a QR code, dark ones true, row by row, without the quiet zone around it. Level M: a sheet of paper gets
 * folded and stained.
 *
 * @param text at most some 2,000 characters
 */
export function drawQr(text: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => code.isDark(row, column)),
  )
}
