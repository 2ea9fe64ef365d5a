package io.sluice.engine.support;

import com.sun.management.ThreadMXBean;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

/**
 * Another optimizer that notes, every so many steps, how many bytes the thread that runs the block
 * has allocated by then. One block at a time.
 */
public record Metered(GradientOptimizer optimizer, int every, long[] bytes)
    implements GradientOptimizer {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Override
  public String id() {
    return "metered-" + optimizer.id();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return optimizer.hyperparameters();
  }

  @Override
  public Metered with(Map<String, Double> values) {
    return new Metered(optimizer.with(values), every, bytes);
  }

  @Override
  public GradientState start(LaneMemory memory) {
    GradientState state = optimizer.start(memory);
    return new GradientState() {
      @Override
      public void update(int step, int lanes, double[] weights, double[] gradients) {
        if (step % every == 0) {
          bytes[step / every] = THREADS.getCurrentThreadAllocatedBytes();
        }
        state.update(step, lanes, weights, gradients);
      }

      @Override
      public void flip(int parameter, int lane) {
        state.flip(parameter, lane);
      }
    };
  }

  /** Bytes from one note to the next, the least of the second half. */
  public long leastGrowth() {
    long least = Long.MAX_VALUE;
    for (int i = bytes.length / 2; i + 1 < bytes.length; i++) {
      least = Math.min(least, bytes[i + 1] - bytes[i]);
    }
    return least;
  }
}
