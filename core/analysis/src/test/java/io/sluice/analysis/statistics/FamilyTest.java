package io.sluice.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.RandomStream;
import org.junit.jupiter.api.Test;

/** Families of 100 comparisons of which 20 are real, alone or with noise in common. */
class FamilyTest {

  private static final int FAMILIES = 500;
  private static final int REAL = 20;
  private static final int ALL = 100;
  private static final double LEVEL = 0.05;

  private static double[] family(int seed, double common, int real) {
    RandomStream random = new RandomStream(RandomStream.key(seed, Math.round(10 * common)));
    double shared = Math.sqrt(common) * random.nextGaussian();
    double[] p = new double[ALL];
    for (int i = 0; i < ALL; i++) {
      double z = shared + Math.sqrt(1 - common) * random.nextGaussian() + (i < real ? 3.5 : 0);
      p[i] = Tails.chiSquare(z * z, 1);
    }
    return p;
  }

  @Test
  void shareOfFalseOnesAmongThoseFoundIsHeld() {
    for (double common : new double[] {0, 0.3}) {
      double shares = 0;
      double found = 0;
      double falseUncorrected = 0;
      for (int seed = 0; seed < FAMILIES; seed++) {
        double[] p = family(seed, common, REAL);
        double[] adjusted = Family.benjaminiHochberg(p);
        int right = 0;
        int wrong = 0;
        int uncorrected = 0;
        for (int i = 0; i < ALL; i++) {
          right += i < REAL && adjusted[i] <= LEVEL ? 1 : 0;
          wrong += i >= REAL && adjusted[i] <= LEVEL ? 1 : 0;
          uncorrected += i >= REAL && p[i] <= LEVEL ? 1 : 0;
        }
        shares += wrong / Math.max(1.0, right + wrong) / FAMILIES;
        found += (double) right / REAL / FAMILIES;
        falseUncorrected += uncorrected / (uncorrected + REAL + 0.0) / FAMILIES;
      }
      assertThat(shares).as("false among found, common %.1f", common).isBetween(0.02, 0.05);
      assertThat(found).as("found of the real ones").isGreaterThan(0.75);
      assertThat(falseUncorrected).as("without correction").isGreaterThan(0.1);
    }
  }

  @Test
  void chanceOfAnyFalseOneIsHeldByHolm() {
    for (int real : new int[] {0, REAL}) {
      int wrong = 0;
      for (int seed = 0; seed < FAMILIES; seed++) {
        double[] adjusted = Family.holm(family(seed, 0, real));
        boolean any = false;
        for (int i = real; i < ALL; i++) {
          any |= adjusted[i] <= LEVEL;
        }
        wrong += any ? 1 : 0;
      }
      assertThat(wrong).as("families with a false one, of %d", FAMILIES).isBetween(8, 38);
    }
  }
}
