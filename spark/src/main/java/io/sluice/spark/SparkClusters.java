package io.sluice.spark;

import io.sluice.cluster.Cluster;
import io.sluice.cluster.ClusterException;
import io.sluice.cluster.ClusterProvider;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Connects to clusters of Spark, or runs one in this process ({@code local[2]}). */
public final class SparkClusters implements ClusterProvider {

  private static final String JARS = "spark.jars";

  @Override
  public Cluster connect(String address, Path luggage) {
    try {
      return SparkClasses.around(
          () -> {
            JavaSparkContext context = new JavaSparkContext(settings(address));
            context.addFile(luggage.toUri().toString());
            return new SparkCluster(context, luggage.getFileName().toString());
          });
    } catch (Exception refused) { // Scala throws checked exceptions without saying so.
      throw new ClusterException(
          "Spark does not connect to \"" + address + "\": " + FirstLine.of(refused), refused);
    }
  }

  /** What the user says, in system properties or in Spark's own file, comes first. */
  private static SparkConf settings(String address) throws IOException {
    SparkConf settings = new SparkConf();
    Properties file = new Properties();
    Path defaults = defaults();
    if (defaults != null && Files.isRegularFile(defaults)) {
      try (Reader reader = Files.newBufferedReader(defaults, StandardCharsets.UTF_8)) {
        file.load(reader);
      }
    }
    for (String name : file.stringPropertyNames()) {
      if (name.startsWith("spark.")) {
        settings.setIfMissing(name, file.getProperty(name).trim());
      }
    }
    settings.setMaster(address);
    settings.setIfMissing("spark.app.name", "sluice");
    settings.setIfMissing("spark.ui.enabled", "false");
    settings.setIfMissing("spark.ui.showConsoleProgress", "false");
    // What Spark remembers of jobs that are over, of which there are many.
    settings.setIfMissing("spark.ui.retainedJobs", "50");
    settings.setIfMissing("spark.ui.retainedStages", "50");
    settings.setIfMissing("spark.ui.retainedTasks", "500");
    Set<String> jars = new LinkedHashSet<>();
    Collections.addAll(jars, settings.get(JARS, "").split(","));
    for (Class<?> each : List.of(SparkClusters.class, Cluster.class)) {
      CodeSource source = each.getProtectionDomain().getCodeSource();
      String jar = Path.of(source.getLocation().getPath()).getFileName().toString();
      if (jars.stream().noneMatch(other -> other.endsWith("/" + jar))) {
        jars.add(source.getLocation().toString());
      }
    }
    jars.remove("");
    settings.set(JARS, String.join(",", jars));
    return settings;
  }

  private static Path defaults() {
    String folder = System.getenv("SPARK_CONF_DIR");
    String home = System.getenv("SPARK_HOME");
    if (folder != null) {
      return Path.of(folder, "spark-defaults.conf");
    }
    return home == null ? null : Path.of(home, "conf", "spark-defaults.conf");
  }
}
