package io.sluice.dist;

import com.google.inject.Binder;
import com.google.inject.Module;
import com.google.inject.Provider;
import io.sluice.cli.Machines;
import io.sluice.cluster.Cluster;
import io.sluice.cluster.ClusterException;
import io.sluice.cluster.ClusterProvider;
import io.sluice.cluster.IsolatedClasses;
import io.sluice.engine.run.BlockExecutor;
import io.sluice.plugin.PluginHost;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Other machines that compute: those of a cluster whose classes are found at run time. */
final class ClusterModule implements Module {

  @Override
  public void configure(Binder binder) {
    binder.bind(Machines.class).toProvider(MachinesProvider.class);
  }

  private static final class MachinesProvider implements Provider<Machines> {
    private final Distribution distribution;
    private final PluginHost host;

    @Inject
    MachinesProvider(Distribution distribution, PluginHost host) {
      this.distribution = distribution;
      this.host = host;
    }

    @Override
    public Machines get() {
      return this::at;
    }

    private BlockExecutor at(String address, List<Path> plugins) {
      ClusterProvider provider = provider(distribution.home().resolve("lib").resolve("spark"));
      Path luggage = Luggage.pack(distribution, host.files(plugins));
      luggage.toFile().deleteOnExit();
      Cluster cluster = provider.connect(address, luggage);
      return new ClusterExecutor(cluster);
    }
  }

  /** That of the process around, which spark-submit has started, or that of a folder. */
  private static ClusterProvider provider(Path folder) {
    return ServiceLoader.load(ClusterProvider.class, ClusterProvider.class.getClassLoader())
        .findFirst()
        .orElseGet(
            () ->
                ServiceLoader.load(
                        ClusterProvider.class,
                        IsolatedClasses.of(List.of(own(folder), jars(folder))))
                    .findFirst()
                    .orElseThrow());
  }

  private static Path own(Path folder) {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "sluice-spark-*.jar")) {
        for (Path jar : files) {
          return jar;
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    throw new ClusterException(
        "this Sluice was built without Apache Spark; build it with"
            + " mvn -Pspark -DskipTests package, see docs/many-machines.md");
  }

  private static Path jars(Path folder) {
    String home = System.getenv("SPARK_HOME");
    if (home != null && !home.isBlank()) {
      Path jars = Path.of(home, "jars");
      if (!Files.isDirectory(jars)) {
        throw new ClusterException(
            "SPARK_HOME is "
                + home
                + ", where there is no folder jars; set it to a Spark 4 for Scala 2.13, or unset it");
      }
      return jars;
    }
    Path jars = folder.resolve("jars");
    if (!Files.isDirectory(jars)) {
      throw new ClusterException(
          "no Apache Spark found; set SPARK_HOME to a Spark 4 for Scala 2.13");
    }
    return jars;
  }
}
