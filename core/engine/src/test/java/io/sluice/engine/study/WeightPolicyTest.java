package io.sluice.engine.study;

import static io.sluice.engine.study.WeightPolicy.CLIP;
import static io.sluice.engine.study.WeightPolicy.NONE;
import static io.sluice.engine.study.WeightPolicy.REFLECT;
import static io.sluice.engine.study.WeightPolicy.REFLECT_FLIP;
import static io.sluice.engine.study.WeightPolicy.SIGN_FLIP;
import static io.sluice.engine.study.WeightPolicy.WRAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.RandomStream;
import org.junit.jupiter.api.Test;

class WeightPolicyTest {

  private static final double LOWER = -1;
  private static final double UPPER = 3;
  private static final double WIDTH = UPPER - LOWER;

  @Test
  void idsAreLowerKebabCase() {
    assertThat(WeightPolicy.values())
        .extracting(WeightPolicy::id)
        .containsExactly("none", "clip", "reflect", "reflect-flip", "sign-flip", "wrap");
  }

  @Test
  void weightsInsideTheBoundsStayUnderEveryPolicy() {
    for (WeightPolicy policy : WeightPolicy.values()) {
      for (double inside : new double[] {LOWER, -0.5, -0.0, 0.1, 2.9, UPPER}) {
        assertThat(policy.keep(inside, LOWER, UPPER)).isEqualTo(inside);
        assertThat(policy.reversesMomentum(inside, LOWER, UPPER)).isFalse();
      }
    }
  }

  @Test
  void noneLetsEveryWeightPass() {
    assertThat(NONE.keep(17, LOWER, UPPER)).isEqualTo(17);
    assertThat(NONE.keep(-1e300, LOWER, UPPER)).isEqualTo(-1e300);
    assertThat(NONE.keep(Double.POSITIVE_INFINITY, LOWER, UPPER)).isInfinite();
  }

  @Test
  void clipStopsAtTheBoundThatWasCrossed() {
    for (double overshoot : new double[] {1e-9, 0.5, 17.3, 1e300, Double.POSITIVE_INFINITY}) {
      assertThat(CLIP.keep(UPPER + overshoot, LOWER, UPPER)).isEqualTo(UPPER);
      assertThat(CLIP.keep(LOWER - overshoot, LOWER, UPPER)).isEqualTo(LOWER);
    }
  }

  @Test
  void reflectMirrorsAsOftenAsNeeded() {
    double[][] widthsBeyondAndPlace = {
      {0.25, 0.75}, {0.5, 0.5}, {1, 0}, {1.5, 0.5}, {2, 1}, {2.5, 0.5}, {2.75, 0.25}, {17.25, 0.25}
    };
    for (WeightPolicy policy : new WeightPolicy[] {REFLECT, REFLECT_FLIP}) {
      for (double[] pair : widthsBeyondAndPlace) {
        double beyond = pair[0] * WIDTH;
        double place = pair[1] * WIDTH;
        assertThat(policy.keep(UPPER + beyond, LOWER, UPPER)).isEqualTo(LOWER + place);
        assertThat(policy.keep(LOWER - beyond, LOWER, UPPER)).isEqualTo(UPPER - place);
      }
      assertThat(policy.keep(UPPER + 17.3 * WIDTH, LOWER, UPPER))
          .isCloseTo(LOWER + 0.3 * WIDTH, within(1e-12));
    }
  }

  @Test
  void oneMirroringIsExact() {
    RandomStream random = new RandomStream(1);
    for (int i = 0; i < 10_000; i++) {
      double lower = -random.nextDouble();
      double upper = random.nextDouble();
      double above = upper + random.nextDouble() * 0.9 * (upper - lower);
      double below = lower - random.nextDouble() * 0.9 * (upper - lower);
      assertThat(REFLECT.keep(above, lower, upper))
          .isEqualTo(above > upper ? 2 * upper - above : above);
      assertThat(REFLECT.keep(below, lower, upper))
          .isEqualTo(below < lower ? 2 * lower - below : below);
    }
  }

  @Test
  void oddNumbersOfMirroringsReverseTheMomentum() {
    double[] odd = {1e-12, 0.5, 1, 2.25, 2.5, 3, 16.5, 17};
    double[] even = {1.25, 1.5, 2, 3.5, 4, 17.25};
    for (double beyond : odd) {
      assertThat(REFLECT_FLIP.reversesMomentum(UPPER + beyond * WIDTH, LOWER, UPPER)).isTrue();
      assertThat(REFLECT_FLIP.reversesMomentum(LOWER - beyond * WIDTH, LOWER, UPPER)).isTrue();
    }
    for (double beyond : even) {
      assertThat(REFLECT_FLIP.reversesMomentum(UPPER + beyond * WIDTH, LOWER, UPPER)).isFalse();
      assertThat(REFLECT_FLIP.reversesMomentum(LOWER - beyond * WIDTH, LOWER, UPPER)).isFalse();
    }
  }

