package io.sluice.engine.initial;

/** How the weights of a matrix are drawn. */
enum Distribution {
  /** Independently, uniform on ±√3 times the standard deviation. */
  UNIFORM,
  /** Independently, normal and not truncated. */
  NORMAL,
  /** Together, with orthonormal rows or columns, which the scale multiplies. */
  ORTHOGONAL
}
