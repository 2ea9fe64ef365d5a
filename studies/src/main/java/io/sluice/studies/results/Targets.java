package io.sluice.studies.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/** Targets of results that time none themselves. */
final class Targets {

  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final int PER_DECADE = 5;

  /** COCO's 51: five in each decade from 100 to 1e-8, to three digits. */
  static final List<Double> LOGARITHMIC =
      IntStream.rangeClosed(0, 50).mapToObj(Targets::logarithmic).toList();

  private Targets() {}

  private static double logarithmic(int k) {
    double exact = StrictMath.pow(10, 2 - (double) k / PER_DECADE);
    return new BigDecimal(exact).round(THREE_DIGITS).doubleValue();
  }
}
