package io.sluice.dist;

import com.google.inject.Binder;
import com.google.inject.Module;
import com.google.inject.Provider;
import io.sluice.engine.catalog.ComponentSource;
import io.sluice.plugin.PluginHost;
import jakarta.inject.Inject;
import java.util.List;

/** Components come from plugins: those in the distribution's folder and those the user names. */
final class PluginModule implements Module {

  @Override
  public void configure(Binder binder) {
    binder.bind(ComponentSource.class).toProvider(HostProvider.class);
  }

  private static final class HostProvider implements Provider<ComponentSource> {
    private final Distribution distribution;

    @Inject
    HostProvider(Distribution distribution) {
      this.distribution = distribution;
    }

    @Override
    public ComponentSource get() {
      return new PluginHost(List.of(distribution.plugins()), distribution.version());
    }
  }
}
