package io.sluice.tck;

import static org.junit.jupiter.api.Assertions.fail;

import io.sluice.spi.Component;
import java.util.stream.Collectors;

/** Has a check fail as tests of JUnit do. */
final class Kept {

  private Kept() {}

  /** Fails with what the check finds; remarks are none of a test's business. */
  static void by(Component component, Check<?> check) {
    String faults =
        check.run(component).stream()
            .filter(Finding::isFault)
            .map(finding -> component.id() + ": " + finding.message())
            .collect(Collectors.joining("\n"));
    if (!faults.isEmpty()) {
      fail(faults);
    }
  }
}
