package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.WeightDecay;
import io.sluice.spi.BlockLayout;
import java.util.Arrays;
import java.util.List;

/**
 * What a block of trials does to its gradients before the optimizer gets them, and to the updates
 * it makes of them: decay, limits, schedule. The lanes agree in the kinds and may differ in the
 * numbers.
 */
final class UpdateRules {

  private final BlockLayout layout;
  private final List<TrialRecord> records;
  private final long planned;
  private final Clipping.Kind clipping;
  private final WeightDecay.Kind decay;
  private final boolean[] decaying;
  private final boolean scheduled;
  private final double[] limits;
  private final double[] rates;
  private final double[] factors;
  private final Stagnation plateaus;
  private final double[] reductions;

  /**
   * The rules of a block.
   *
   * @param records the trial of each lane, kept up to date by the owner
   * @param planned how many updates each trial makes at most
   */
  UpdateRules(BlockMemory memory, List<TrialRecord> records, long planned) {
    TrialSetup first = records.get(0).setup();
    this.layout = memory.layout();
    this.records = records;
    this.planned = planned;
    clipping = first.training().clipping().kind();
    decay = first.training().weightDecay().kind();
    decaying =
        first.training().weightDecay().of() == WeightDecay.Of.ALL
            ? null
            : first.task().matrixParameters();
    scheduled = isScheduled(first);
    limits = clipping == Clipping.Kind.NONE ? null : memory.perLane();
    rates = decay == WeightDecay.Kind.NONE ? null : memory.perLane();
    boolean reducing =
        records.stream().anyMatch(r -> r.setup().training().schedule().patience().ends());
    plateaus =
        reducing
            ? new Stagnation(memory, records, setup -> setup.training().schedule().patience())
            : null;
    reductions = reducing ? memory.perLane() : null;
    if (reducing) {
      Arrays.fill(reductions, 1);
    }
    factors = scheduled || clipping == Clipping.Kind.NORM ? new double[layout.stride()] : null;
    for (int lane = 0; lane < records.size(); lane++) {
      TrialSetup setup = records.get(lane).setup();
      if (limits != null) {
        limits[lane] = setup.training().clipping().limit();
      }
      if (rates != null) {
        rates[lane] = setup.training().weightDecay().rate();
      }
    }
  }

  /** Whether the updates of the cell change with time. */
  static boolean isScheduled(TrialSetup setup) {
    return !setup.training().schedule().equals(Schedule.CONSTANT);
  }

  /** Whether {@link #look} does anything. */
  boolean monitors() {
    return plateaus != null;
  }

  /** Takes the losses that are monitored, where an epoch begins. */
  void look(double[] losses, int lanes) {
    if (plateaus == null || !plateaus.see(losses, lanes)) {
      return;
    }
    for (int lane = 0; lane < lanes; lane++) {
      if (plateaus.isOver(lane)) {
        reductions[lane] *= records.get(lane).setup().training().schedule().reduction();
        plateaus.restart(lane);
      }
    }
  }

  /** What the optimizer is to get in place of the gradients. */
  void before(int lanes, double[] weights, double[] gradients) {
    if (decay == WeightDecay.Kind.L2) {
      pull(lanes, weights, gradients, 1);
    }
    if (clipping == Clipping.Kind.NORM) {
      clipNorms(lanes, gradients);
    } else if (clipping == Clipping.Kind.VALUE) {
      clipValues(lanes, gradients);
    }
  }

  /** Whether {@link #after} does anything. */
  boolean changesUpdates() {
    return scheduled || decay == WeightDecay.Kind.DECOUPLED;
  }

  /** What is to be added to the weights in place of the updates, after so many others. */
  void after(long step, int lanes, double[] weights, double[] updates) {
    if (decay == WeightDecay.Kind.DECOUPLED) {
      pull(lanes, weights, updates, -1);
    }
    if (scheduled) {
      Schedule last = null;
      for (int lane = 0; lane < lanes; lane++) {
        Schedule schedule = records.get(lane).setup().training().schedule();
        factors[lane] = schedule == last ? factors[lane - 1] : schedule.factor(step, planned);
        last = schedule;
      }
      for (int lane = 0; lane < lanes && reductions != null; lane++) {
        factors[lane] *= reductions[lane];
      }
      multiply(lanes, updates);
    }
  }

  private void pull(int lanes, double[] weights, double[] target, int sign) {
    for (int p = 0; p < layout.parameters(); p++) {
      if (decaying != null && !decaying[p]) {
        continue;
      }
      int row = layout.row(p);
      for (int lane = 0; lane < lanes; lane++) {
        target[row + lane] = Math.fma(sign * rates[lane], weights[row + lane], target[row + lane]);
      }
    }
  }

  private void clipValues(int lanes, double[] gradients) {
    for (int p = 0; p < layout.parameters(); p++) {
      int row = layout.row(p);
      for (int lane = 0; lane < lanes; lane++) {
        gradients[row + lane] =
            Math.max(-limits[lane], Math.min(limits[lane], gradients[row + lane]));
      }
    }
  }

  /**
   * The squares are summed in the order of the weights. A gradient with a slope that is no finite
   * number is left as it is.
   */
  private void clipNorms(int lanes, double[] gradients) {
    for (int lane = 0; lane < lanes; lane++) {
      factors[lane] = 0;
    }
    for (int p = 0; p < layout.parameters(); p++) {
      int row = layout.row(p);
      for (int lane = 0; lane < lanes; lane++) {
        factors[lane] = Math.fma(gradients[row + lane], gradients[row + lane], factors[lane]);
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      double norm = Math.sqrt(factors[lane]);
      if (norm == Double.POSITIVE_INFINITY) {
        norm = hugeNorm(lane, gradients);
      }
      factors[lane] = norm > limits[lane] ? limits[lane] / norm : 1;
    }
    multiply(lanes, gradients);
  }

  /** The norm by the largest slope, where squares overflow; NaN if that is infinite. */
  private double hugeNorm(int lane, double[] gradients) {
    double largest = 0;
    for (int p = 0; p < layout.parameters(); p++) {
      largest = Math.max(largest, Math.abs(gradients[layout.row(p) + lane]));
    }
    double squares = 0;
    for (int p = 0; p < layout.parameters(); p++) {
      double share = gradients[layout.row(p) + lane] / largest;
      squares = Math.fma(share, share, squares);
    }
    return largest * Math.sqrt(squares);
  }

  private void multiply(int lanes, double[] block) {
    for (int p = 0; p < layout.parameters(); p++) {
      int row = layout.row(p);
      for (int lane = 0; lane < lanes; lane++) {
        block[row + lane] *= factors[lane];
      }
    }
  }
}
