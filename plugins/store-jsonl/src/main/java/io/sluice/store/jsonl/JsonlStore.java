package io.sluice.store.jsonl;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder with a folder per study. Readers share nothing, so any thread may call at any time. */
final class JsonlStore implements ResultStore {

  private final Path path;
  private volatile boolean closed;

  JsonlStore(String location) {
    if (location.isBlank()) {
      throw new ResultStoreException(
          "a store of JSON lines needs a folder to keep results in, such as jsonl:results/jsonl");
    }
    try {
      path = Path.of(location);
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new ResultStoreException(location + " is a file; name a folder");
      }
      Files.createDirectories(path);
    } catch (InvalidPathException e) {
      throw new ResultStoreException("\"" + location + "\" is no folder name: " + e.getReason(), e);
    } catch (IOException e) {
      throw new ResultStoreException(
          "the folder " + location + " cannot be created: " + reason(e), e);
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
    try {
      Files.createDirectories(folder.path());
      StudyLock lock = StudyLock.take(folder.path(), header.id());
      try {
        long opened = begun().stream().mapToLong(StudyFolder.Begun::opened).max().orElse(0) + 1;
        ResultWriter writer = new JsonlWriter(folder, lock);
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

  private List<StudyFolder.Begun> begun() throws IOException {
    List<StudyFolder.Begun> begun = new ArrayList<>();
    try (Stream<Path> children = Files.list(path)) {
      for (Path child : (Iterable<Path>) children::iterator) {
        StudyFolder folder = new StudyFolder(child);
        if (folder.exists()) {
          begun.add(folder.read());
        }
      }
    }
    return begun;
  }

  @Override
  public List<StudyHeader> studies() {
    checkOpen();
    try {
      return begun().stream()
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
  public BitSet finished(String studyId) {
    checkOpen();
    StudyFolder folder = StudyFolder.of(path, studyId);
    BitSet finished = new BitSet();
    if (!folder.exists()) {
      return finished;
    }
    try (LineReader reader = new LineReader(folder.trials())) {
      while (reader.next()) {
        TrialLine line = reader.decode(TrialLine::read);
        finished.set(line.index(), line.outcome() != Outcome.CANCELLED);
      }
    } catch (IOException e) {
      throw unreadable(folder.trials(), e);
    }
    return finished;
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
    try {
      StudyReader reader = new StudyReader(folder);
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
