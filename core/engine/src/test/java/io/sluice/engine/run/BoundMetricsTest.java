package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Candidates;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often weights meet their bounds, and how many lie there. */
class BoundMetricsTest {

  /** Proposes −2, 0.5 and 9 again and again. */
  private record Stubborn() implements PopulationOptimizer {
    @Override
    public String id() {
      return "stubborn";
    }

    @Override
    public int populationSize() {
      return 3;
    }

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      return new PopulationState() {
        @Override
        public int ask(Candidates candidates) {
          candidates.set(0, 0, -2);
          candidates.set(0, 1, 0.5);
          candidates.set(0, 2, 9);
          return 3;
        }

        @Override
        public void tell(double[] losses, int from) {}
      };
    }
  }

  /** One weight w from 0.75, loss (w + 3)², sgd at the rate 0.25: w becomes (w − 3) / 2. */
  private static StudyBuilder one(WeightPolicy policy) {
    return new StudyBuilder()
        .repeats(1)
        .problems(example("beyond", 1, -3))
        .networks(NetworkSpec.dense(List.of(), true, false))
        .activations("identity")
        .initial(new InitialWeights.Explicit(List.of(0.75)))
        .policies(policy)
        .bounds(new BoundsSpec.Explicit(-1, 1))
        .cadence(Cadence.every(1))
        .metrics(Metric.BOUND_CONTACTS, Metric.AT_BOUND);
  }

  private static List<Double> measured(StudyBuilder study, Metric metric) {
    List<Double> values = new ArrayList<>();
    for (TrialEvent event : Runs.of(study, new Stubborn()).events(1, 0)) {
      if (event instanceof TrialEvent.Measured
          && ((TrialEvent.Measured) event).metric().equals(metric.id())) {
        values.add(((TrialEvent.Measured) event).value());
      }
    }
    return values;
  }

  private static void assertContactsAreThoseByHand(WeightPolicy policy) {
    double weight = 0.75;
    double contacts = 0;
    List<Double> expected = new ArrayList<>(List.of(0.0));
    List<Double> atBound = new ArrayList<>(List.of(0.0));
    for (int step = 1; step <= 20; step++) {
      weight = (weight - 3) / 2;
      if (weight < -1) {
        contacts++;
        weight = policy == WeightPolicy.CLIP ? -1 : -2 - weight;
      }
      expected.add(contacts);
      atBound.add(weight == -1 ? 1.0 : 0.0);
    }
    assertThat(measured(one(policy), Metric.BOUND_CONTACTS)).isEqualTo(expected);
    assertThat(measured(one(policy), Metric.AT_BOUND)).isEqualTo(atBound);
    assertThat(contacts).isGreaterThan(5);
  }

  @Test
  void everyTimeAParameterIsPutBackIsAContact() {
    assertContactsAreThoseByHand(WeightPolicy.CLIP);
    assertContactsAreThoseByHand(WeightPolicy.REFLECT);
  }

  @Test
  void startWeightsThatArePutBackAreContacts() {
    StudyBuilder study =
        one(WeightPolicy.CLIP)
            .networks(NetworkSpec.dense(List.of(1), true, true))
            .initial(new InitialWeights.Explicit(List.of(5.0, -5.0, 0.0, 0.5)));
    assertThat(measured(study, Metric.BOUND_CONTACTS).get(0)).isEqualTo(2);
    assertThat(measured(study, Metric.AT_BOUND).get(0)).isEqualTo(0.5);
  }

  @Test
  void withoutAPolicyWeightsBeyondTheBoundsCountAsAtThem() {
    assertThat(measured(one(WeightPolicy.NONE).metrics(Metric.AT_BOUND), Metric.AT_BOUND))
        .startsWith(0.0, 1.0)
        .endsWith(1.0);
  }

  @Test
  void contactsOfAPopulationAreThoseOfAllItsCandidates() {
    StudyBuilder study = one(WeightPolicy.CLIP).optimizers(ComponentSpec.of("stubborn"));
    assertThat(measured(study, Metric.BOUND_CONTACTS)).startsWith(2.0, 4.0, 6.0);
    assertThat(measured(study, Metric.AT_BOUND)).containsOnly(1.0);
  }

  @Test
  void functionsHaveABoxToMeet() {
    StudyBuilder study =
        one(WeightPolicy.CLIP)
            .problems(builtIn("sphere"))
            .initial(new InitialWeights.Uniform(List.of(1.0)))
            .optimizers(component("sgd", "learning-rate", 3.0));
    List<Double> contacts = measured(study, Metric.BOUND_CONTACTS);
    int parameters = Runs.of(study).plan().cells().get(0).task().parameters();
    assertThat(contacts).startsWith(0.0);
    assertThat(contacts.get(20) - contacts.get(19)).isEqualTo(parameters);
    assertThat(measured(study, Metric.AT_BOUND)).startsWith(0.0).endsWith(1.0);
  }
}
