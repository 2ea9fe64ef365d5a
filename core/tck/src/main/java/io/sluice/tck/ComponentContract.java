package io.sluice.tck;

import io.sluice.spi.Component;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a component promises by the ports it implements, each promise a test. This is a whole test
 * of an activation, an optimizer or a store:
 *
 * <pre>{@code
 * class CubeTest implements ComponentContract {
 *   public Component component() { return new Cube(); }
 * }
 * }</pre>
 *
 * <p>The same checks run without JUnit: {@link Checks}, and {@code sluice plugins check}.
 */
public interface ComponentContract {

  /** The component under test, with its presets or others; asked for anew by every check. */
  Component component();

  /** A test for every promise. */
  @TestFactory
  default Stream<DynamicTest> promises() {
    return Checks.of(component()).stream()
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.id() + ": " + check.title(), () -> Kept.by(component(), check)));
  }
}
