/** A share from 0 to 1 as a bar of so many characters. Full and empty are honest: what is begun shows, and so does what is left. */
export const bar = (share: number, width: number): string => {
  const exact = Math.min(1, Math.max(0, share)) * width
  const filled = exact > 0 && exact < 1 ? 1 : exact < width && exact > width - 1 ? width - 1 : Math.round(exact)
  return '█'.repeat(filled) + '░'.repeat(width - filled)
}
