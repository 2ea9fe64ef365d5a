package io.sluice.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Leaky;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationBandTest {

  private static ActivationBand band(Activation activation, double share) {
    return band(activation, BoundsSpec.Reading.SLOPE, share);
  }

  private static ActivationBand band(
      Activation activation, BoundsSpec.Reading reading, double amount) {
    ActivationBand.Search search = search(activation, reading, amount);
    assertThat(search.reason()).isEmpty();
    return search.band();
  }

  private static ActivationBand.Search search(
      Activation activation, BoundsSpec.Reading reading, double amount) {
    return ActivationBand.find(
        activation, new BoundsSpec.FromActivation(reading, amount), Interval.closed(0.2, 0.6));
  }

  private static String reason(Activation activation, BoundsSpec.Reading reading, double amount) {
    ActivationBand.Search search = search(activation, reading, amount);
    assertThat(search.band()).isNull();
    return search.reason();
  }

  private static String reason(Activation activation) {
    return reason(activation, BoundsSpec.Reading.SLOPE, 0.1);
  }

  private static StudyBuilder bounded(double... shares) {
    BoundsSpec[] bounds = new BoundsSpec[shares.length];
    for (int i = 0; i < shares.length; i++) {
      bounds[i] = new BoundsSpec.FromActivation(shares[i]);
    }
    return new StudyBuilder().policies(WeightPolicy.CLIP).bounds(bounds);
  }

  @Test
  void bandOfTheSigmoidIsTheOneOfItsFormula() {
    for (double share : new double[] {0.01, 0.1, 0.5, 0.9}) {
      double root = Math.sqrt(1 - share);
      double edge = Math.log((1 + root) / (1 - root));
      assertThat(band(Scalar.sigmoid(), share).upper()).isCloseTo(edge, within(1e-9));
      assertThat(band(Scalar.sigmoid(), share).lower()).isCloseTo(-edge, within(1e-9));
    }
  }

  @Test
  void bandOfTanhIsHalfAsWide() {
    double edge = Math.log(Math.sqrt(10) + 3);
    assertThat(band(Scalar.tanh(), 0.1).upper()).isCloseTo(edge, within(1e-9));
  }

  @Test
  void bandNeedNotBeSymmetric() {
    Activation shifted =
        new Scalar("shifted", x -> Scalar.tanh().value(x - 3), x -> Scalar.tanh().slope(x - 3));
    double edge = Math.log(Math.sqrt(10) + 3);
    assertThat(band(shifted, 0.1).lower()).isCloseTo(3 - edge, within(1e-5));
    assertThat(band(shifted, 0.1).upper()).isCloseTo(3 + edge, within(1e-5));
  }

  @Test
  void activationsWhoseSlopeStaysLargeHaveNone() {
    assertThat(reason(Scalar.relu())).isEqualTo("its slope stays large on one side");
    assertThat(reason(new Leaky())).isEqualTo("its slope stays large on one side");
    assertThat(reason(Scalar.identity())).isEqualTo("its slope stays large on both sides");
    assertThat(reason(Scalar.sine())).isEqualTo("its slope stays large on both sides");
  }

  @Test
  void slopesWithoutALargestOneGiveNone() {
    assertThat(reason(new Scalar("flat", x -> 1, x -> 0)))
        .isEqualTo("its slope is zero everywhere");
    assertThat(reason(new Scalar("root", Math::cbrt, x -> 1 / (3 * Math.cbrt(x * x)))))
        .isEqualTo("its slope is unbounded");
    assertThat(reason(new Scalar("broken", x -> x, x -> x > 700 ? Double.NaN : 1)))
        .isEqualTo("its slope is not a number somewhere");
  }

  @Test
  void cellsWithoutABandAreLeftOutWithANote() {
    StudyPlan plan =
        Laboratories.with().plan(bounded(0.1).activations("tanh", "relu", "identity").build());
    assertThat(plan.cells()).hasSize(1);
    assertThat(plan.cells().get(0).cell().factor("bounds")).isEqualTo("band(0.1)");
    assertThat(plan.notes())
        .containsExactly(
            "no bounds band(0.1) from the activation for relu (its slope stays large on one side);"
                + " identity (its slope stays large on both sides); cells that need them are left"
                + " out");
  }

  @Test
  void curvatureOfSmoothRectifiersHasABand() {
    // softplus'' is the sigmoid's slope
    Activation softplus =
        new Scalar("softplus", x -> Math.log1p(Math.exp(x)), x -> 1 / (1 + Math.exp(-x)));
    double root = Math.sqrt(0.9);
    double edge = Math.log((1 + root) / (1 - root));
    ActivationBand band = band(softplus, BoundsSpec.Reading.CURVATURE, 0.1);
    assertThat(band.upper()).isCloseTo(edge, within(1e-6));
    assertThat(band.lower()).isCloseTo(-edge, within(1e-6));
  }

  @Test
  void curvatureOfKinksAndOfLinesHasNone() {
    BoundsSpec.Reading curvature = BoundsSpec.Reading.CURVATURE;
    assertThat(reason(Scalar.relu(), curvature, 0.1)).isEqualTo("its slope jumps");
    assertThat(reason(new Leaky(), curvature, 0.1)).isEqualTo("its slope jumps");
    assertThat(reason(Scalar.identity(), curvature, 0.1))
        .isEqualTo("its curvature is zero everywhere");
    assertThat(reason(Scalar.sine(), curvature, 0.1))
        .isEqualTo("its curvature stays large on both sides");
  }

  @Test
  void periodIsThatOfTheSlope() {
    BoundsSpec.Reading period = BoundsSpec.Reading.PERIOD;
    assertThat(band(Scalar.sine(), period, 0.5).upper()).isCloseTo(Math.PI / 2, within(1e-9));
    for (double a : new double[] {0.5, 1, 5}) {
      Activation snake =
          new Scalar(
              "snake",
              x -> x + Math.sin(a * x) * Math.sin(a * x) / a,
              x -> 1 + Math.sin(2 * a * x));
      assertThat(band(snake, period, 0.5).upper()).isCloseTo(Math.PI / a / 4, within(1e-9));
      assertThat(band(snake, period, 1).lower()).isCloseTo(-Math.PI / a / 2, within(1e-9));
    }
    // one long wave and one three times as fast
    Activation two =
        new Scalar(
            "two", x -> Math.sin(x) + Math.sin(3 * x), x -> Math.cos(x) + 3 * Math.cos(3 * x));
    assertThat(band(two, period, 1).upper()).isCloseTo(Math.PI, within(1e-9));
  }

  @Test
  void whatTurnsWithoutRepeatingHasItsMonotonePiece() {
    Activation growing =
        new Scalar("gcu", x -> x * Math.cos(x), x -> Math.cos(x) - x * Math.sin(x));
    ActivationBand band = band(growing, BoundsSpec.Reading.PERIOD, 0.5);
    assertThat(band.upper()).isCloseTo(0.8603335890193798, within(1e-9));
    assertThat(band.lower()).isCloseTo(-0.8603335890193798, within(1e-9));
  }

  @Test
  void whatNeitherRepeatsNorTurnsHasNoPeriod() {
    for (Activation each :
        List.of(Scalar.relu(), Scalar.identity(), Scalar.tanh(), Scalar.sigmoid(), new Leaky())) {
      assertThat(reason(each, BoundsSpec.Reading.PERIOD, 0.5))
          .isEqualTo("it neither repeats nor turns on both sides of 0");
    }
  }

  @Test
  void outputsAreReachedAtTheEnds() {
    BoundsSpec.Reading outputs = BoundsSpec.Reading.OUTPUTS;
    assertThat(band(Scalar.relu(), outputs, 0.5).upper()).isCloseTo(0.8, within(1e-12));
    // tanh must be 0.2 - 0.04 to 0.6 + 0.04
    double edge = 0.5 * Math.log(1.64 / 0.36);
    assertThat(band(Scalar.tanh(), outputs, 0.1).upper()).isCloseTo(edge, within(1e-9));
    assertThat(band(Scalar.tanh(), outputs, 0.1).lower()).isCloseTo(-edge, within(1e-9));
    // a sigmoid is 0.5 at 0 and must fall to 0.2
    assertThat(band(Scalar.sigmoid(), outputs, 0).upper()).isCloseTo(Math.log(4), within(1e-9));
  }

  @Test
  void outputsOutOfReachGiveNone() {
    String reason = "its range has not all outputs that are needed";
    // what rounds to 1 far out is not reached
    Activation tanh = new ScalarWithRange(Scalar.tanh(), Interval.open(-1, 1));
    assertThat(reason(tanh, BoundsSpec.Reading.OUTPUTS, 1)).isEqualTo(reason);
    assertThat(reason(Scalar.relu(), BoundsSpec.Reading.OUTPUTS, 1)).isEqualTo(reason);
  }

  @Test
  void cellsThatNeedNoBoundsStayAndComeOnce() {
    StudyPlan plan =
        Laboratories.with()
            .plan(
                bounded(0.1, 0.2)
                    .activations("relu")
                    .policies(WeightPolicy.NONE, WeightPolicy.CLIP)
                    .build());
    assertThat(plan.cells()).hasSize(1);
    assertThat(plan.cells().get(0).isBounded()).isFalse();
    assertThat(plan.cells().get(0).cell().factor("bounds")).isEqualTo("-");
  }

  @Test
  void otherBoundsStandForABandThatIsNotThere() {
    StudyPlan plan =
        Laboratories.with()
            .plan(
                bounded(0.1)
                    .bounds(new BoundsSpec.FromActivation(0.1), new BoundsSpec.AsInitial())
                    .activations("tanh", "relu")
                    .policies(WeightPolicy.NONE, WeightPolicy.CLIP)
                    .build());
    assertThat(plan.cells())
        .extracting(
            planned -> planned.cell().factor("activation") + " " + planned.cell().factor("bounds"))
        .containsExactly(
            "tanh band(0.1)",
            "tanh band(0.1)",
            "tanh initial",
            "tanh initial",
            "relu initial",
            "relu initial");
  }

  @Test
  void studiesWithoutACellAreRefused() {
    StudyPlanException refusal =
        catchThrowableOfType(
            StudyPlanException.class,
            () -> Laboratories.with().plan(bounded(0.1).activations("relu").build()));
    assertThat(refusal).hasMessageStartingWith("bounds: no cell is left: [no bounds band(0.1)");
  }

  @Test
  void linearOutputsTakeTheBandOfTheLayerBefore() {
    StudyPlan plan =
        Laboratories.with()
            .plan(bounded(0.1).networks(NetworkSpec.dense(List.of(2), false, true)).build());
    TrialSetup setup = plan.cells().get(0);
    double edge = Math.log(Math.sqrt(10) + 3);
    for (int p = 0; p < setup.task().parameters(); p++) {
      assertThat(setup.upper(p)).isCloseTo(edge, within(1e-9));
      assertThat(setup.lower(p)).isCloseTo(-edge, within(1e-9));
    }
  }

  @Test
  void everyLayerHasTheBandOfItsActivation() {
    StudyPlan plan =
        Laboratories.with()
            .plan(
                bounded(0.5)
                    .activations(
                        new ActivationSpec(
                            List.of(ComponentSpec.of("tanh"), ComponentSpec.of("sigmoid"))))
                    .build());
    TrialSetup setup = plan.cells().get(0);
    assertThat(setup.upper(1)).isCloseTo(band(Scalar.tanh(), 0.5).upper(), within(0.0));
    assertThat(setup.upper(2)).isCloseTo(band(Scalar.sigmoid(), 0.5).upper(), within(0.0));
  }

  /** A function whose range is declared. */
  private record ScalarWithRange(Activation function, Interval range) implements Activation {
    @Override
    public String id() {
      return function.id();
    }

    @Override
    public double value(double x) {
      return function.value(x);
    }

    @Override
    public double slope(double x) {
      return function.slope(x);
    }
  }
}
