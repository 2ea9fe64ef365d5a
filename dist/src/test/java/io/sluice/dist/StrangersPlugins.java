package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Plugins of one component each, compiled against the distribution as a stranger would. */
final class StrangersPlugins {

  private static final String INDEX = "META-INF/extensions.idx";

  private final Map<String, String> sources = new LinkedHashMap<>();

  /**
   * An activation in a plugin {@code <id>-plugin}.
   *
   * @param id its id and the name of its jar
   * @param body the class's members besides the id
   */
  StrangersPlugins activation(String id, String... body) {
    sources.put(
        id,
        String.join(
            "\n",
            "package com.stranger;",
            "import io.sluice.sdk.ActivationExtension;",
            "import io.sluice.spi.*;",
            "import org.pf4j.Extension;",
            "@Extension",
            "public final class " + className(id) + " implements ActivationExtension {",
            "  public String id() { return \"" + id + "\"; }",
            String.join("\n", body),
            "}"));
    return this;
  }

  /**
   * A component in a plugin {@code <id>-plugin}.
   *
   * @param id the name of its jar, and in capitals that of its class
   * @param source the class, in any package
   */
  StrangersPlugins component(String id, String source) {
    sources.put(id, source.replaceFirst("package [\\w.]+;", "package com.stranger;"));
    return this;
  }

  private static String className(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  /** Compiles all of them and puts their jars into a folder of plugins. */
  void writeTo(Path plugins) throws IOException {
    Path work = Files.createTempDirectory(plugins.getParent(), "compiled");
    Path classes = Files.createDirectory(work.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "--release",
                "17",
                "-cp",
                classPath(),
                "-processor",
                "org.pf4j.processor.ExtensionAnnotationProcessor",
                "-d",
                classes.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve(className(source.getKey()) + ".java");
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    assertThat(result).isZero();
    for (String id : sources.keySet()) {
      pack(id, classes, plugins.resolve(id + ".jar"));
    }
  }

  private static String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(SluiceProcess.home().resolve("lib"))) {
      List<String> sdk =
          jars.map(Path::toString)
              .filter(name -> name.matches(".*/(sluice-(spi|sdk|math)|pf4j|slf4j-api)-.*\\.jar"))
              .toList();
      return String.join(File.pathSeparator, sdk);
    }
  }

  private static void pack(String id, Path classes, Path jar) throws IOException {
    String extension = "com.stranger." + className(id);
    assertThat(Files.readAllLines(classes.resolve(INDEX))).contains(extension);
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Plugin-Id", id + "-plugin");
    attributes.putValue("Plugin-Version", "1.0.0");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> files = Files.walk(classes)) {
      out.putNextEntry(new JarEntry(INDEX));
      new ByteArrayInputStream(extension.getBytes(StandardCharsets.UTF_8)).transferTo(out);
      out.closeEntry();
      String own = "com/stranger/" + className(id);
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(path).toString().replace('\\', '/');
        if (name.equals(own + ".class") || name.startsWith(own + "$")) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(path, out);
          out.closeEntry();
        }
      }
    }
  }
}
