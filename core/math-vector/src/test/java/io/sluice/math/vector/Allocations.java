package io.sluice.math.vector;

import com.sun.management.ThreadMXBean;
import io.sluice.math.LaneKernels;
import io.sluice.math.LaneMatrix;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * Compiled kernels make no objects. The interpreter and the first compiler make one of every
 * intermediate vector; so does the second one, silently, for a kernel that is too large.
 */
final class Allocations {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final LaneKernels VECTOR = LaneKernels.running();
  private static final int LENGTH = 67;
  private static final int LANES = 19;
  private static final LaneMatrix LEFT = new LaneMatrix();
  private static final LaneMatrix RIGHT = new LaneMatrix();
  private static final LaneMatrix PRODUCT = new LaneMatrix();

  /** Takes what functions return, so that they are not left out. */
  private static volatile double sink;

  static List<Named<Runnable>> calls() {
    double[] x = Numbers.grid(0.01, 3, LENGTH);
    double[] y = new double[LENGTH];
    double[] z = new double[LENGTH];
    double[] mean = new double[LENGTH];
    double[] square = new double[LENGTH];
    Stream<Named<Runnable>> functions =
        Kernels.all().stream()
            .filter(each -> !each.name().endsWith("by bells"))
            .map(each -> named(each.name(), () -> each.block().apply(VECTOR, x, y, z, 0, LENGTH)));
    double[] a = Numbers.grid(-1, 1, 7 * 5 * LANES);
    double[] b = Numbers.grid(-1, 1, 5 * 6 * LANES);
    double[] c = new double[7 * 6 * LANES];
    int s = LANES;
    Stream<Named<Runnable>> others =
        Stream.of(
            named("cumulatives by bells", () -> VECTOR.cumulatives(x, z, y, 0, LENGTH)),
            named("products", () -> products(a, b, c, false, false)),
            named("products that are added", () -> products(a, b, c, false, true)),
            named("shared products", () -> products(a, b, c, true, false)),
            named("shared products that are added", () -> products(a, b, c, true, true)),
            named(
                "steps",
                () ->
                    VECTOR.steps(mean, 0.1, square, 0.9, 0.1, -1, 1, 1e-8, x, y, true, 0, LENGTH)),
            named("least", () -> sink += VECTOR.least(x, 0, LENGTH)),
            named("areWithin", () -> sink += VECTOR.areWithin(x, 0, LENGTH, -9, 9) ? 1 : 0),
            named("sum", () -> VECTOR.sum(a, 0, 5, 2 * s, 2 * s, y, 1)),
            named("keepLeast", () -> VECTOR.keepLeast(x, y, z, 1, x, 2, LENGTH)),
            named("multiply", () -> VECTOR.multiply(x, 1, z, 2, y, 0, LENGTH - 2)),
            named("add", () -> VECTOR.add(x, 1, z, 2, y, 0, LENGTH - 2)),
            named("multiplyAdd", () -> VECTOR.multiplyAdd(x, 1, z, 2, y, 0, LENGTH - 2)));
    return Stream.concat(functions, others).toList();
  }

  private static void products(double[] a, double[] b, double[] c, boolean shared, boolean add) {
    LEFT.ofLanes(a, 0, 7, 5, 5 * LANES, LANES);
    PRODUCT.ofLanes(c, 0, 7, 6, 6 * LANES, LANES);
    if (shared) {
      RIGHT.ofAll(b, 0, 5, 6, 6, 1);
    } else {
      RIGHT.ofLanes(b, 0, 5, 6, 6 * LANES, LANES);
    }
    VECTOR.products(LEFT, RIGHT, PRODUCT, add, 0, LANES);
  }

  /** Says on standard output which kernels still allocate when they have been compiled. */
  public static void main(String[] none) {
    for (Named<Runnable> call : calls()) {
      Runnable kernel = call.getPayload();
      repeat(kernel, 30_000);
      // The compiler works beside us and may need longer on a busy machine.
      for (int round = 0; round < 200 && allocated(kernel) > 0; round++) {
        repeat(kernel, 5_000);
      }
      long bytes = allocated(kernel);
      if (bytes > 0) {
        System.out.println(call.getName() + " allocates " + bytes + " bytes in 1000 calls");
      }
    }
  }

  /** Bytes of a thousand calls. */
  private static long allocated(Runnable call) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    repeat(call, 1000);
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }

  private static void repeat(Runnable call, int times) {
    for (int i = 0; i < times; i++) {
      call.run();
    }
  }

  private static Named<Runnable> named(String name, Runnable call) {
    return Named.of(name, call);
  }
}
