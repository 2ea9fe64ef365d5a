package io.sluice.engine.run;

import io.sluice.engine.network.Batch;
import io.sluice.engine.study.Pace;
import io.sluice.engine.watch.Pulse;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.OracleRequest;
import java.util.List;

/**
 * Answers the questions of a block of oracle trials, all of one kind in one pass. A pass goes over
 * all lanes; those that asked for something else are not told.
 */
final class OracleAnswers {

  /** The cube root of 2^-52: of a central difference about the best share of the point. */
  private static final double SHARE = 6.055454452393343e-6;

  private final BlockObjective objective;
  private final List<OracleRun> runs;
  private final Pace pace;
  private final BlockLayout layout;
  private final double[] points;
  private final double[] slopes;
  private final double[] losses;
  private final int[][] rows;
  private double[] otherSlopes;
  private double[] otherPoints;
  private double[] lengths;

  OracleAnswers(BlockObjective objective, List<OracleRun> runs, Pace pace, BlockLayout layout) {
    this.objective = objective;
    this.runs = runs;
    this.pace = pace;
    this.layout = layout;
    points = layout.newBlock();
    slopes = layout.newBlock();
    losses = new double[layout.stride()];
    rows = new int[layout.stride()][];
  }

  /** Answers every question there is. */
  void answer(Pulse pulse) {
    for (int first = 0; first < runs.size(); first++) {
      OracleRun asking = runs.get(first);
      if (asking.question != null) {
        answerLike(asking.question, asking.size, asking.step, pulse);
      }
    }
  }

  /** Answers all lanes that ask the same over as many rows, and with the same draws. */
  private void answerLike(OracleRequest question, int size, long step, Pulse pulse) {
    int lanes = runs.size();
    boolean[] asks = new boolean[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      OracleRun run = runs.get(lane);
      asks[lane] =
          run.question == question && run.size == size && (!pace.drawn() || run.step == step);
      rows[lane] = run.rows;
      scatter(run.point, points, lane);
    }
    Batch batch = pace.isFull() ? Batch.ALL : new Batch(rows, 0, size);
    switch (question) {
      case LOSS:
        if (pace.looksApart()) {
          objective.gradients(step, layout, points, lanes, batch, losses, slopes);
        } else {
          objective.losses(layout, points, lanes, losses);
        }
        break;
      case GRADIENT:
        objective.gradients(step, layout, points, lanes, batch, losses, slopes);
        break;
      case HESSIAN_PRODUCT:
        differences(step, lanes, batch);
        break;
      default:
        residuals(step, lanes, batch, asks, pulse);
    }
    for (int lane = 0; lane < lanes; lane++) {
      if (asks[lane]) {
        OracleRun run = runs.get(lane);
        if (question != OracleRequest.LOSS) {
          gather(slopes, lane, run.vector);
        }
        run.answer(losses[lane], pulse);
      }
    }
  }

  /** (g(x + h d) − g(x − h d)) / 2h with h so that no number of h d is above its share. */
  private void differences(long step, int lanes, Batch batch) {
    if (lengths == null) {
      lengths = new double[layout.stride()];
      otherPoints = layout.newBlock();
      otherSlopes = layout.newBlock();
    }
    for (int lane = 0; lane < lanes; lane++) {
      OracleRun run = runs.get(lane);
      double largest = largest(run.direction);
      lengths[lane] = SHARE * Math.max(1, largest(run.point)) / largest;
      boolean none = largest == 0 || run.question != OracleRequest.HESSIAN_PRODUCT;
      for (int p = 0; p < layout.parameters(); p++) {
        int i = layout.row(p) + lane;
        double move = none ? 0 : lengths[lane] * run.direction[p];
        otherPoints[i] = points[i] - move;
        points[i] += move;
      }
    }
    objective.gradients(step, layout, otherPoints, lanes, batch, losses, otherSlopes);
    objective.gradients(step, layout, points, lanes, batch, losses, slopes);
    for (int lane = 0; lane < lanes; lane++) {
      losses[lane] = Double.NaN;
      for (int p = 0; p < layout.parameters(); p++) {
        int i = layout.row(p) + lane;
        double difference = slopes[i] - otherSlopes[i];
        slopes[i] = difference == 0 ? 0 : difference / (2 * lengths[lane]);
      }
    }
  }

  private static double largest(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  /**
   * Hands the residuals out. Loss and gradient are computed as for the other questions, so that
   * they have the same bits.
   */
  private void residuals(long step, int lanes, Batch batch, boolean[] asks, Pulse pulse) {
    objective.residuals(
        step,
        layout,
        points,
        lanes,
        batch,
        (residuals, ofResiduals) -> {
          for (int lane = 0; lane < lanes; lane++) {
            if (asks[lane]) {
              OracleRun run = runs.get(lane);
              gather(ofResiduals, lane, run.vector);
              pulse.enter(run.optimizer());
              run.state().residual(residuals[lane], run.vector);
              pulse.leave();
            }
          }
        });
    objective.gradients(step, layout, points, lanes, batch, losses, slopes);
  }

  private void scatter(double[] numbers, double[] block, int lane) {
    for (int p = 0; p < numbers.length; p++) {
      block[layout.row(p) + lane] = numbers[p];
    }
  }

  private void gather(double[] block, int lane, double[] numbers) {
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = block[layout.row(p) + lane];
    }
  }
}
