package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Component;

/** What the checks say of a component that has a fault. */
final class Faults {

  private Faults() {}

  /** The component's only fault, which this check must find. */
  static String only(Component mutant, String check) {
    assertThat(Checks.run(mutant))
        .filteredOn(Finding::isFault)
        .extracting(Finding::check)
        .containsExactly(check);
    return first(mutant, check);
  }

  /** The first fault that this check finds; there may be more. */
  static String first(Component mutant, String check) {
    return Checks.of(mutant).stream()
        .filter(each -> each.id().equals(check))
        .flatMap(each -> each.run(mutant).stream())
        .filter(Finding::isFault)
        .findFirst()
        .orElseThrow(() -> new AssertionError(check + " finds nothing"))
        .message();
  }
}
