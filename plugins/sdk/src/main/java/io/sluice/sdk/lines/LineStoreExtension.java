package io.sluice.sdk.lines;

import io.sluice.sdk.ResultStoreProviderExtension;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens stores that are folders with a folder per study, in which files of lines are appended to.
 * All that a store brings is its name and how its lines are spelt.
 *
 * <pre>{@code
 * @Extension
 * public final class PipeStore implements LineStoreExtension {
 *   public String id() { return "pipes"; }
 *   public LineFormat format() { return new PipeFormat(); }
 * }
 * }</pre>
 */
public interface LineStoreExtension extends ResultStoreProviderExtension {

  /** How lines are spelt. */
  LineFormat format();

  @Override
  default List<String> examples() {
    return List.of(id() + ":results/" + id());
  }

  @Override
  default ResultStore open(String location) {
    return open(path(location));
  }

  /** Opens the store in a folder of any file system, creating the folder if it is missing. */
  default ResultStore open(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Disk.failure("the folder " + folder + " cannot be created", e);
    }
    return new LineStore(folder, format());
  }

  @Override
  default Optional<ResultStore> openExisting(String location) {
    Path path = path(location);
    return Files.exists(path) ? Optional.of(new LineStore(path, format())) : Optional.empty();
  }

  private Path path(String location) {
    if (location.isBlank()) {
      throw new ResultStoreException(
          "a store \""
              + id()
              + "\" needs a folder to keep results in, such as "
              + examples().get(0));
    }
    try {
      Path path = Path.of(location);
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new ResultStoreException(location + " is a file; name a folder");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new ResultStoreException("\"" + location + "\" is no folder name: " + e.getReason(), e);
    }
  }
}
