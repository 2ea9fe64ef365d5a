package io.sluice.cli;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.report.check.CheckedPlugin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "install",
    description = {
      "Checks plugins and copies them into the distribution's plugin folder, or into --plugins DIR."
          + " Of several files none is installed unless all can be."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice plugins install target/soft-ramp-1.0.0.jar",
      "  sluice plugins install my-activations.yaml",
      "  sluice plugins install soft-ramp.jar --plugins my-plugins",
      "  sluice plugins install library.jar user.jar   what depends on each other, at once",
      "  sluice plugins install soft-ramp.jar --pin     a changed file is rejected from then on",
      "  sluice plugins install soft-ramp.jar --force   though checks fail, or over another version"
    })
final class PluginsInstallCommand implements Callable<Integer> {

  /** How long one check may take. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "A plugin's jar or zip, or a pack.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "The SHA-256 the file must have, and is pinned to from then on.")
  private String sha256;

  @Option(
      names = "--pin",
      description = "Pin the file: if it is changed later, it is rejected. See plugins.lock.")
  private boolean pin;

  @Option(names = "--force", description = "Install though checks fail; replace another version.")
  private boolean force;

  private final Workbench bench;
  private final PluginInstaller installer;

  PluginsInstallCommand(Workbench bench, PluginInstaller installer) {
    this.bench = bench;
    this.installer = installer;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      paths.add(path(file));
    }
    Optional<String> hash = hash();
    if (hash.isPresent() && paths.size() > 1) {
      throw CommandFailure.wrongUsage("--sha256 is the hash of one file, not of several");
    }
    Optional<Path> folder = bench.onePluginFolder();
    List<String> refusals = new ArrayList<>();
    for (Path path : paths) {
      refusal(path, hash, bench.beside(path, paths)).ifPresent(refusals::add);
    }
    if (!refusals.isEmpty() && !force) {
      throw CommandFailure.workFailed(refusals);
    }
    for (Path path : paths) {
      say(
          installer.install(
              new PluginInstaller.Order(path, folder, hash, pin || hash.isPresent(), force)));
    }
    return CommandFailure.DONE;
  }

  /** Tells what is wrong with a file; why it is refused, if it is. */
  private Optional<String> refusal(Path path, Optional<String> hash, List<Path> beside)
      throws InterruptedException {
    Components loaded = installer.inspect(path, hash, beside);
    CheckedPlugin checked = CheckedPlugin.of(path, loaded, LIMIT);
    List<String> problems = new ArrayList<>(checked.lines());
    boolean sound = checked.isSound();
    if (sound) {
      problems.addAll(TakenNames.of(loaded, bench.installed()));
      sound = problems.size() == checked.lines().size();
    }
    problems.forEach(bench::say);
    return sound
        ? Optional.empty()
        : Optional.of(
            path + " is not installed: " + reason(checked) + "; --force installs it all the same");
  }

  private void say(PluginInstaller.Installed installed) {
    bench
        .terminal()
        .out()
        .println(
            installed.plugin()
                + " "
                + installed.version()
                + " is installed as "
                + installed.path()
                + "\nSHA-256 "
                + installed.sha256()
                + (installed.pinned() ? ", pinned" : ""));
  }

  private static Path path(String file) {
    if (file.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
      throw CommandFailure.wrongUsage(
          "only files are installed, but \"" + file + "\" is an address; download it first");
    }
    return Path.of(file);
  }

  private Optional<String> hash() {
    if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
      throw CommandFailure.wrongUsage(
          "--sha256 must be 64 hexadecimal digits, but is \"" + sha256 + "\"");
    }
    return Optional.ofNullable(sha256);
  }

  private static String reason(CheckedPlugin checked) {
    return checked.isSound() ? "a name is taken" : checked.summary();
  }
}
