package io.sluice.engine.network;

import io.sluice.spi.Activation;
import io.sluice.spi.TrainableActivation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
  private static final ClassValue<Class<?>> LOOPS = copiesOf(ScalarLoops.class);
  private static final ClassValue<Class<?>> TRAINED_LOOPS = copiesOf(TrainedLoops.class);

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
    return plain ? (Activation) looped(LOOPS, Activation.class, activation) : activation;
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
    return plain ? (TrainableActivation) looped(TRAINED_LOOPS, port, activation) : activation;
  }

  private static Object looped(ClassValue<Class<?>> copies, Class<?> port, Activation activation) {
    Class<?> loops = copies.get(activation.getClass());
    try {
      return MethodHandles.privateLookupIn(loops, MethodHandles.lookup())
          .findConstructor(loops, MethodType.methodType(void.class, port))
          .invoke(activation);
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

  private static ClassValue<Class<?>> copiesOf(Class<?> loops) {
    return new ClassValue<>() {
      @Override
      protected Class<?> computeValue(Class<?> activation) {
        return hiddenCopy(loops);
      }
    };
  }

  private static Class<?> hiddenCopy(Class<?> loops) {
    try (InputStream file = loops.getResourceAsStream(loops.getSimpleName() + ".class")) {
      return MethodHandles.lookup().defineHiddenClass(file.readAllBytes(), true).lookupClass();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
