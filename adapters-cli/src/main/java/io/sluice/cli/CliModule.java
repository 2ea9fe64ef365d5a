package io.sluice.cli;

import com.google.inject.Binder;
import com.google.inject.Module;
import io.sluice.engine.catalog.ComponentSource;
import io.sluice.engine.catalog.PluginInstaller;

/**
 * The command line: {@link CommandLineAdapter}. Others bind where components come from and plugins
 * go, the {@link CliSettings}, the {@link Server} and the {@link Machines}.
 */
public final class CliModule implements Module {

  @Override
  public void configure(Binder binder) {
    binder.getProvider(ComponentSource.class);
    binder.getProvider(PluginInstaller.class);
    binder.getProvider(CliSettings.class);
    binder.getProvider(Server.class);
    binder.getProvider(Machines.class);
    binder.bind(Terminal.class).toProvider(Terminal::ofSystem);
    binder.bind(StopSignal.class).toInstance(StopSignal.ofSystem());
    binder.bind(CommandLineAdapter.class);
  }
}
