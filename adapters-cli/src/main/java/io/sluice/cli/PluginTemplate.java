package io.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of Sluice's Maven archetype, with names filled in. */
final class PluginTemplate {

  private static final String FILES = "/archetype-files.txt";
  private static final String FOLDER = "/archetype-resources/";

  private final String className;
  private final String packageName;
  private final Map<String, String> variables;

  PluginTemplate(String id, String className, String packageName) {
    this.className = className;
    this.packageName = packageName;
    this.variables =
        Map.of(
            "${id}", id,
            "${className}", className,
            "${package}", packageName,
            "${groupId}", packageName,
            "${artifactId}", id,
            "${version}", "1.0.0");
  }

  /** Writes all files below a folder that is not there yet. */
  void writeTo(Path folder) throws IOException {
    for (String name : read(FILES).lines().toList()) {
      Path file = folder.resolve(place(name));
      Files.createDirectories(file.getParent());
      Files.writeString(file, filled(read(FOLDER + name)));
    }
  }

  /** Classes go below the folders of their package. */
  private String place(String name) {
    return name.replace("/java/", "/java/" + packageName.replace('.', '/') + "/")
        .replace("__className__", className);
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled = filled.replace(variable.getKey(), variable.getValue());
    }
    return filled;
  }

  private static String read(String resource) throws IOException {
    try (InputStream stream = PluginTemplate.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
