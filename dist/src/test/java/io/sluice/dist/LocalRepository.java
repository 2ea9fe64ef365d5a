package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository as {@code mvn install} would leave it, of what this build made. All else
 * comes from the repository of the build, as if that were a remote one: nothing is written to it.
 */
final class LocalRepository {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final Path folder;

  private LocalRepository(Path folder) {
    this.folder = folder;
  }

  /** With everything that an author of plugins needs. */
  static LocalRepository ofThisBuild(Path folder) throws IOException {
    LocalRepository repository = new LocalRepository(folder);
    for (String pom : List.of("", "core", "plugins")) {
      repository.install(pom, pom.isEmpty() ? "sluice" : "sluice-" + pom);
    }
    for (String core : List.of("spi", "math", "formula", "tck")) {
      repository.install("core/" + core, "sluice-" + core);
    }
    repository.install("plugins/sdk", "sluice-sdk");
    repository.install("plugins/parent", "sluice-plugin-parent");
    repository.install("plugins/archetype", "sluice-plugin-archetype");
    return repository;
  }

  private void install(String module, String artifact) throws IOException {
    Path pom = ROOT.resolve(module).resolve("pom.xml");
    String version = Files.readString(pom).replaceFirst("(?s).*?<version>([^<]+)<.*", "$1");
    Path home = Files.createDirectories(folder.resolve("io/sluice/" + artifact).resolve(version));
    String name = artifact + "-" + version;
    Files.copy(pom, home.resolve(name + ".pom"));
    Path jar = ROOT.resolve(module).resolve("target").resolve(name + ".jar");
    if (Files.exists(jar)) {
      Files.copy(jar, home.resolve(name + ".jar"));
    } else {
      assertThat(Files.readString(pom)).contains("<packaging>pom</packaging>");
    }
  }

  /** Has Maven use it, offline, in a folder and below. */
  void useIn(Path work) throws IOException {
    Path settings = folder.resolveSibling("settings.xml");
    Files.writeString(
        settings,
        "<settings><mirrors><mirror><id>build</id><mirrorOf>*</mirrorOf><url>"
            + Path.of(System.getProperty("maven.repository")).toUri()
            + "</url></mirror></mirrors></settings>");
    Path config = Files.createDirectory(work.resolve(".mvn")).resolve("maven.config");
    Files.write(
        config,
        (Iterable<String>)
            Stream.of(
                    "--offline",
                    "--settings=" + settings,
                    "-Dmaven.repo.local=" + folder,
                    "-Daether.offline.protocols=file")
                ::iterator);
  }
}
