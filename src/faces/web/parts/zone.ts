/** The time zone of this device; moments are shown in it. */
export const localZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
