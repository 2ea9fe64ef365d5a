package io.sluice.dist;

import com.google.inject.Binder;
import com.google.inject.Module;
import io.sluice.cli.CliSettings;

/** The distribution as it lies on this machine. */
final class DistributionModule implements Module {

  @Override
  public void configure(Binder binder) {
    Distribution distribution = Distribution.ofThisProcess();
    binder.bind(Distribution.class).toInstance(distribution);
    binder.bind(CliSettings.class).toInstance(new CliSettings(distribution.fullVersion()));
  }
}
