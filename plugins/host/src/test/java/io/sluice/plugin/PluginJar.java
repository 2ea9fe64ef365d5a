package io.sluice.plugin;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Component;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.pf4j.ExtensionPoint;
import org.pf4j.util.FileUtils;
import org.slf4j.Logger;

/** Compiles a stranger's plugin and packs it. */
final class PluginJar {

  private static final String INDEX = "META-INF/extensions.idx";

  private final Map<String, String> manifest = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new TreeMap<>();
  private final List<Path> classPath = new ArrayList<>();

  private PluginJar() {}

  /** A plugin with this id in version 1.0.0, without any class. */
  static PluginJar of(String id) {
    return new PluginJar().manifest("Plugin-Id", id).manifest("Plugin-Version", "1.0.0");
  }

  /** A plugin with one activation, whose class is named like the id in camel case. */
  static PluginJar withActivation(String pluginId, String id, String... aliases) {
    return of(pluginId).activation("org.example." + className(id), id, aliases);
  }

  static String className(String id) {
    return Stream.of(id.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  PluginJar manifest(String key, String value) {
    manifest.put(key, value);
    return this;
  }

  PluginJar withoutManifestLine(String key) {
    manifest.remove(key);
    return this;
  }

  PluginJar withoutManifest() {
    manifest.clear();
    return this;
  }

  /** An activation that triples. */
  PluginJar activation(String className, String id, String... aliases) {
    String names =
        Stream.of(aliases).map(alias -> '"' + alias + '"').collect(Collectors.joining(", "));
    return extension(
        className,
        "ActivationExtension",
        "public String id() { return \""
            + id
            + "\"; }\n"
            + "public io.sluice.spi.Description description() {\n"
            + "  return io.sluice.spi.Description.none().aliases(new String[] {"
            + names
            + "});\n"
            + "}\n"
            + "public double value(double x) { return 3 * x; }\n"
            + "public double slope(double x) { return 3; }\n");
  }

  /** An extension with this body. */
  PluginJar extension(String className, String port, String body) {
    return type(className, "@Extension public final class", "implements " + port, body);
  }

  PluginJar type(String className, String head, String tail, String body) {
    int dot = className.lastIndexOf('.');
    return source(
        className,
        "package "
            + className.substring(0, dot)
            + ";\n"
            + "import io.sluice.sdk.*;\n"
            + "import io.sluice.spi.*;\n"
            + "import java.util.*;\n"
            + "import org.pf4j.Extension;\n"
            + head
            + " "
            + className.substring(dot + 1)
            + " "
            + tail
            + " {\n"
            + body
            + "}\n");
  }

  PluginJar source(String className, String source) {
    sources.put(className, source);
    return this;
  }

  PluginJar compiledAgainst(Path jar) {
    classPath.add(jar);
    return this;
  }

  PluginJar entry(String name, String content) {
    return entry(name, content.getBytes(StandardCharsets.UTF_8));
  }

  PluginJar entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  PluginJar without(String entry) {
    entries.put(entry, null);
    return this;
  }

  PluginJar withoutIndex() {
    return without(INDEX);
  }

  PluginJar index(String... lines) {
    return entry(INDEX, String.join("\n", lines) + "\n");
  }

  Path writeTo(Path file) {
    return pack(file, "", true);
  }

  /** A bundle in PF4J's zip format, with {@code plugin.properties} instead of a manifest. */
  Path writeZipTo(Path file, String properties) {
    entry("../plugin.properties", properties);
    return pack(file, "classes/", false);
  }

  private Path pack(Path file, String prefix, boolean withManifest) {
    Map<String, byte[]> content = compile();
    content.putAll(entries);
    content.values().removeIf(bytes -> bytes == null);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      if (withManifest && !manifest.isEmpty()) {
        write(zip, "META-INF/MANIFEST.MF", manifestText());
      }
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        String name = entry.getKey();
        write(zip, name.startsWith("../") ? name.substring(3) : prefix + name, entry.getValue());
      }
      return file;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private byte[] manifestText() {
    StringBuilder text = new StringBuilder("Manifest-Version: 1.0\n");
    manifest.forEach((key, value) -> text.append(key + ": " + value + "\n"));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
  }

  private Map<String, byte[]> compile() {
    Map<String, byte[]> classes = new TreeMap<>();
    if (sources.isEmpty()) {
      return classes;
    }
    try {
      Path output = Files.createTempDirectory("plugin-classes");
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      ByteArrayOutputStream messages = new ByteArrayOutputStream();
      boolean compiled =
          compiler
              .getTask(
                  new OutputStreamWriter(messages, StandardCharsets.UTF_8),
                  null,
                  null,
                  List.of(
                      "-d",
                      output.toString(),
                      "-classpath",
                      classPathText(),
                      "--release",
                      "17",
                      "-processor",
                      "org.pf4j.processor.ExtensionAnnotationProcessor"),
                  null,
                  sources.entrySet().stream()
                      .map(source -> new Source(source.getKey(), source.getValue()))
                      .collect(Collectors.toList()))
              .call();
      if (!compiled) {
        throw new IllegalArgumentException(messages.toString(StandardCharsets.UTF_8));
      }
      try (Stream<Path> files = Files.walk(output)) {
        for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
          classes.put(
              output.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
      FileUtils.delete(output);
      return classes;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private String classPathText() {
    return Stream.concat(
            Stream.of(
                    Component.class, ActivationExtension.class, ExtensionPoint.class, Logger.class)
                .map(PluginJar::location),
            classPath.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String className, String text) {
      super(
          URI.create("string:///" + className.replace('.', '/') + ".java"),
          JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
