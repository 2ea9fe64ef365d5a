package io.sluice.math.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** How wide the vectors of this process are; constants, or the compiler could not use them. */
final class Lanes {

  /** As wide as {@code sluice.math} says, but not wider than the machine. */
  static final VectorSpecies<Double> SPECIES =
      System.getProperty("sluice.math", "auto").equals("vector-256")
              && DoubleVector.SPECIES_PREFERRED.vectorBitSize() > 256
          ? DoubleVector.SPECIES_256
          : DoubleVector.SPECIES_PREFERRED;

  /** The whole numbers of the same shape. */
  static final VectorSpecies<Long> WHOLE = VectorSpecies.of(long.class, SPECIES.vectorShape());

  /** Numbers in a vector. */
  static final int WIDTH = SPECIES.length();

  private Lanes() {}

  /** The same number in every lane. */
  static DoubleVector all(double number) {
    return DoubleVector.broadcast(SPECIES, number);
  }

  /** The same whole number in every lane. */
  static LongVector whole(long number) {
    return LongVector.broadcast(WHOLE, number);
  }
}
