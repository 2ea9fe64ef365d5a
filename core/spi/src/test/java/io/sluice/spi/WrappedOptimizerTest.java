package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A wrapper and what is inside keep to themselves, and are one optimizer to the outside. */
class WrappedOptimizerTest {

  private static final BlockLayout LAYOUT = new BlockLayout(3, 2, 1);

  /** Hands everything to the optimizer inside; notes what its memory gives it. */
  private record Plain(String id, List<Hyperparameter> hyperparameters, List<Object> seen)
      implements GradientWrapper {

    static Plain with(String id, String... names) {
      return new Plain(id, declared(names), new ArrayList<>());
    }

    @Override
    public Plain with(Map<String, Double> values) {
      return new Plain(id, Hyperparameter.withValues(hyperparameters, values), seen);
    }

    @Override
    public GradientState start(GradientState inner, LaneMemory memory) {
      note(this, memory, seen);
      return inner;
    }
  }

  /** Does nothing; notes what its memory gives it, and its flips. */
  private record Still(String id, List<Hyperparameter> hyperparameters, List<Object> seen)
      implements GradientOptimizer {

    static Still with(String id, String... names) {
      return new Still(id, declared(names), new ArrayList<>());
    }

    @Override
    public Still with(Map<String, Double> values) {
      return new Still(id, Hyperparameter.withValues(hyperparameters, values), seen);
    }

    @Override
    public GradientState start(LaneMemory memory) {
      note(this, memory, seen);
      return new GradientState() {
        @Override
        public void update(int step, int lanes, double[] weights, double[] gradients) {}

        @Override
        public void flip(int parameter, int lane) {
          seen.add("flip " + parameter + " " + lane);
        }
      };
    }
  }

  private static List<Hyperparameter> declared(String... names) {
    return List.of(names).stream()
        .map(name -> Hyperparameter.real(name, 1, Interval.REALS, ""))
        .toList();
  }

  private static void note(Component component, LaneMemory memory, List<Object> seen) {
    component
        .hyperparameters()
        .forEach(h -> seen.add(h.name() + memory.hyperparameter(h.name())[1]));
    seen.add(memory.randomKeys()[1]);
    seen.add(memory.groups().length);
    seen.add(memory.columns()[0]);
    seen.add(memory.layout());
  }

  /** Every hyper-parameter has its place among all as value. */
  private record Memory(List<Hyperparameter> all) implements LaneMemory {
    @Override
    public BlockLayout layout() {
      return LAYOUT;
    }

    @Override
    public int[] groups() {
      return new int[] {0, 2, 3};
    }

    @Override
    public int[] columns() {
      return new int[] {2, 1};
    }

    @Override
    public double[] block() {
      return LAYOUT.newBlock();
    }

    @Override
    public double[] perLane() {
      return new double[2];
    }

    @Override
    public double[] hyperparameter(String name) {
      double place = all.stream().map(Hyperparameter::name).toList().indexOf(name);
      return new double[] {place, place};
    }
  }

  @Test
  void namesThatAreTakenGetAWordBeforeThem() {
    Optimizer whole =
        Plain.with("a", "rate", "size")
            .around(Plain.with("b", "rate", "around-rate").around(Still.with("c", "rate", "size")));
    assertThat(whole.hyperparameters())
        .extracting(Hyperparameter::name)
        .containsExactly(
            "rate",
            "size",
            "around-rate",
            "around-around-rate",
            "around-around-around-rate",
            "around-size")
        .doesNotHaveDuplicates();
    assertThat(whole.id()).isEqualTo("a-around-b-around-c");
  }

  @Test
  void copiesGiveEachItsOwnValues() {
    WrappedOptimizer whole =
        (WrappedOptimizer)
            Plain.with("a", "rate")
                .around(Still.with("c", "rate", "size"))
                .with(Map.of("rate", 5.0, "around-rate", 6.0, "size", 7.0));
    assertThat(whole.wrapper().hyperparameters())
        .extracting(Hyperparameter::value)
        .containsExactly(5.0);
    assertThat(whole.inner().hyperparameters())
        .extracting(Hyperparameter::value)
        .containsExactly(6.0, 7.0);
  }

