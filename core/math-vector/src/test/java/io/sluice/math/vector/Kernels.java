package io.sluice.math.vector;

import io.sluice.math.LaneKernels;
import java.util.Arrays;
import java.util.List;

/** Every function behind the door, in one shape. */
final class Kernels {

  private Kernels() {}

  /** A function of one block; what has one result leaves {@code z} alone. */
  interface Block {
    void apply(LaneKernels kernels, double[] x, double[] y, double[] z, int from, int to);
  }

  /** A function under test. */
  record Kernel(String name, Block block) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Kernel> all() {
    return List.of(
        new Kernel("exps", (k, x, y, z, from, to) -> k.exps(x, y, from, to)),
        new Kernel("decays", (k, x, y, z, from, to) -> k.decays(x, y, from, to)),
        new Kernel("expm1s", (k, x, y, z, from, to) -> k.expm1s(x, y, from, to)),
        new Kernel("logs", (k, x, y, z, from, to) -> k.logs(x, y, from, to)),
        new Kernel("log1ps", (k, x, y, z, from, to) -> k.log1ps(x, y, from, to)),
        new Kernel("tanhs", (k, x, y, z, from, to) -> k.tanhs(x, y, from, to)),
        new Kernel("tanhsAndSlopes", LaneKernels::tanhsAndSlopes),
        new Kernel("sigmoids", (k, x, y, z, from, to) -> k.sigmoids(x, y, from, to)),
        new Kernel("sigmoidsAndSlopes", LaneKernels::sigmoidsAndSlopes),
        new Kernel("softpluses", (k, x, y, z, from, to) -> k.softpluses(x, y, from, to)),
        new Kernel("sins", (k, x, y, z, from, to) -> k.sins(x, y, from, to)),
        new Kernel("coss", (k, x, y, z, from, to) -> k.coss(x, y, from, to)),
        new Kernel("sinsAndCosines", LaneKernels::sinsAndCosines),
        new Kernel("sinsOfProducts", (k, x, y, z, from, to) -> k.sinsOfProducts(x, x, y, from, to)),
        new Kernel(
            "sinsAndCosinesOfProducts",
            (k, x, y, z, from, to) -> k.sinsAndCosinesOfProducts(x, x, y, z, from, to)),
        new Kernel("erfs", (k, x, y, z, from, to) -> k.erfs(x, y, from, to)),
        new Kernel("erfcs", (k, x, y, z, from, to) -> k.erfcs(x, y, from, to)),
        new Kernel("bells", (k, x, y, z, from, to) -> k.bells(x, y, from, to)),
        new Kernel("cumulatives", (k, x, y, z, from, to) -> k.cumulatives(x, y, from, to)),
        new Kernel(
            "rootQuotients", (k, x, y, z, from, to) -> rootQuotients(k, x, y, z, 1e-8, from, to)),
        new Kernel(
            "rootQuotients without a constant",
            (k, x, y, z, from, to) -> rootQuotients(k, x, y, z, 0, from, to)),
        new Kernel(
            "rootQuotients of each",
            (k, x, y, z, from, to) -> k.rootQuotients(x, x, x, x, x, y, from, to)),
        new Kernel("cumulatives by bells", Kernels::cumulativesByBells));
  }

  private static void rootQuotients(
      LaneKernels kernels, double[] x, double[] y, double[] z, double constant, int from, int to) {
    Arrays.fill(z, from, to, constant);
    kernels.rootQuotients(x, x, x, x, z, y, from, to);
  }

  /** The bells stand where the results come. */
  private static void cumulativesByBells(
      LaneKernels kernels, double[] x, double[] y, double[] z, int from, int to) {
    LaneKernels.scalar().bells(x, z, from, to);
    kernels.cumulatives(x, z, z, from, to);
    if (y != x) {
      LaneKernels.scalar().bells(x, y, from, to);
      kernels.cumulatives(x, y, y, from, to);
    }
  }
}
