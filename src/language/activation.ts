// A rational stand-in for tanh: the same in training and use, cheap, smooth, exactly ±1 outside ±3.

export function squash(x: number): number {
  if (x >= 3) return 1
  if (x <= -3) return -1
  const square = x * x
  return (x * (27 + square)) / (27 + 9 * square)
}

/** Slope of `squash` at x. */
export function squashSlope(x: number): number {
  if (x >= 3 || x <= -3) return 0
  const square = x * x
  const root = (9 - square) / (9 + 3 * square)
  return root * root
}

/** Between 0 and 1: the logistic curve's stand-in. */
export const gate = (x: number): number => 0.5 + 0.5 * squash(0.5 * x)
export const gateSlope = (x: number): number => 0.25 * squashSlope(0.5 * x)