  @Test
  void reversingAgreesWithMirroringStepByStep() {
    RandomStream random = new RandomStream(2);
    for (int i = 0; i < 10_000; i++) {
      double weight = random.nextDouble(-40, 40);
      double mirrored = weight;
      int mirrorings = 0;
      while (mirrored < LOWER || mirrored > UPPER) {
        mirrored = mirrored > UPPER ? 2 * UPPER - mirrored : 2 * LOWER - mirrored;
        mirrorings++;
      }
      assertThat(REFLECT_FLIP.keep(weight, LOWER, UPPER)).isCloseTo(mirrored, within(1e-13));
      assertThat(REFLECT_FLIP.reversesMomentum(weight, LOWER, UPPER))
          .isEqualTo(mirrorings % 2 == 1);
    }
  }

  @Test
  void onlyReflectFlipReversesTheMomentum() {
    for (WeightPolicy policy : WeightPolicy.values()) {
      assertThat(policy.reversesMomentum(UPPER + 0.5, LOWER, UPPER))
          .isEqualTo(policy == REFLECT_FLIP);
    }
  }

  @Test
  void signFlipComesBackAtTheOppositeOfTheBound() {
    assertThat(SIGN_FLIP.keep(2.5, -2, 2)).isEqualTo(-2);
    assertThat(SIGN_FLIP.keep(-1e300, -2, 2)).isEqualTo(2);
    assertThat(SIGN_FLIP.keep(Double.POSITIVE_INFINITY, -2, 2)).isEqualTo(-2);
    assertThat(SIGN_FLIP.keep(4, LOWER, UPPER)).as("-3 lies outside").isEqualTo(LOWER);
    assertThat(SIGN_FLIP.keep(-2, LOWER, UPPER)).isEqualTo(1);
    assertThat(SIGN_FLIP.keep(9, 1, 2)).isEqualTo(1);
  }

  @Test
  void wrapEntersFromTheOtherSide() {
    assertThat(WRAP.keep(UPPER + 0.5, LOWER, UPPER)).isEqualTo(LOWER + 0.5);
    assertThat(WRAP.keep(LOWER - 0.5, LOWER, UPPER)).isEqualTo(UPPER - 0.5);
    assertThat(WRAP.keep(UPPER + 2.5 * WIDTH, LOWER, UPPER)).isEqualTo(LOWER + 0.5 * WIDTH);
    assertThat(WRAP.keep(LOWER - 17.25 * WIDTH, LOWER, UPPER)).isEqualTo(UPPER - 0.25 * WIDTH);
  }

  @Test
  void nanStaysNanAndReversesNothing() {
    for (WeightPolicy policy : WeightPolicy.values()) {
      assertThat(policy.keep(Double.NaN, LOWER, UPPER)).isNaN();
      assertThat(policy.reversesMomentum(Double.NaN, LOWER, UPPER)).isFalse();
    }
  }

  @Test
  void infinitiesHaveNoPlaceToBeMirroredOrWrappedTo() {
    for (WeightPolicy policy : new WeightPolicy[] {REFLECT, REFLECT_FLIP, WRAP}) {
      assertThat(policy.keep(Double.POSITIVE_INFINITY, LOWER, UPPER)).isNaN();
      assertThat(policy.keep(Double.NEGATIVE_INFINITY, LOWER, UPPER)).isNaN();
    }
  }

  @Test
  void everyFiniteWeightEndsWithinTheBounds() {
    RandomStream random = new RandomStream(3);
    for (int i = 0; i < 50_000; i++) {
      double lower = random.nextGaussian() * Math.scalb(1, random.nextInt(40) - 20);
      double upper = lower + random.nextDouble() * Math.scalb(1, random.nextInt(40) - 20);
      double weight = Double.longBitsToDouble(random.nextLong());
      if (i % 2 == 0) {
        weight = lower + random.nextGaussian() * 10 * (upper - lower);
      }
      if (!(upper > lower) || !Double.isFinite(weight)) {
        continue;
      }
      for (WeightPolicy policy : WeightPolicy.values()) {
        if (policy != NONE) {
          assertThat(policy.keep(weight, lower, upper))
              .as("%s of %s in [%s, %s]", policy, weight, lower, upper)
              .isBetween(lower, upper);
        }
      }
    }
  }
}
