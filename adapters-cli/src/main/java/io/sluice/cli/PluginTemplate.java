package io.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of Sluice's Maven archetype, with names filled in. */
final class PluginTemplate {

  private static final String FILES = "/archetype-files.txt";
  private static final String FOLDER = "/archetype-resources/";

  private static final Pattern CAPITALISED = Pattern.compile("\\b[A-Z]\\w*");

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

  /**
   * The template with the class named after the id: {@code SoftLine} for {@code soft-line}. Where
   * that name is one of Java's own, or one that the files mention, {@code Activation} is put behind
   * it: a class {@code String} would take the place of Java's in its own file.
   */
  static PluginTemplate named(String id, String packageName) throws IOException {
    Set<String> taken = mentioned();
    String className =
        Stream.of(id.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    while (taken.contains(className) || taken.contains(className + "Test") || isOfJava(className)) {
      className += "Activation";
    }
    return new PluginTemplate(id, className, packageName);
  }

  /** The names of types in the template's sources, and whatever else begins with a capital. */
  private static Set<String> mentioned() throws IOException {
    Set<String> names = new HashSet<>();
    for (String file : read(FILES).lines().filter(name -> name.endsWith(".java")).toList()) {
      CAPITALISED.matcher(read(FOLDER + file)).results().forEach(name -> names.add(name.group()));
    }
    return names;
  }

  private static boolean isOfJava(String className) {
    try {
      Class.forName("java.lang." + className, false, null);
      return true;
    } catch (ClassNotFoundException free) {
      return false;
    }
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
