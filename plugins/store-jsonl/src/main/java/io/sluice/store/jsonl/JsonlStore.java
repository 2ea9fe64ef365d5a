package io.sluice.store.jsonl;

import io.sluice.sdk.StudyLock;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder with a folder per study. Readers share nothing, so any thread may call at any time. */
final class JsonlStore implements ResultStore {

  private final Path path;
  private volatile boolean closed;

  private JsonlStore(Path path) {
    this.path = path;
  }

  /** Opens the store, creating its folder if it is missing. */
  static JsonlStore open(String location) {
    Path path = path(location);
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new ResultStoreException(
          "the folder " + location + " cannot be created: " + reason(e), e);
    }
    return new JsonlStore(path);
  }

  /** Opens the store to read it, or gives nothing if there is no such folder. */
  static Optional<ResultStore> openExisting(String location) {
    Path path = path(location);
    return Files.exists(path) ? Optional.of(new JsonlStore(path)) : Optional.empty();
  }

  private static Path path(String location) {
    if (location.isBlank()) {
      throw new ResultStoreException(
          "a store of JSON lines needs a folder to keep results in, such as jsonl:results/jsonl");
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

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
  }

  private void checkOpen() {
    if (closed) {
      throw new ResultStoreException("the store " + path + " is closed");
    }
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    checkOpen();
    StudyFolder folder = StudyFolder.of(path, header.id());
    folder.refuseNewer();
    try {
      Files.createDirectories(folder.path());
      StudyLock lock =
          StudyLock.take(folder.lock(), 0, "the study \"" + header.id() + "\" in " + folder.path());
      try {
        folder.mend(header);
        long opened =
            all().begun().stream().mapToLong(StudyFolder.Begun::opened).max().orElse(0) + 1;
        ResultWriter writer = new JsonlWriter(folder, lock, header);
        folder.write(new StudyFolder.Begun(opened, header));
        return writer;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ResultStoreException(
          "the study \"" + header.id() + "\" cannot be begun in " + path + ": " + reason(e), e);
    }
  }

  /**
   * What is in the folder.
   *
   * @param begun the studies
   * @param unreadable a line for each folder that looks like a study and cannot be read as one
   */
  private record All(List<StudyFolder.Begun> begun, List<String> unreadable) {}

  private All all() throws IOException {
    All all = new All(new ArrayList<>(), new ArrayList<>());
    try (Stream<Path> children = Files.list(path)) {
      for (Path child : (Iterable<Path>) children::iterator) {
        StudyFolder folder = new StudyFolder(child);
        if (folder.exists()) {
          try {
            all.begun.add(folder.read());
          } catch (ResultStoreException newer) {
            all.unreadable.add(newer.getMessage());
          } catch (IOException e) {
            all.unreadable.add(
                ResultStoreException.damaged(folder.study().toString(), e.getMessage())
                    .getMessage());
          }
        }
      }
    }
    return all;
  }

  @Override
  public List<StudyHeader> studies() {
    checkOpen();
    try {
      return all().begun().stream()
          .sorted(
              Comparator.comparingLong(StudyFolder.Begun::opened)
                  .reversed()
                  .thenComparing(begun -> begun.header().id()))
          .map(StudyFolder.Begun::header)
          .toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public List<String> unreadable() {
    checkOpen();
    try {
      return all().unreadable();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public BitSet finished(String studyId) {
    return bits(studyId, (folder, index) -> index.finished());
  }

  @Override
  public BitSet sound(String studyId) {
    return bits(
        studyId,
        (folder, index) -> {
          try (StudyReader reader = new StudyReader(folder, studyId, index)) {
            return reader.sound();
          }
        });
  }

  /** Finds trials of a study by the lines that are not damaged. */
  @FunctionalInterface
  private interface Finder {
    BitSet find(StudyFolder folder, TrialIndex index) throws IOException;
  }

  private BitSet bits(String studyId, Finder finder) {
    checkOpen();
    StudyFolder folder = StudyFolder.of(path, studyId);
    if (!folder.exists()) {
      return new BitSet();
    }
    folder.refuseNewer();
    try {
      return finder.find(folder, TrialIndex.readSound(folder.trials(), studyId));
    } catch (NoSuchFileException missing) {
      return new BitSet();
    } catch (IOException e) {
      throw unreadable(folder.path(), e);
    }
  }

  @Override
  public Stream<Finished> trials(String studyId) {
    return stream(studyId, StudyReader::trials);
  }

  @Override
  public Stream<Measured> measurements(String studyId) {
    return stream(studyId, StudyReader::measurements);
  }

  private <T> Stream<T> stream(String studyId, Function<StudyReader, Stream<T>> what) {
    checkOpen();
    StudyFolder folder = StudyFolder.of(path, studyId);
    if (!folder.exists()) {
      return Stream.empty();
    }
    folder.refuseNewer();
    try {
      TrialIndex index = TrialIndex.read(folder.trials(), studyId);
      StudyReader reader = new StudyReader(folder, studyId, index);
      return what.apply(reader).onClose(() -> close(reader));
    } catch (IOException e) {
      throw unreadable(folder.path(), e);
    }
  }

  private void close(StudyReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static ResultStoreException unreadable(Path file, IOException e) {
    return new ResultStoreException(file + " cannot be read: " + reason(e), e);
  }

  @Override
  public void close() {
    closed = true;
  }
}
