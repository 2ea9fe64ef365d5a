package io.sluice.tck;

import io.sluice.spi.ResultStoreProvider;
import org.junit.jupiter.api.Test;

/**
 * What a store promises of very many rows, which takes seconds; for tests of stores beside {@link
 * ComponentContract}.
 */
public interface LargeStoreContract extends ComponentContract {

  @Override
  ResultStoreProvider component();

  /** As a study of a hundred thousand trials has. */
  @Test
  default void aMillionMeasurementsComeBack() {
    Kept.by(component(), ResultStoreChecks.MILLION);
  }
}