  @Test
  void eachSeesItsOwnPartOfTheMemory() {
    Plain outer = Plain.with("a", "rate");
    Plain middle = Plain.with("b", "rate");
    Still inner = Still.with("c", "rate", "size");
    GradientOptimizer whole = outer.around(middle.around(inner));
    whole.start(new Memory(whole.hyperparameters()));
    assertThat(outer.seen()).contains("rate0.0", 3, 2, LAYOUT);
    assertThat(middle.seen()).contains("rate1.0", 3, 2, LAYOUT);
    assertThat(inner.seen()).contains("rate2.0", "size3.0", 3, 2, LAYOUT);
    assertThat(List.of(outer.seen().get(1), middle.seen().get(1), inner.seen().get(2)))
        .doesNotHaveDuplicates();
  }

  @Test
  void hyperparametersOfTheOtherAreRefused() {
    GradientWrapper curious =
        new GradientWrapper() {
          @Override
          public String id() {
            return "curious";
          }

          @Override
          public GradientState start(GradientState inner, LaneMemory memory) {
            memory.hyperparameter("size");
            return inner;
          }
        };
    GradientOptimizer whole = curious.around(Still.with("c", "size"));
    assertThatThrownBy(() -> whole.start(new Memory(whole.hyperparameters())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("curious declares no hyper-parameter \"size\"");
  }

  @Test
  void aFlipReachesTheOptimizerInsideOnceAtAnyDepth() {
    Still inner = Still.with("c");
    GradientOptimizer whole = Plain.with("a").around(Plain.with("b").around(inner));
    GradientState state = whole.start(new Memory(List.of()));
    inner.seen().clear();
    state.flip(2, 1);
    assertThat(inner.seen()).containsExactly("flip 2 1");
  }

  @Test
  void anOracleHasTheOptimizerInsideInOneLaneWithItsOwnGroups() {
    Still inner = Still.with("c", "size");
    OracleWrapper wrapper =
        new OracleWrapper() {
          @Override
          public String id() {
            return "oracle";
          }

          @Override
          public OracleState start(GradientState state, OracleTask task) {
            return new OracleState() {
              @Override
              public OracleRequest ask(double[] point, double[] direction) {
                return OracleRequest.STOP;
              }

              @Override
              public void tell(double loss, double[] point, double[] vector) {}
            };
          }
        };
    OracleTask task =
        new OracleTask(
            new Line(), new RandomStream(1), true, new int[] {0, 4, 6}, new int[] {2, 1});
    List<Object> seen = new ArrayList<>();
    GradientOptimizer one =
        new GradientOptimizer() {
          @Override
          public String id() {
            return "one";
          }

          @Override
          public GradientState start(LaneMemory memory) {
            seen.add(memory.layout());
            seen.add(memory.groups()[1]);
            seen.add(memory.columns()[0]);
            seen.add(memory.block().length);
            seen.add(memory.perLane().length);
            return inner.start(new Memory(List.of()));
          }
        };
    OracleState state = wrapper.around(one).start(task);
    inner.seen().clear();
    state.flip(1);
    assertThat(seen).containsExactly(new BlockLayout(6, 1, 0), 4, 2, 6, 1);
    assertThat(inner.seen()).containsExactly("flip 1 0");
    assertThat(wrapper.around(one).questions()).containsExactly(OracleRequest.GRADIENT);
  }

  /** Six parameters without bounds. */
  private record Line() implements SearchSpace {
    @Override
    public int parameters() {
      return 6;
    }

    @Override
    public double lower(int parameter) {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper(int parameter) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double keep(int parameter, int member, double value, FirstMoment moment) {
      return value;
    }
  }
}
