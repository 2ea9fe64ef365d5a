package io.sluice.tck;

import io.sluice.spi.ResultStoreProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every result store does, each promise a test. This is a whole test of a store:
 *
 * <pre>{@code
 * class PaperStoreTest implements ResultStoreContract {
 *   public ResultStoreProvider provider() {
 *     return new PaperStoreProvider();
 *   }
 * }
 * }</pre>
 *
 * <p>Each test opens a store of its own in a folder for temporary files, see {@link
 * ResultStoreChecks}. The same checks run without JUnit, by {@code sluice plugins check}.
 */
public interface ResultStoreContract {

  /** Opens the stores under test; asked for anew by every check. */
  ResultStoreProvider provider();

  /** A test for every promise. */
  @TestFactory
  default Stream<DynamicTest> promises() {
    return Checks.of(provider()).stream()
        .map(check -> DynamicTest.dynamicTest(check.title(), () -> Kept.by(provider(), check)));
  }
}
