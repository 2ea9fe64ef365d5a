package io.sluice.sdk.lines;

import io.sluice.sdk.StudyLock;
import io.sluice.spi.CellSummary;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A folder with a folder per study, and files of lines in it. Readers share nothing, so any thread
 * may call at any time.
 */
final class LineStore implements ResultStore {

  private final Path path;
  private final LineFormat format;
  private volatile boolean closed;

  LineStore(Path path, LineFormat format) {
    this.path = path;
    this.format = format;
  }

  private void checkOpen() {
    if (closed) {
      throw new ResultStoreException("the store " + path + " is closed");
    }
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    checkOpen();
    StudyFolder folder = StudyFolder.of(path, format, header.id());
    folder.refuseNewer();
    try {
      Files.createDirectories(folder.path());
      StudyLock lock = lock(folder, header.id());
      try {
        folder.mend(header);
        long opened = all().begun().stream().mapToLong(Begun::opened).max().orElse(0) + 1;
        ResultWriter writer = new StudyWriter(folder, lock, header);
        folder.write(new Begun(opened, header));
        Disk.forceNames(folder.path());
        return writer;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw Disk.failure("the study \"" + header.id() + "\" cannot be begun in " + path, e);
    }
  }

  /**
   * What is in the folder.
   *
   * @param begun the studies
   * @param unreadable a line for each folder that looks like a study and cannot be read as one
   */
  private record All(List<Begun> begun, List<String> unreadable) {}

  private All all() throws IOException {
    All all = new All(new ArrayList<>(), new ArrayList<>());
    try (Stream<Path> children = Files.list(path)) {
      for (Path child : (Iterable<Path>) children::iterator) {
        StudyFolder folder = new StudyFolder(child, format);
        if (folder.exists()) {
          try {
            all.begun.add(folder.read());
          } catch (ResultStoreException newer) {
            all.unreadable.add(newer.getMessage());
          } catch (IOException e) {
            all.unreadable.add(
                ResultStoreException.damaged(
                        folder.file(StudyFile.STUDY).toString(), e.getMessage())
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
              Comparator.comparingLong(Begun::opened)
                  .reversed()
                  .thenComparing(begun -> begun.header().id()))
          .map(Begun::header)
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
    StudyFolder folder = StudyFolder.of(path, format, studyId);
    if (!folder.exists()) {
      return new BitSet();
    }
    folder.refuseNewer();
    try {
      return finder.find(folder, TrialIndex.readSound(folder, studyId));
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

  @Override
  public boolean keepsSummaries() {
    return true;
  }

  @Override
  public Stream<CellSummary> summaries(String studyId) {
    checkOpen();
    StudyFolder folder = StudyFolder.of(path, format, studyId);
    if (!folder.exists()) {
      return Stream.empty();
    }
    folder.refuseNewer();
    try {
      return folder.readSummaries(studyId).values().stream();
    } catch (IOException e) {
      throw unreadable(folder.path(), e);
    }
  }

  private <T> Stream<T> stream(String studyId, Function<StudyReader, Stream<T>> what) {
    checkOpen();
    StudyFolder folder = StudyFolder.of(path, format, studyId);
    if (!folder.exists()) {
      return Stream.empty();
    }
    folder.refuseNewer();
    try {
      TrialIndex index = TrialIndex.read(folder, studyId);
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
    return new ResultStoreException(file + " cannot be read: " + Disk.reason(e), e);
  }

  @Override
  public void forget(String studyId) {
    checkOpen();
    StudyFolder folder = StudyFolder.of(path, format, studyId);
    if (!folder.exists()) {
      return;
    }
    folder.refuseNewer();
    try {
      StudyLock lock = lock(folder, studyId);
      try {
        folder.delete();
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw Disk.failure("the study \"" + studyId + "\" cannot be deleted from " + path, e);
    }
    folder.deleteLock();
  }

  private static StudyLock lock(StudyFolder folder, String studyId) throws IOException {
    return StudyLock.take(folder.lock(), 0, "the study \"" + studyId + "\" in " + folder.path());
  }

  @Override
  public void close() {
    closed = true;
  }
}
