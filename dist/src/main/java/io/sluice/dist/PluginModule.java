package io.sluice.dist;

import com.google.inject.Binder;
import com.google.inject.Module;
import com.google.inject.Provider;
import io.sluice.engine.catalog.ComponentSource;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.plugin.FolderInstaller;
import io.sluice.plugin.PluginHost;
import io.sluice.studies.PackFile;
import jakarta.inject.Inject;
import java.util.List;

/** Components come from plugins: those in the distribution's folder and those the user names. */
final class PluginModule implements Module {

  @Override
  public void configure(Binder binder) {
    binder.bind(PluginHost.class).toProvider(HostProvider.class);
    binder.bind(ComponentSource.class).to(PluginHost.class);
    binder.bind(PluginInstaller.class).toProvider(InstallerProvider.class);
  }

  private static final class HostProvider implements Provider<PluginHost> {
    private final Distribution distribution;

    @Inject
    HostProvider(Distribution distribution) {
      this.distribution = distribution;
    }

    @Override
    public PluginHost get() {
      return new PluginHost(
          List.of(distribution.plugins()),
          distribution.version(),
          distribution.build(),
          new PackFile());
    }
  }

  private static final class InstallerProvider implements Provider<PluginInstaller> {
    private final PluginHost host;
    private final Distribution distribution;

    @Inject
    InstallerProvider(PluginHost host, Distribution distribution) {
      this.host = host;
      this.distribution = distribution;
    }

    @Override
    public PluginInstaller get() {
      return new FolderInstaller(host, distribution.plugins());
    }
  }
}
