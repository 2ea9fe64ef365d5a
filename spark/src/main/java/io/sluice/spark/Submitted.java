package io.sluice.spark;

import io.sluice.cluster.IsolatedClasses;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code spark-submit} starts: the jar has all of Sluice in its folder {@code sluice}, which
 * is unpacked and does what the arguments say, on the cluster that Spark was told of.
 */
public final class Submitted {

  private static final String INSIDE = "sluice/";

  private Submitted() {}

  /** Does what the arguments say, as {@code bin/sluice} would. */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    Path home = Files.createTempDirectory("sluice-home");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home), "sluice-home"));
    URL jar = Submitted.class.getProtectionDomain().getCodeSource().getLocation();
    try (InputStream in = jar.openStream()) {
      Luggage.unpack(in, INSIDE, home);
    }
    System.setProperty("sluice.home", home.toString());
    List<String> words = new ArrayList<>(List.of(arguments));
    String master = System.getProperty("spark.master");
    if (master != null && words.contains("run") && !words.contains("--on")) {
      words.addAll(List.of("--on", master));
    }
    ClassLoader sluice = IsolatedClasses.of(List.of(home.resolve("lib")));
    Thread.currentThread().setContextClassLoader(sluice);
    try {
      Class.forName("io.sluice.dist.Main", true, sluice)
          .getMethod("main", String[].class)
          .invoke(null, (Object) words.toArray(String[]::new));
    } catch (InvocationTargetException thrown) {
      throw new IllegalStateException(thrown.getCause());
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException gone) {
      return;
    }
  }
}
