package io.sluice.plugin;

import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PackFormatException;
import io.sluice.engine.catalog.PackReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.PluginDescriptor;

/** Packs as files: dropped texts, and those that a jar or an unpacked zip carries. */
final class PackFiles {

  /** How the name of a copy ends. */
  static final String END = ".yaml";

  /** Where a jar has its packs. */
  static final String FOLDER = "META-INF/sluice/";

  private static final Pattern NAME = Pattern.compile("(?i)[^/]+\\.ya?ml");

  /** At the beginning of a line, or of braces, as the keys of the whole text stand. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?:^|\\n|\\A\\s*\\{|,)\\s*[\"']?(pack|activations|optimizers|study)[\"']?\\s*:");

  private final PackReader reader;

  PackFiles(PackReader reader) {
    this.reader = reader;
  }

  /** Whether a file's name is that of a pack. */
  static boolean isNamedSo(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** Whether a file, whose name is that of a pack, looks as if it were one. */
  static boolean isMeantSo(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream content = Files.newInputStream(file)) {
      return isMeantSo(new String(content.readNBytes(Pack.MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** A text that has the key of packs, or components but no study. */
  static boolean isMeantSo(String text) {
    List<String> keys =
        KEY.matcher(outermost(text)).results().map(found -> found.group(1)).toList();
    return keys.contains("pack")
        || (keys.contains("activations") || keys.contains("optimizers")) && !keys.contains("study");
  }

  /** The lines that begin where the first one does, or all of a text in braces. */
  private static String outermost(String text) {
    List<String> lines =
        text.lines()
            .map(line -> line.replace("\uFEFF", ""))
            .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
            .filter(line -> !line.startsWith("---") && !line.startsWith("%"))
            .toList();
    if (lines.isEmpty() || lines.get(0).strip().startsWith("{")) {
      return String.join("\n", lines);
    }
    int depth = depth(lines.get(0));
    return String.join("\n", lines.stream().filter(line -> depth(line) == depth).toList());
  }

  private static int depth(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** Reads a dropped pack. */
  Pack read(PluginFile file) throws IOException {
    return reader.read(text(Files.readAllBytes(file.copy())), file.name());
  }

  /**
   * A pack within a plugin, or what is wrong with it.
   *
   * @param name its name in the plugin
   * @param pack null if something is
   * @param problem null if nothing is
   */
  record Carried(String name, Pack pack, RuntimeException problem) {

    /** The pack, if it can be used. */
    Pack read() {
      if (problem != null) {
        throw problem;
      }
      return pack;
    }
  }

  /**
   * Begins to read what plugins carry while these are loaded, since texts need nothing of them.
   *
   * @return what each carries, by their names in it
   */
  Map<PluginFile, CompletableFuture<List<Carried>>> begin(List<PluginFile> plugins) {
    Map<PluginFile, CompletableFuture<List<Carried>>> begun = new HashMap<>();
    for (PluginFile plugin : plugins) {
      if (!plugin.isPack()) {
        begun.put(plugin, CompletableFuture.supplyAsync(() -> carried(plugin.copy())));
      }
    }
    return begun;
  }

  private List<Carried> carried(Path copy) {
    List<Carried> carried = new ArrayList<>();
    try {
      within(copy).forEach((name, content) -> carried.add(carried(name, content)));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return carried;
  }

  private Carried carried(String name, byte[] content) {
    try {
      return new Carried(name, reader.read(text(content), name), null);
    } catch (PackFormatException | Unusable problem) {
      return new Carried(name, null, problem);
    }
  }

  private static String text(byte[] content) {
    if (content.length > Pack.MOST_BYTES) {
      throw new Unusable("is too long: a pack has at most " + Pack.MOST_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException problem) {
      throw new Unusable("is not UTF-8 text");
    }
  }

  /** What a dropped pack says of itself. */
  PluginDescriptor descriptor(PluginFile file) throws IOException {
    Pack pack = read(file);
    return new DefaultPluginDescriptor(pack.id(), "", "", pack.version(), "*", "", "");
  }

  /** Whether a jar that lists its folders does not list that of packs. */
  private static boolean hasNone(ZipFile zip) {
    return zip.getEntry("META-INF/") != null && zip.getEntry(FOLDER) == null;
  }

  /** The texts that a plugin carries, by their names in it. */
  static Map<String, byte[]> within(Path copy) throws IOException {
    Map<String, byte[]> packs = new TreeMap<>();
    if (Files.isDirectory(copy)) {
      Path folder = copy.resolve("classes").resolve(FOLDER);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(PackFiles::isNamedSo).toList()) {
            packs.put(FOLDER + file.getFileName(), Files.readAllBytes(file));
          }
        }
      }
      return packs;
    }
    try (ZipFile zip = new ZipFile(copy.toFile())) {
      if (hasNone(zip)) {
        return packs;
      }
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith(FOLDER) && NAME.matcher(name.substring(FOLDER.length())).matches()) {
          try (InputStream content = zip.getInputStream(entry)) {
            packs.put(name, content.readNBytes(Pack.MOST_BYTES + 1));
          }
        }
      }
    }
    return packs;
  }
}
