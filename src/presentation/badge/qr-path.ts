/** The dark modules of a QR code as one path, a unit each, shifted by the quiet zone of four units. */
export const qrPath = (modules: readonly (readonly boolean[])[]): string =>
  modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ''))).join('')

/** Width and height of a QR code in units, the quiet zone included. @example qrSize([[true]]) // 9 */
export const qrSize = (modules: readonly (readonly boolean[])[]): number => modules.length + 8
