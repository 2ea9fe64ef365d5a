package io.sluice.optimizers.evolution;

/** The shape C of a distribution, full or diagonal. */
interface Covariance {

  /** The factor by which c_1 and c_μ are larger than those of a full matrix. */
  double learningFactor();

  /** y = C^½ z, from the last decomposition. */
  void shape(double[] z, double[] y);

  /** Turns z so that it is C^{−½} y for the y that {@link #shape} made of it. */
  void turn(double[] z, double[] turned);

  /** Multiplies by a factor, the first of an update. */
  void fade(double factor);

  /** Adds weight · v vᵀ. */
  void add(double weight, double[] v);

  /**
   * Makes later draws follow the updates so far.
   *
   * @param gap after so many updates it is worth the work
   */
  void refresh(double gap);

  /** A variance on the diagonal. */
  double variance(int parameter);

  /** The largest variance by the smallest, over all directions known since the last refresh. */
  double condition();
}
