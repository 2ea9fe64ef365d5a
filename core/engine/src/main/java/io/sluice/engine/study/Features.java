package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;

/**
 * What networks get in place of the inputs of a problem: functions of them that are not trained.
 */
public sealed interface Features {

  /** No problem may have more inputs. */
  int MOST = LayerSpec.LARGEST_WIDTH;

  /** How many numbers so many inputs are turned into; a double, since an int may be too small. */
  double count(int inputs);

  /** What the label of a problem says. */
  String label();

  /**
   * √(2 / count) cos(w · x + b) with normal w and b uniform from 0 to 2π, whose products are about
   * exp(−scale² |x − x'|² / 2) (Rahimi and Recht 2008).
   *
   * @param count how many there are
   * @param scale the standard deviation of w
   * @param keepsInputs whether the inputs are there as well, before them
   */
  record RandomFourier(int count, double scale, boolean keepsInputs) implements Features {

    public RandomFourier {
      check("count", count);
      check("scale", scale);
    }

    @Override
    public double count(int inputs) {
      return count + (keepsInputs ? inputs : 0);
    }

    @Override
    public String label() {
      return "random-fourier(" + count + " scale=" + NumberText.of(scale) + kept(keepsInputs) + ")";
    }
  }

  /**
   * exp(−|x − c|² / (2 width²)) with centres c that are rows to train with, no row twice.
   *
   * @param centres how many there are
   * @param width the standard deviation of each
   * @param keepsInputs whether the inputs are there as well, before them
   */
  record Radial(int centres, double width, boolean keepsInputs) implements Features {

    public Radial {
      check("centres", centres);
      check("width", width);
    }

    @Override
    public double count(int inputs) {
      return centres + (keepsInputs ? inputs : 0);
    }

    @Override
    public String label() {
      return "radial(" + centres + " width=" + NumberText.of(width) + kept(keepsInputs) + ")";
    }
  }

  /**
   * The inputs and all products of up to so many of them, by degree: x1, x2, x1², x1 x2, x2².
   *
   * @param degree the most factors of a product
   */
  record Products(int degree) implements Features {

    /** The most factors. */
    public static final int HIGHEST = 64;

    public Products {
      if (degree < 1 || degree > HIGHEST) {
        throw new IllegalArgumentException(
            "products have 1 to " + HIGHEST + " factors, not " + degree);
      }
    }

    @Override
    public double count(int inputs) {
      double count = 1;
      for (int factor = 1; factor <= degree; factor++) {
        count = count * (inputs + factor) / factor;
      }
      return Math.rint(count) - 1;
    }

    @Override
    public String label() {
      return "products(" + degree + ")";
    }
  }

  private static String kept(boolean keepsInputs) {
    return keepsInputs ? " and inputs" : "";
  }

  private static void check(String what, int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(what + " is 1 to " + MOST + ", not " + count);
    }
  }

  private static void check(String what, double number) {
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          what + " is a number above 0, not " + NumberText.of(number));
    }
  }
}
