package io.sluice.plugin;

import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PackBytes;
import io.sluice.engine.catalog.PackReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Reads a pack's text once for each version of Sluice: what was found in it, and that it was right,
 * is kept beside the copies of plugins, under the SHA-256 of all that it depends on. To read YAML
 * and hundreds of formulas takes longer than most commands do. A file that is not there or cannot
 * be understood is as good as none.
 */
final class RememberedPacks implements PackReader {

  /** How the name of such a file ends. */
  static final String END = ".pack";

  private final PackReader reader;
  private final Supplier<Path> folder;
  private final String version;

  RememberedPacks(PackReader reader, Supplier<Path> folder, String version) {
    this.reader = reader;
    this.folder = folder;
    this.version = version;
  }

  @Override
  public Pack read(String text, String source) {
    Path file = folder.get().resolve(Sha256.ofTexts(PackBytes.FORM, version, source, text) + END);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      Pack known = PackBytes.read(in);
      OldCopies.use(file);
      return known;
    } catch (IOException | IllegalArgumentException notYetOrBroken) {
      return remember(file, reader.read(text, source));
    }
  }

  private Pack remember(Path file, Pack pack) {
    try {
      PluginCache.put(
          file,
          () -> false,
          part -> {
            try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
              PackBytes.write(pack, out);
            }
          });
    } catch (IOException full) {
      // Then it is read again the next time.
      return pack;
    }
    return pack;
  }
}
