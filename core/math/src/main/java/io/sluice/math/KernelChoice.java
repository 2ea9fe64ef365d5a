package io.sluice.math;

import java.util.Optional;
import java.util.ServiceLoader;

/** Reads the system property {@code sluice.math}, once, and finds the kernels it asks for. */
final class KernelChoice {

  private static final String PROPERTY = "sluice.math";
  private static final String MODULE = "jdk.incubator.vector";
  private static final String REMEDY = "start java with --add-modules " + MODULE;

  /** Constant, so that the compiler sees through every call; scalar if there is a complaint. */
  static final LaneKernels KERNELS;

  private static final String COMPLAINT;

  static {
    LaneKernels kernels = LaneKernels.scalar();
    String complaint = "";
    try {
      kernels = chosen(System.getProperty(PROPERTY, "auto"));
    } catch (IllegalStateException refused) {
      complaint = refused.getMessage();
    }
    KERNELS = kernels;
    COMPLAINT = complaint;
  }

  private KernelChoice() {}

  static LaneKernels running() {
    if (!COMPLAINT.isEmpty()) {
      throw new IllegalStateException(COMPLAINT);
    }
    return KERNELS;
  }

  static LaneKernels chosen(String wanted) {
    switch (wanted) {
      case "scalar":
        return LaneKernels.scalar();
      case "auto":
        return fastest();
      case "vector", "vector-256", "vector-512":
        return ordered(wanted);
      default:
        throw new IllegalStateException(
            PROPERTY
                + " must be auto, scalar, vector, vector-256 or vector-512, but is \""
                + wanted
                + "\"");
    }
  }

  private static LaneKernels fastest() {
    Optional<ServiceLoader.Provider<LaneKernels>> twin = twin();
    if (twin.isEmpty()) {
      return LaneKernels.scalar();
    }
    if (!hasModule()) {
      System.err.println(
          "sluice: computing with scalar mathematics, same results but several times slower; "
              + REMEDY
              + ", or choose it with -D"
              + PROPERTY
              + "=scalar");
      return LaneKernels.scalar();
    }
    LaneKernels vector = twin.get().get();
    return vector.isFast() ? vector : LaneKernels.scalar();
  }

  private static LaneKernels ordered(String wanted) {
    if (!hasModule()) {
      throw refusal(wanted, "this Java was started without the module " + MODULE + "; " + REMEDY);
    }
    LaneKernels vector =
        twin()
            .orElseThrow(() -> refusal(wanted, "sluice-math-vector is not on the class path"))
            .get();
    if (!vector.isFast() || !vector.name().startsWith(wanted)) {
      throw refusal(wanted, "this machine computes fast with " + vector.name() + " at most");
    }
    return vector;
  }

  private static IllegalStateException refusal(String wanted, String why) {
    return new IllegalStateException(
        PROPERTY + "=" + wanted + " cannot be had: " + why + "; or choose auto");
  }

  private static Optional<ServiceLoader.Provider<LaneKernels>> twin() {
    return ServiceLoader.load(LaneKernels.class, KernelChoice.class.getClassLoader()).stream()
        .findFirst();
  }

  private static boolean hasModule() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }
}
