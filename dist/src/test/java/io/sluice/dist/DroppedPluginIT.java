package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's activation: from twelve lines of Java to rows in two stores. */
class DroppedPluginIT {

  private static final String SOURCE =
      String.join(
          "\n",
          "package com.stranger;",
          "import io.sluice.sdk.ActivationExtension;",
          "import org.pf4j.Extension;",
          "@Extension",
          "public final class CubeRoot implements ActivationExtension {",
          "  public String id() { return \"soft-cube\"; }",
          "  public double value(double x) { return x * x * x / (1 + x * x); }",
          "  public double slope(double x) {",
          "    double s = x * x;",
          "    return Double.isInfinite(s) ? 1 : s * (s + 3) / ((1 + s) * (1 + s));",
          "  }",
          "}");

  @TempDir Path folder;

  @Test
  void isListedRunAndKeptInEitherStore() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("dropped"));
    compileTo(plugins.resolve("soft-cube.jar"));
    Files.writeString(plugins.resolve("broken.jar"), "this is no jar");
    SmallStudy.write(folder, "[tanh, soft-cube]", 3);
    SluiceProcess sluice = new SluiceProcess(folder);
    String dropped = plugins.toString();

    SluiceProcess.Ended listed = sluice.run("--plugins", dropped, "list", "activations");
    assertThat(listed.done()).containsPattern("soft-cube.*stranger-plugin");
    assertThat(listed.err()).contains("broken.jar");
    assertThat(sluice.run("--plugins", dropped, "plugins").done())
        .contains("soft-cube.jar")
        .contains("broken.jar")
        .contains("sluice-optimizers");
    assertThat(sluice.run("--strict", "--plugins", dropped, "list", "activations").exitCode())
        .isEqualTo(1);

    String bySqlite = rows(sluice, dropped, "sqlite:results/small.db");
    String byJsonl = rows(sluice, dropped, "jsonl:results/small");
    assertThat(bySqlite.lines().filter(line -> line.contains("soft-cube")).count())
        .isEqualTo(2L * 2 * 4 * 2 * 3);
    assertThat(byJsonl).isEqualTo(bySqlite);
  }

  private static String rows(SluiceProcess sluice, String plugins, String store) {
    sluice.run("--plugins", plugins, "run", "small.yaml", "--store", store).done();
    return sluice.run("export", "small", "--what", "trials", "--store", store).done();
  }

  private void compileTo(Path jar) throws IOException {
    Path source = folder.resolve("CubeRoot.java");
    Files.writeString(source, SOURCE);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath;
    try (Stream<Path> jars = Files.list(SluiceProcess.home().resolve("lib"))) {
      List<String> sdk =
          jars.map(Path::toString)
              .filter(name -> name.matches(".*/(sluice-(spi|sdk|math)|pf4j|slf4j-api)-.*\\.jar"))
              .toList();
      classPath = String.join(java.io.File.pathSeparator, sdk);
    }
    int result =
        compiler.run(
            null,
            null,
            null,
            "--release",
            "17",
            "-cp",
            classPath,
            "-processor",
            "org.pf4j.processor.ExtensionAnnotationProcessor",
            "-d",
            classes.toString(),
            source.toString());
    assertThat(result).isZero();
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Plugin-Id", "stranger-plugin");
    attributes.putValue("Plugin-Version", "1.0.0");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }
}
