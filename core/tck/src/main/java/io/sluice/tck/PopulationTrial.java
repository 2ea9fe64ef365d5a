package io.sluice.tck;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.Candidates;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One trial that looks for the middle of a box. */
final class PopulationTrial {

  static final int PARAMETERS = 3;
  static final int GENERATIONS = 12;
  private static final double UNTOUCHED = -12345.678;

  private final PopulationState state;
  private final int size;
  private final BlockLayout layout;
  private final int first;
  private double[] block;
  private int asked;

  /**
   * @param key of its random numbers
   * @param first where its slice begins
   */
  private PopulationTrial(PopulationOptimizer optimizer, long key, int first) {
    this(optimizer, new Box(-1), key, first);
  }

  /** The same in another box. */
  PopulationTrial(PopulationOptimizer optimizer, SearchSpace box, long key, int first) {
    this.size = optimizer.populationSize(PARAMETERS);
    this.first = first;
    this.layout = new BlockLayout(PARAMETERS, Math.max(1, size) + first + 2, first);
    this.state = optimizer.start(box, new RandomStream(key));
  }

  /** One generation, told its losses; complains of the candidates. */
  void advance(double[] candidates, Findings findings) {
    ask(findings);
    if (findings.hasFault()) {
      return;
    }
    double[] losses = new double[first + size];
    for (int member = 0; member < asked; member++) {
      for (int p = 0; p < PARAMETERS; p++) {
        double value = block[layout.row(p) + first + member];
        candidates[p * size + member] = value;
        losses[first + member] += loss(value);
      }
    }
    state.tell(losses, first);
  }

  /** How many candidates it proposed last. */
  int asked() {
    return asked;
  }

  /** What a coordinate adds to the loss. */
  static double loss(double value) {
    return (value - 0.25) * (value - 0.25);
  }

  private void ask(Findings findings) {
    block = layout.newBlock();
    Arrays.fill(block, UNTOUCHED);
    int announced = state.next(size);
    if (announced < 1 || announced > size) {
      findings.fault("next(%d) must be from 1 to %d, but is %d", size, size, announced);
      return;
    }
    asked = state.ask(new Candidates(layout, block, first, size));
    if (asked < 1 || asked > size) {
      findings.fault("ask(...) must write from 1 to %d candidates, but says %d", size, asked);
      return;
    }
    if (asked > announced) {
      findings.fault(
          "next(%d) announced %d candidates, but ask(...) says %d", size, announced, asked);
      return;
    }
    for (int i = 0; i < block.length && !findings.hasFault(); i++) {
      int lane = (i - layout.offset()) % layout.stride() - first;
      boolean mine = i >= layout.offset() && lane >= 0 && lane < size;
      if (mine && lane < asked && (block[i] == UNTOUCHED || !Double.isFinite(block[i]))) {
        int parameter = (i - layout.offset()) / layout.stride();
        findings.fault(
            "ask(...) %s parameter %d of candidate %d",
            block[i] == UNTOUCHED ? "did not write" : "wrote " + block[i] + " as", parameter, lane);
      } else if (!mine && block[i] != UNTOUCHED) {
        findings.fault(
            "ask(...) wrote to index %d, which is outside of its %d members from lane %d on",
            i, size, first);
      }
    }
  }

  static void candidates(PopulationOptimizer optimizer, Findings findings) {
    if (optimizer.populationSize() < 1 || optimizer.populationSize(PARAMETERS) < 1) {
      findings.fault(
          "populationSize() must be at least 1, but is %d, and of %d parameters %d",
          optimizer.populationSize(), PARAMETERS, optimizer.populationSize(PARAMETERS));
      return;
    }
    run(new PopulationTrial(optimizer, 1, 2), findings);
  }

  static void repeatable(PopulationOptimizer optimizer, Findings findings) {
    List<double[]> once = run(new PopulationTrial(optimizer, 1, 0), findings);
    compare(
        once,
        run(new PopulationTrial(optimizer, 1, 0), findings),
        "with the same random numbers",
        findings);
    if (!findings.hasFault()) {
      List<double[]> elsewhere = run(new PopulationTrial(optimizer, 1, 3), findings);
      compare(once, elsewhere, "with the same random numbers in another slice", findings);
    }
  }

  static void states(PopulationOptimizer optimizer, Findings findings) {
    List<double[]> alone = run(new PopulationTrial(optimizer, 1, 0), findings);
    PopulationTrial trial = new PopulationTrial(optimizer, 1, 0);
    PopulationTrial other = new PopulationTrial(differently(optimizer), 2, 1);
    List<double[]> beside = new ArrayList<>();
    for (int generation = 0; generation < GENERATIONS; generation++) {
      beside.add(new double[PARAMETERS * trial.size]);
      trial.advance(beside.get(generation), findings);
      other.advance(new double[PARAMETERS * other.size], findings);
    }
    compare(alone, beside, "while another trial was at work", findings);
  }

  /** A copy of which each hyper-parameter has another value. */
  private static PopulationOptimizer differently(PopulationOptimizer optimizer) {
    Map<String, Double> settings = ComponentChecks.settings(optimizer);
    for (Hyperparameter each : optimizer.hyperparameters()) {
      settings.put(each.name(), ComponentChecks.otherValue(each));
    }
    return optimizer.with(settings);
  }

  static void infiniteLosses(PopulationOptimizer optimizer, Findings findings) {
    PopulationTrial trial = new PopulationTrial(optimizer, 1, 0);
    for (int generation = 0; generation < 4 && !findings.hasFault(); generation++) {
      trial.ask(findings);
      double[] losses = new double[trial.size];
      Arrays.fill(losses, Double.POSITIVE_INFINITY);
      trial.state.tell(losses, 0);
      if (Arrays.stream(losses).anyMatch(loss -> loss != Double.POSITIVE_INFINITY)) {
        findings.fault("tell(...) changed the losses, which are to be read only");
      }
    }
    if (!findings.hasFault()) {
      run(trial, findings);
    }
  }

  private static List<double[]> run(PopulationTrial trial, Findings findings) {
    List<double[]> generations = new ArrayList<>();
    for (int generation = 0; generation < GENERATIONS && !findings.hasFault(); generation++) {
      generations.add(new double[PARAMETERS * trial.size]);
      trial.advance(generations.get(generation), findings);
    }
    return generations;
  }

  private static void compare(
      List<double[]> once, List<double[]> again, String how, Findings findings) {
    for (int generation = 0; generation < once.size() && !findings.hasFault(); generation++) {
      double[] expected = once.get(generation);
      double[] actual = again.get(generation);
      for (int i = 0; i < expected.length && !findings.hasFault(); i++) {
        if (!ComponentChecks.sameBits(expected[i], actual[i])) {
          findings.fault(
              "%s, generation %d has the candidate value %s in place of %s",
              how, generation + 1, actual[i], expected[i]);
        }
      }
    }
  }

  /** Three wide in each direction, with values kept inside. */
  record Box(double lower) implements SearchSpace {
    @Override
    public int parameters() {
      return PARAMETERS;
    }

    @Override
    public double lower(int parameter) {
      return lower;
    }

    @Override
    public double upper(int parameter) {
      return lower + 3;
    }

    @Override
    public double keep(int parameter, int member, double value, FirstMoment moment) {
      if (value < lower || value > lower + 3) {
        moment.flip(parameter, member);
      }
      return Math.max(lower, Math.min(lower + 3, value));
    }
  }
}
