package io.sluice.engine.network;

import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Gives an activation without block forms of its own loops of its own. The default loops of {@link
 * Activation} are shared by all classes, so the compiler sees calls that may go anywhere. Here each
 * activation class gets a hidden copy of {@link ScalarLoops}, in which they go to one class only,
 * and of {@link TrainedLoops} where its parameters are trained.
 */
final class Monomorphic {

  private static final Class<?> NUMBERS = double[].class;
  private static final Class<?> BLOCKS = double[][].class;
  private static final ClassValue<MethodHandle> LOOPS =
      makersOf(ScalarLoops.class, Activation.class);
  private static final ClassValue<MethodHandle> TRAINED_LOOPS =
      makersOf(TrainedLoops.class, TrainableActivation.class);

  private Monomorphic() {}

  /** The activation itself if it has block forms, or else with loops of its own. */
  static Activation of(Activation activation) {
    boolean plain =
        inherits(activation, Activation.class, "values", NUMBERS, NUMBERS, int.class, int.class)
            && inherits(
                activation,
                Activation.class,
                "valuesAndSlopes",
                NUMBERS,
                NUMBERS,
                NUMBERS,
                int.class,
                int.class);
    return plain ? (Activation) looped(LOOPS, activation) : activation;
  }

  /**
   * The same for one whose parameters are trained. What this gives serves one block of trials, not
   * several at once.
   */
  static TrainableActivation ofTrained(TrainableActivation activation) {
    Class<TrainableActivation> port = TrainableActivation.class;
    boolean plain =
        inherits(activation, port, "values", NUMBERS, BLOCKS, NUMBERS, int.class, int.class)
            && inherits(
                activation,
                port,
                "valuesAndSlopes",
                NUMBERS,
                BLOCKS,
                NUMBERS,
                NUMBERS,
                BLOCKS,
                int.class,
                int.class);
    return plain ? (TrainableActivation) looped(TRAINED_LOOPS, activation) : activation;
  }

  private static Object looped(ClassValue<MethodHandle> makers, Activation activation) {
    try {
      return (Object) makers.get(activation.getClass()).invokeExact(activation);
    } catch (Throwable impossible) {
      throw new IllegalStateException("no loops for " + activation.id(), impossible);
    }
  }

  private static boolean inherits(
      Activation activation, Class<?> port, String method, Class<?>... parameters) {
    try {
      return activation.getClass().getMethod(method, parameters).getDeclaringClass() == port;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What makes loops for an activation, from the activation; found once for each class of them. */
  private static ClassValue<MethodHandle> makersOf(Class<?> loops, Class<?> port) {
    return new ClassValue<>() {
      @Override
      protected MethodHandle computeValue(Class<?> activation) {
        return maker(loops, port);
      }
    };
  }

  private static MethodHandle maker(Class<?> loops, Class<?> port) {
    try (InputStream file = loops.getResourceAsStream(loops.getSimpleName() + ".class")) {
      MethodHandles.Lookup copy =
          MethodHandles.lookup().defineHiddenClass(file.readAllBytes(), true);
      return copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class, port))
          .asType(MethodType.methodType(Object.class, Activation.class));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (IllegalAccessException | NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
