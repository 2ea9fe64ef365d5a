package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Components that throw what nobody expects, or do not come back: findings, one line each. */
class ThrowingAndEndlessTest {

  private static final Activation ENDLESS = new Mutant(x -> x > 0.5 ? endless() : x, new double[0]);

  private static volatile boolean isOver;

  static Stream<Arguments> errors() {
    return Stream.of(
            new AssertionError("no"),
            new NoClassDefFoundError("bad/Helper"),
            new OutOfMemoryError("fake"),
            new StackOverflowError(),
            new InternalError("odd"),
            new ExceptionInInitializerError("early"),
            new IllegalStateException("two\nlines"))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void whateverAValueThrowsIsAFinding(Throwable thrown) {
    Activation mutant = new Mutant(x -> x > 0.5 ? sneak(thrown) : x, new double[0]);
    List<Finding> findings = Checks.run(mutant);
    assertThat(findings).filteredOn(Finding::isFault).hasSizeGreaterThan(3);
    assertThat(Faults.first(mutant, "finite"))
        .contains("threw " + thrown.getClass().getName())
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void placeIsSaidOnce(boolean inTheMessage) {
    Activation mutant =
        new Mutant(
            x -> {
              StackTraceElement[] trace = new IllegalStateException().getStackTrace();
              String place = inTheMessage ? ", at " + trace[0] : "";
              IllegalStateException thrown = new IllegalStateException("no" + place);
              thrown.setStackTrace(trace);
              throw thrown;
            },
            new double[0]);
    assertThat(Faults.first(mutant, "finite"))
        .containsOnlyOnce("ThrowingAndEndlessTest.java:")
        .contains("threw java.lang.IllegalStateException: no");
  }

  @Test
  void realLackOfMemoryIsAFinding() {
    Activation mutant =
        new Mutant(x -> x > 0.5 ? new long[Integer.MAX_VALUE].length : x, new double[0]);
    assertThat(Faults.first(mutant, "finite")).contains("threw java.lang.OutOfMemoryError");
  }

  @Test
  void noKinksAtAllAreNull() {
    Mutant mutant = new Mutant(x -> x, null);
    assertThat(Faults.first(mutant, "kinks"))
        .isEqualTo("kinks() is null; an activation without kinks has an empty array");
    assertThat(Faults.first(mutant, "slope")).isEqualTo(Faults.first(mutant, "kinks"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 1_000_000})
  void tooManyKinksAreCounted(int count) {
    double[] kinks = new double[count];
    for (int i = 0; i < count; i++) {
      kinks[i] = i;
    }
    assertThat(Faults.first(new Mutant(x -> x, kinks), "kinks"))
        .isEqualTo(
            String.format(
                java.util.Locale.ROOT,
                "kinks() has %,d numbers, more than the 1,000 allowed",
                count));
  }

  @Test
  void asManyKinksAsAllowedAreNotAllShown() {
    double[] kinks = new double[Activation.MOST_KINKS];
    assertThat(Faults.first(new Mutant(x -> x, kinks), "kinks"))
        .isEqualTo("kinks must ascend, but are [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, …]");
  }

  @Test
  void aValueThatDoesNotComeBackIsNamedWithItsInputAndPlace() throws Exception {
    List<Finding> findings = ActivationChecks.FINITE.run(ENDLESS, Duration.ofSeconds(2));
    assertThat(findings).singleElement().matches(Finding::isEndless).matches(Finding::isFault);
    assertThat(findings.get(0).message())
        .matches(
            "value\\(0\\.5625\\) did not return within 2 s; it was at"
                + " ThrowingAndEndlessTest\\.java:\\d+");
  }

  @Test
  void afterTwoChecksWithoutAnEndTheOthersAreLeftOut() throws Exception {
    List<Check<?>> checks =
        List.of(
            ActivationChecks.FINITE,
            ActivationChecks.RANGE,
            ActivationChecks.SLOPE,
            ActivationChecks.BLOCKS);
    List<Finding> findings = Checks.run(ENDLESS, checks, Duration.ofMillis(50));
    assertThat(findings).extracting(Finding::check).containsExactly("finite", "range", "range");
    assertThat(findings.get(2).message()).isEqualTo("2 more checks were not tried");
    assertThat(findings.get(2).isFault()).isFalse();
  }

  @Test
  void whatComesBackIsFoundAsWithoutALimit() throws Exception {
    for (Activation original : RightActivations.all().toList()) {
      assertThat(Checks.run(original, Checks.of(original), Duration.ofHours(1)))
          .isEqualTo(Checks.run(original));
    }
  }

  /** Comes back when the tests are over, so that it takes no time from others. */
  private static double endless() {
    while (!isOver) {
      Thread.onSpinWait();
    }
    return 0;
  }

  @AfterAll
  static void end() {
    isOver = true;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> double sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** A function and its kinks. */
  private record Mutant(DoubleUnaryOperator function, double[] kinks) implements Activation {
    @Override
    public String id() {
      return "mutant";
    }

    @Override
    public double value(double x) {
      return function.applyAsDouble(x);
    }

    @Override
    public double slope(double x) {
      return 1;
    }
  }
}
