import jsqr from 'jsqr'
import { readPixels } from './read-pixels.ts'

// The package is CommonJS: its function is the default of the default.
const decode =
  (jsqr as unknown as { default?: typeof jsqr.default }).default ?? (jsqr as unknown as typeof jsqr.default)

/** The text of a QR code in a PNG; null where none is found. */
export function readQr(bytes: Uint8Array): string | null {
  const pixels = readPixels(bytes)
  if (pixels === null) return null
  return decode(pixels.data, pixels.width, pixels.height)?.data || null
}
