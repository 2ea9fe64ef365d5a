package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a component throws while a study is planned is told with its id, plugin and version. */
class CulpritTest {

  @ParameterizedTest
  @ValueSource(strings = {"hyperparameters", "trainable"})
  void anActivationThatThrowsIsNamed(String method) {
    assertThat(complaint(new Moody(method, new IllegalStateException("not today"))))
        .startsWith(
            "activations[1]: the activation moody of activations 1.0 threw"
                + " java.lang.IllegalStateException: not today in ")
        .contains("at CulpritTest.java:");
  }

  @Test
  void soIsAnOptimizer() {
    StudyBuilder study =
        new StudyBuilder()
            .optimizers(component("sgd", "learning-rate", 0.1), component("lazy", "x", 1.0));
    assertThat(complaint(study, new Lazy()))
        .startsWith(
            "optimizers[1]: the optimizer lazy of optimizers 1.0 threw java.lang.AssertionError: no"
                + " size in populationSize(...) at CulpritTest.java:");
  }

  @Test
  void whatWithThrowsIsToldWithTheValues() {
    assertThat(complaint(new Moody("with", new UnsupportedOperationException("two\nlines"))))
        .isEqualTo(
            "activations[1]: moody: moody of activations 1.0 threw"
                + " java.lang.UnsupportedOperationException: two lines in with(...)");
    assertThat(complaint(new Moody("with", new NoClassDefFoundError("a/B"))))
        .endsWith("threw java.lang.NoClassDefFoundError: a/B in with(...)");
    assertThat(complaint(new Moody("null", null)))
        .isEqualTo("activations[1]: moody: with(...) of moody of activations 1.0 gave null");
  }

  @Test
  void whatNoComponentThrewIsNotBlamedOnOne() {
    assertThatThrownBy(() -> Laboratories.with().plan(null))
        .isInstanceOf(NullPointerException.class);
  }

  private static String complaint(Component component) {
    StudyBuilder study =
        new StudyBuilder()
            .activations(
                ActivationSpec.of(ComponentSpec.of("tanh")),
                ActivationSpec.of(component("moody", "x", 1.0)));
    return complaint(study, component);
  }

  private static String complaint(StudyBuilder study, Component component) {
    StudyPlanException refusal =
        catchThrowableOfType(
            StudyPlanException.class, () -> Laboratories.with(component).plan(study.build()));
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.getMessage();
  }

  /** Throws when a method of this name is called. */
  private record Moody(String method, Throwable thrown) implements TrainableActivation {

    private void enter(String name) {
      if (name.equals(method)) {
        sneak(thrown);
      }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
      throw (T) thrown;
    }

    @Override
    public String id() {
      return "moody";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      enter("hyperparameters");
      return List.of(Hyperparameter.real("x", 1, Interval.REALS, ""));
    }

    @Override
    public TrainableActivation with(Map<String, Double> values) {
      enter("with");
      return method.equals("null") ? null : this;
    }

    @Override
    public List<String> trainable() {
      enter("trainable");
      return List.of("x");
    }

    @Override
    public double value(double x, double[] parameters) {
      return x;
    }

    @Override
    public double slope(double x, double[] parameters) {
      return 1;
    }

    @Override
    public double slopeBy(int parameter, double x, double[] parameters) {
      return 0;
    }

    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double slope(double x) {
      return 1;
    }
  }

  /** Does not know how many candidates it has. */
  private record Lazy() implements PopulationOptimizer {
    @Override
    public String id() {
      return "lazy";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("x", 1, Interval.REALS, ""));
    }

    @Override
    public int populationSize() {
      throw new AssertionError("no size");
    }

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      return null;
    }
  }
}
