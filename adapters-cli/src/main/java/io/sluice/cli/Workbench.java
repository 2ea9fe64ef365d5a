package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.StoreUrlException;
import io.sluice.engine.catalog.ComponentSource;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.engine.run.BlockExecutor;
import io.sluice.engine.text.VisibleText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the commands share. Plugins are loaded when a command first asks for the laboratory. */
final class Workbench {

  private final GlobalOptions options;
  private final Terminal terminal;
  private final ComponentSource source;
  private final String version;
  private final StopSignal stopSignal;
  private final Machines machines;
  private Laboratory laboratory;

  Workbench(
      GlobalOptions options,
      Terminal terminal,
      ComponentSource source,
      String version,
      StopSignal stopSignal,
      Machines machines) {
    this.options = options;
    this.terminal = terminal;
    this.source = source;
    this.version = version;
    this.stopSignal = stopSignal;
    this.machines = machines;
  }

  Terminal terminal() {
    return terminal;
  }

  /** Machines that compute elsewhere, with the plugins of this process. */
  BlockExecutor machines(String address) {
    return machines.at(address, options.pluginFolders());
  }

  StopSignal stopSignal() {
    return stopSignal;
  }

  /** The laboratory; what was rejected has been told. */
  Laboratory laboratory() {
    if (laboratory == null) {
      Laboratory loaded = quietLaboratory();
      for (PluginReport.Rejected rejected : loaded.components().report().rejected()) {
        String name = Path.of(rejected.path()).getFileName().toString();
        boolean named = rejected.isPlace() && rejected.subject().startsWith(name + ":");
        warn(
            "rejected "
                + rejected.subject()
                + (named ? "" : " in " + name)
                + ": "
                + rejected.reason());
      }
      refuseRejected(loaded.components().report().rejected());
      laboratory = loaded;
    }
    return laboratory;
  }

  /** The laboratory, for a command that shows itself what was rejected. */
  Laboratory quietLaboratory() {
    for (Path path : options.pluginFolders()) {
      if (!Files.isDirectory(path) && !isPluginFile(path)) {
        throw CommandFailure.wrongUsage(
            "--plugins must name a folder or a plugin's file, but " + path + " is none");
      }
    }
    Components components = source.load(options.pluginFolders());
    return new Laboratory(components, version);
  }

  /** What is in the plugin folders now; folders that are not there yet hold nothing. */
  Components installed() {
    return source.load(present());
  }

  /** The user's plugin folders and files that are there. */
  private List<Path> present() {
    return options.pluginFolders().stream()
        .filter(path -> Files.isDirectory(path) || isPluginFile(path))
        .toList();
  }

  private static boolean isPluginFile(Path path) {
    return Files.isRegularFile(path)
        && path.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.(jar|zip|ya?ml)");
  }

  /** Where what a plugin depends on may be: other files of a command, and the user's folders. */
  List<Path> beside(Path file, List<Path> files) {
    List<Path> beside = new ArrayList<>(files);
    beside.remove(file);
    beside.addAll(present());
    return beside;
  }

  /** The plugin folder that a command changes, if the user named one. */
  Optional<Path> onePluginFolder() {
    if (options.pluginFolders().size() > 1) {
      throw CommandFailure.wrongUsage("name one folder with --plugins, not several");
    }
    Optional<Path> folder = options.pluginFolders().stream().findFirst();
    if (folder.filter(Files::isRegularFile).isPresent()) {
      throw CommandFailure.wrongUsage(
          "--plugins must name a folder here, but " + folder.get() + " is a file");
    }
    return folder;
  }

  /** Fails if something was rejected and the user wants that to be an error. */
  void refuseRejected(List<PluginReport.Rejected> rejected) {
    long plugins = rejected.stream().map(PluginReport.Rejected::path).distinct().count();
    if (options.strict() && plugins > 0) {
      throw CommandFailure.workFailed(
          (plugins == 1 ? "1 plugin was" : plugins + " plugins were")
              + " rejected, and --strict allows none");
    }
  }

  /** The options by which the user named plugins, as they are typed. */
  String pluginArguments() {
    StringBuilder text = new StringBuilder();
    options
        .pluginFolders()
        .forEach(folder -> text.append(" --plugins ").append(ShellWord.of(folder.toString())));
    return text.toString();
  }

  /** The options by which a command finds a store, and what its plugins know. */
  String storeArguments(String storeUrl) {
    return " --store " + ShellWord.of(StoreUrlException.shown(storeUrl)) + pluginArguments();
  }

  /** One line about the work, to standard error. */
  void say(String line) {
    terminal.err().println(VisibleText.line(line));
  }

  /** One line about something that may not be as expected. */
  void warn(String line) {
    say("sluice: warning: " + line);
  }
}
