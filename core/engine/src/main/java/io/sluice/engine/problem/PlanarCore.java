package io.sluice.engine.problem;

import io.sluice.math.Exponential;
import io.sluice.math.Trigonometric;

/**
 * The three functions of Andrey Dik's comparison of population methods (MQL5 article 16443), in the
 * state of December 2024 to which its published figures belong; later versions of Forest and
 * Megacity are other problems. Each is scaled to [0, 1] on its box.
 */
abstract class PlanarCore {

  private final double lowerX;
  private final double upperX;
  private final double lowerY;
  private final double upperY;
  private final double least;
  private final double greatest;

  private PlanarCore(
      double lowerX, double upperX, double lowerY, double upperY, double least, double greatest) {
    this.lowerX = lowerX;
    this.upperX = upperX;
    this.lowerY = lowerY;
    this.upperY = upperY;
    this.least = least;
    this.greatest = greatest;
  }

  final double lowerX() {
    return lowerX;
  }

  final double upperX() {
    return upperX;
  }

  final double lowerY() {
    return lowerY;
  }

  final double upperY() {
    return upperY;
  }

  final boolean isOutside(double x, double y) {
    return !(x >= lowerX && x <= upperX && y >= lowerY && y <= upperY);
  }

  final double value(double x, double y) {
    double raw = raw(x, y);
    return raw < least ? 0 : raw > greatest ? 1 : (raw - least) / (greatest - least);
  }

  /** Both slopes of {@link #value} inside the box. */
  final void gradient(double x, double y, double[] slope) {
    rawGradient(x, y, slope);
    slope[0] /= greatest - least;
    slope[1] /= greatest - least;
  }

  boolean hasGradient() {
    return true;
  }

  abstract double raw(double x, double y);

  abstract void rawGradient(double x, double y, double[] slope);

  /** height · exp(−((x − a)² + (y − b)²) / width): a bump or a hole. */
  private record Bump(double height, double a, double b, double width) {
    double at(double x, double y) {
      double dx = x - a;
      double dy = y - b;
      return height * Exponential.exp(-(dx * dx + dy * dy) / width);
    }

    double addSlopes(double x, double y, double[] slope) {
      double value = at(x, y);
      slope[0] -= 2 * (x - a) / width * value;
      slope[1] -= 2 * (y - b) / width * value;
      return value;
    }
  }

  /** A bowl with waves, three hills and three holes. */
  static final class Hilly extends PlanarCore {

    private static final double TWO_PI = 2 * Math.PI;
    private static final Bump[] BUMPS = {
      new Bump(-30, 1, 0, 0.1),
      new Bump(200, -0.47 * Math.PI, 0.2 * Math.PI, 0.1),
      new Bump(100, 0.5, -0.5, 0.01),
      new Bump(-60, 1.33, 2, 0.02),
      new Bump(-40, -1.3, -0.2, 0.5),
      new Bump(60, 1.5, -1.5, 0.1),
    };

    Hilly() {
      super(-3, 3, -3, 3, -39.701816104859866, 229.91931214214105);
    }

    @Override
    double raw(double x, double y) {
      double sum =
          20
              + x * x
              + y * y
              - 10 * Trigonometric.cos(TWO_PI * x)
              - 10 * Trigonometric.cos(TWO_PI * y);
      for (Bump bump : BUMPS) {
        sum += bump.at(x, y);
      }
      return sum;
    }

    @Override
    void rawGradient(double x, double y, double[] slope) {
      slope[0] = 2 * x + 10 * TWO_PI * Trigonometric.sin(TWO_PI * x);
      slope[1] = 2 * y + 10 * TWO_PI * Trigonometric.sin(TWO_PI * y);
      for (Bump bump : BUMPS) {
        bump.addSlopes(x, y, slope);
      }
    }
  }

  /** sin √(|x−1.13| + |y−2|) + cos(√|sin x| + √|sin(y−2)|), which Forest and Megacity share. */
  private static double ridges(double x, double y) {
    return Trigonometric.sin(Math.sqrt(Math.abs(x - 1.13) + Math.abs(y - 2)))
        + Trigonometric.cos(
            Math.sqrt(Math.abs(Trigonometric.sin(x)))
                + Math.sqrt(Math.abs(Trigonometric.sin(y - 2))));
  }

  /** Sharp trees with one hole; differentiable almost everywhere. */
  static final class Forest extends PlanarCore {

    private static final Bump CLEARING = new Bump(1.01, -42, -43.5, 0.9);
    private static final Bump GROVE = new Bump(1, -40.2, -46, 0.3);
    private static final Bump HOLE = new Bump(-0.3, -42.3, -46, 0.02);

    Forest() {
      super(-43.5, -39, -47.35, -40, -0.26489289358875895, 1.8779867959790217);
    }

    @Override
    double raw(double x, double y) {
      double g = ridges(x, y) + CLEARING.at(x, y) + GROVE.at(x, y);
      return g * g * g * g + HOLE.at(x, y);
    }

    @Override
    void rawGradient(double x, double y, double[] slope) {
      double distance = Math.sqrt(Math.abs(x - 1.13) + Math.abs(y - 2));
      double ring = ratio(Trigonometric.cos(distance), 2 * distance);
      double sinX = Trigonometric.sin(x);
      double sinY = Trigonometric.sin(y - 2);
      double rootX = Math.sqrt(Math.abs(sinX));
      double rootY = Math.sqrt(Math.abs(sinY));
      double wave = -Trigonometric.sin(rootX + rootY);
      slope[0] =
          ring * Math.signum(x - 1.13)
              + wave * ratio(Math.signum(sinX) * Trigonometric.cos(x), 2 * rootX);
      slope[1] =
          ring * Math.signum(y - 2)
              + wave * ratio(Math.signum(sinY) * Trigonometric.cos(y - 2), 2 * rootY);
      double g = ridges(x, y) + CLEARING.addSlopes(x, y, slope) + GROVE.addSlopes(x, y, slope);
      double outer = 4 * g * g * g;
      slope[0] *= outer;
      slope[1] *= outer;
      HOLE.addSlopes(x, y, slope);
    }

    /** At a ridge the slope is unbounded; 0 is taken there. */
    private static double ratio(double numerator, double denominator) {
      return denominator == 0 ? 0 : numerator / denominator;
    }
  }

  /** Blocks of flats: whole heights and nothing between them, so no slope leads anywhere. */
  static final class Megacity extends PlanarCore {

    private static final Bump PIT = new Bump(2, -9.5, -7.5, 0.4);

    Megacity() {
      super(-10, -2, -10.5, 10, -1, 12);
    }

    @Override
    boolean hasGradient() {
      return false;
    }

    @Override
    double raw(double x, double y) {
      double height = ridges(x, y);
      return Math.floor(height * height * height * height) - Math.floor(PIT.at(x, y));
    }

    @Override
    void rawGradient(double x, double y, double[] slope) {
      throw new IllegalStateException("megacity has no gradient");
    }
  }
}
