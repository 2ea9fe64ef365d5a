package io.sluice.engine.problem;

import static io.sluice.engine.problem.BbobStage.share;

import io.sluice.math.Power;
import io.sluice.math.Trigonometric;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** What a function of BBOB does with the transformed point. */
interface BbobCore {

  /** Writes the slopes by z to {@code g}, if it is not null, and returns the value. */
  double at(double[] z, double[] g);

  /** Σ weight_i z_i². */
  static BbobCore squares(IntToDoubleFunction weight, int n) {
    double[] weights = new double[n];
    Arrays.setAll(weights, weight);
    return (z, g) -> {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += weights[i] * (z[i] * z[i]);
        if (g != null) {
          g[i] = 2 * weights[i] * z[i];
        }
      }
      return sum;
    };
  }

  /** 10 (n − Σ cos 2πz) + Σ z². */
  BbobCore RASTRIGIN =
      (z, g) -> {
        double waves = 0;
        double squares = 0;
        for (int i = 0; i < z.length; i++) {
          waves += Trigonometric.cos(2 * Math.PI * z[i]);
          squares += z[i] * z[i];
          if (g != null) {
            g[i] = 20 * Math.PI * Trigonometric.sin(2 * Math.PI * z[i]) + 2 * z[i];
          }
        }
        return 10 * (z.length - waves) + squares;
      };

  /** Σ 100 (z_i² − z_{i+1})² + (z_i − 1)². */
  BbobCore ROSENBROCK =
      (z, g) -> {
        double sum = 0;
        if (g != null) {
          Arrays.fill(g, 0);
        }
        for (int i = 0; i + 1 < z.length; i++) {
          double bend = z[i] * z[i] - z[i + 1];
          double rest = z[i] - 1;
          sum += 100 * (bend * bend) + rest * rest;
          if (g != null) {
            g[i] += 400 * bend * z[i] + 2 * rest;
            g[i + 1] -= 200 * bend;
          }
        }
        return sum;
      };

  /** Σ c z² with c = 10⁴ on the side where the minimum lies, bent by T_osz, to the power 0.9. */
  static BbobCore attractiveSector(double[] minimum) {
    return (z, g) -> {
      double sum = 0;
      for (int i = 0; i < z.length; i++) {
        double weight = z[i] * minimum[i] > 0 ? 1e4 : 1;
        sum += weight * (z[i] * z[i]);
        if (g != null) {
          g[i] = 2 * weight * z[i];
        }
      }
      double bent = BbobStage.oscillation(sum);
      if (g != null) {
        double outer = sum == 0 ? 0 : 0.9 * Power.pow(bent, -0.1) * BbobStage.oscillationSlope(sum);
        scale(g, outer);
      }
      return Power.pow(bent, 0.9);
    };
  }

  /** z_0² + 100 √(Σ z_i²). */
  BbobCore SHARP_RIDGE =
      (z, g) -> {
        double sum = 0;
        for (int i = 1; i < z.length; i++) {
          sum += z[i] * z[i];
        }
        double ridge = Math.sqrt(sum);
        if (g != null) {
          g[0] = 2 * z[0];
          for (int i = 1; i < z.length; i++) {
            g[i] = ridge == 0 ? 0 : 100 * z[i] / ridge;
          }
        }
        return z[0] * z[0] + 100 * ridge;
      };

  /** √(Σ |z_i|^(2 + 4 share)). */
  BbobCore DIFFERENT_POWERS =
      (z, g) -> {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
          double exponent = 2 + 4 * share(i, z.length);
          double size = Math.abs(z[i]);
          sum += Power.pow(size, exponent);
          if (g != null) {
            g[i] = Math.signum(z[i]) * exponent * Power.pow(size, exponent - 1);
          }
        }
        double root = Math.sqrt(sum);
        if (g != null) {
          scale(g, root == 0 ? 0 : 0.5 / root);
        }
        return root;
      };

  /** 10 (mean Σ 2⁻ᵏ cos(2π 3ᵏ (z + ½)) − Σ 2⁻ᵏ cos(π 3ᵏ))³, k from 0 to 11. */
  static BbobCore weierstrass() {
    int terms = 12;
    double[] heights = new double[terms];
    double[] pitches = new double[terms];
    double rest = 0;
    for (int k = 0; k < terms; k++) {
      heights[k] = Math.scalb(1.0, -k);
      pitches[k] = Power.pow(3, k);
      rest += heights[k] * Trigonometric.cos(Math.PI * pitches[k]);
    }
    double least = rest;
    return (z, g) -> {
      double sum = 0;
      for (int i = 0; i < z.length; i++) {
        double slope = 0;
        for (int k = 0; k < terms; k++) {
          double angle = 2 * Math.PI * (z[i] + 0.5) * pitches[k];
          sum += heights[k] * Trigonometric.cos(angle);
          slope -= heights[k] * (2 * Math.PI * pitches[k]) * Trigonometric.sin(angle);
        }
        if (g != null) {
          g[i] = slope / z.length;
        }
      }
      double above = sum / z.length - least;
      if (g != null) {
        scale(g, 30 * above * above);
      }
      return 10 * above * above * above;
    };
  }

  /** (mean q^¼ (1 + sin²(50 q^0.1)))² with q = z_i² + z_{i+1}². */
  BbobCore SCHAFFERS =
      (z, g) -> {
        double sum = 0;
        if (g != null) {
          Arrays.fill(g, 0);
        }
        for (int i = 0; i + 1 < z.length; i++) {
          double q = z[i] * z[i] + z[i + 1] * z[i + 1];
          double root = Power.pow(q, 0.25);
          double angle = 50 * Power.pow(q, 0.1);
          double sine = Trigonometric.sin(angle);
          sum += root * (1 + sine * sine);
          if (g != null && q > 0) {
            double wave = 2 * sine * Trigonometric.cos(angle) * 0.1 * angle;
            double slope = root / q * (0.25 * (1 + sine * sine) + wave);
            g[i] += 2 * z[i] * slope;
            g[i + 1] += 2 * z[i + 1] * slope;
          }
        }
        double mean = sum / (z.length - 1);
        if (g != null) {
          scale(g, 2 * mean / (z.length - 1));
        }
        return mean * mean;
      };

  /** 10 + 10 mean (q / 4000 − cos q), q the terms of Rosenbrock's function. */
  BbobCore GRIEWANK_ROSENBROCK =
      (z, g) -> {
        double sum = 0;
        if (g != null) {
          Arrays.fill(g, 0);
        }
        for (int i = 0; i + 1 < z.length; i++) {
          double bend = z[i] * z[i] - z[i + 1];
          double rest = 1 - z[i];
          double q = 100 * (bend * bend) + rest * rest;
          sum += q / 4000 - Trigonometric.cos(q);
          if (g != null) {
            double slope = 1.0 / 4000 + Trigonometric.sin(q);
            g[i] += slope * (400 * bend * z[i] - 2 * rest);
            g[i + 1] -= slope * 200 * bend;
          }
        }
        if (g != null) {
          scale(g, 10.0 / (z.length - 1));
        }
        return 10 + 10 / (z.length - 1.0) * sum;
      };

  /** 0.01 (Σ max(0, |z| − 500)² + 418.98… − mean z sin √|z|). */
  BbobCore SCHWEFEL =
      (z, g) -> {
        double sum = 0;
        double outside = 0;
        for (int i = 0; i < z.length; i++) {
          double size = Math.abs(z[i]);
          double root = Math.sqrt(size);
          double sine = Trigonometric.sin(root);
          double over = Math.max(0, size - 500);
          sum += z[i] * sine;
          outside += over * over;
          if (g != null) {
            double slope = sine + 0.5 * root * Trigonometric.cos(root);
            g[i] = 0.01 * (2 * over * Math.signum(z[i]) - slope / z.length);
          }
        }
        return 0.01 * (outside + 418.9828872724339 - sum / z.length);
      };

  /** (10 / n²) (Π (1 + (i+1) Σ |2ʲz − round 2ʲz| / 2ʲ)^(10 / n^1.2) − 1), j from 1 to 32. */
  BbobCore KATSUURA =
      (z, g) -> {
        int n = z.length;
        double exponent = 10 / Power.pow(n, 1.2);
        double product = 1;
        for (int i = 0; i < n; i++) {
          double sum = 0;
          double slope = 0;
          for (int j = 1; j <= 32; j++) {
            double scaled = Math.scalb(z[i], j);
            double off = scaled - Math.floor(scaled + 0.5);
            sum += Math.scalb(Math.abs(off), -j);
            slope += Math.signum(off);
          }
          double factor = 1 + (i + 1) * sum;
          product *= Power.pow(factor, exponent);
          if (g != null) {
            g[i] = (i + 1) * slope / factor;
          }
        }
        double outer = 10.0 / n / n;
        if (g != null) {
          scale(g, outer * exponent * product);
        }
        return outer * (product - 1);
      };

  private static void scale(double[] g, double factor) {
    for (int i = 0; i < g.length; i++) {
      g[i] *= factor;
    }
  }
}
