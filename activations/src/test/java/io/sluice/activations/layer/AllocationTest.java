package io.sluice.activations.layer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sluice.math.LaneKernels;
import io.sluice.spi.LayerActivation;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Block forms are called at every step of a training, so they allocate nothing. Vector kernels do
 * so only when they are compiled, which is tried elsewhere; beside them the others are tried here.
 */
class AllocationTest {

  private static final Set<String> PLAIN =
      Set.of("reglu", "bilinear", "maxout", "crelu", "sparsemax");
  private static final int CALLS = 300;
  private static final int ROUNDS = 10;
  private static final int UNITS = 8;
  private static final int EXAMPLES = 3;
  private static final int LANES = 16;

  static Stream<Named<LayerActivation>> activations() {
    boolean plain = LaneKernels.running() == LaneKernels.scalar();
    return LayerBuiltIns.all().stream()
        .filter(each -> plain || PLAIN.contains(each.id()))
        .map(each -> Named.of(each.id(), each));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void blocksAllocateNothing(LayerActivation activation) {
    double[] x = new double[UNITS * EXAMPLES * LANES];
    Arrays.setAll(x, i -> (i * 37 % 101 - 50) / 20.0);
    double[] y = new double[activation.outputs(UNITS) * EXAMPLES * LANES];
    double[] result = new double[x.length];
    double[] work = new double[x.length];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    // What the virtual machine allocates when it loads or compiles comes once.
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      run(activation, x, y, result, work);
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
    }
    assertThat(least).isZero();
  }

  private static void run(
      LayerActivation activation, double[] x, double[] y, double[] result, double[] work) {
    for (int call = 0; call < CALLS; call++) {
      activation.values(UNITS, EXAMPLES, LANES, x, y, work);
      activation.pullBacks(UNITS, EXAMPLES, LANES, x, y, y, result, work);
    }
  }
}
