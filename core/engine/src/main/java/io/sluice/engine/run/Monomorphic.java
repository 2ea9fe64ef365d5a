package io.sluice.engine.run;

import io.sluice.spi.Activation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Gives an activation without block forms of its own loops of its own. The default loops of {@link
 * Activation} are shared by all classes, so the compiler sees calls that may go anywhere. Here each
 * activation class gets a hidden copy of {@link ScalarLoops}, in which they go to one class only.
 */
final class Monomorphic {

  private static final ClassValue<Class<?>> LOOPS =
      new ClassValue<>() {
        @Override
        protected Class<?> computeValue(Class<?> activation) {
          return hiddenCopy();
        }
      };

  private Monomorphic() {}

  /** The activation itself if it has block forms, or else with loops of its own. */
  static Activation of(Activation activation) {
    if (!hasDefaultLoops(activation)) {
      return activation;
    }
    Class<?> loops = LOOPS.get(activation.getClass());
    try {
      return (Activation)
          MethodHandles.privateLookupIn(loops, MethodHandles.lookup())
              .findConstructor(loops, MethodType.methodType(void.class, Activation.class))
              .invoke(activation);
    } catch (Throwable impossible) {
      throw new IllegalStateException("no loops for " + activation.id(), impossible);
    }
  }

  private static boolean hasDefaultLoops(Activation activation) {
    Class<?> doubles = double[].class;
    try {
      return activation
                  .getClass()
                  .getMethod("values", doubles, doubles, int.class, int.class)
                  .getDeclaringClass()
              == Activation.class
          && activation
                  .getClass()
                  .getMethod("valuesAndSlopes", doubles, doubles, doubles, int.class, int.class)
                  .getDeclaringClass()
              == Activation.class;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Class<?> hiddenCopy() {
    try (InputStream file = ScalarLoops.class.getResourceAsStream("ScalarLoops.class")) {
      return MethodHandles.lookup().defineHiddenClass(file.readAllBytes(), true).lookupClass();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
