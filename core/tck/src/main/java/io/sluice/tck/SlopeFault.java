package io.sluice.tck;

import io.sluice.spi.Activation;
import java.util.Locale;

/** Guesses why a slope is not that of the values; a guess that fits is worth a lot of time. */
final class SlopeFault {

  private final Activation activation;
  private final double[] kinks;

  private SlopeFault(Activation activation) {
    this.activation = activation;
    this.kinks = Kinks.of(activation);
  }

  /** What to say besides the numbers, or nothing. */
  static String hint(Activation activation, double x) {
    return new SlopeFault(activation).hint(x);
  }

  private String hint(double x) {
    double factor = factor();
    if (Math.abs(factor + 1) <= 1e-3) {
      return "; is its sign wrong?";
    }
    if (!Double.isNaN(factor)) {
      return String.format(
          Locale.ROOT,
          "; everywhere it is %.4g times what the values say: is a constant wrong?",
          factor);
    }
    if (isBent(x)) {
      return "; if it has a kink there, declare it in kinks()";
    }
    double slope = activation.slope(x);
    double rise = Slopes.rise(activation, x);
    if (Math.abs(slope + rise) <= 1e-3 * Math.abs(slope)) {
      return "; is its sign wrong?";
    }
    return branches();
  }

  private boolean isBent(double x) {
    double left = (activation.value(x) - activation.value(x - 0x1p-20)) * 0x1p20;
    double right = (activation.value(x + 0x1p-20) - activation.value(x)) * 0x1p20;
    return Math.abs(left - right) > 1e-3;
  }

  /** By what the slope is too large, if it is by the same everywhere; else NaN. */
  private double factor() {
    double factor = Double.NaN;
    int places = 0;
    for (double x : Inputs.ordinary()) {
      double rise = Slopes.rise(activation, x);
      if (Kinks.distance(kinks, x) > 0x1p-9 && Math.abs(rise) > 1e-3) {
        double here = activation.slope(x) / rise;
        factor = places++ == 0 ? here : factor;
        if (!(Math.abs(here - factor) <= 2e-3 * Math.abs(factor))) {
          return Double.NaN;
        }
      }
    }
    return factor == 0 ? Double.NaN : factor;
  }

  /** Whether the two sides of a kink, or of zero, differ in being right. */
  private String branches() {
    double middle = kinks.length == 0 ? 0 : kinks[kinks.length / 2];
    boolean wrongBelow = isMostlyWrong(-12, middle);
    boolean wrongAbove = isMostlyWrong(middle, 12);
    if (wrongBelow && wrongAbove) {
      return kinks.length == 0
          ? ""
          : "; it is wrong on both sides of the kink at " + middle + ": are branches swapped?";
    }
    if (wrongBelow || wrongAbove) {
      return "; it is right "
          + (wrongBelow ? "above " : "below ")
          + middle
          + ": is the branch "
          + (wrongBelow ? "below" : "above")
          + " it wrong?";
    }
    return "";
  }

  private boolean isMostlyWrong(double from, double to) {
    int wrong = 0;
    int places = 0;
    for (double x : Inputs.ordinary()) {
      if (x > from && x < to && Kinks.distance(kinks, x) > 0x1p-9) {
        places++;
        wrong += Slopes.agree(activation, x) ? 0 : 1;
      }
    }
    return 2 * wrong > places;
  }
}
