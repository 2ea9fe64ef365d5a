package io.sluice.sdk.lines;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A disk in memory of which one seed decides what goes wrong: it is full for a while, or the
 * process that uses it is killed, or the power fails, in the midst of any change. What was not
 * forced may then be lost, in any order; names count as forced once their folder was.
 */
final class MemoryDisk extends FileSystemProvider {

  /** The process was killed: nothing that it does arrives any more. */
  static final class KilledException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Which files and folders there are; null stands for a folder. */
  private Map<Path, MemoryFile> names = new TreeMap<>();

  private Map<Path, MemoryFile> forcedNames = new TreeMap<>();
  private final List<Renaming> unforced = new ArrayList<>();
  private final Random random;
  private final MemoryFileSystem system = new MemoryFileSystem(this);

  private long changes;
  private long fullFrom = Long.MAX_VALUE;
  private long fullUntil = Long.MAX_VALUE;
  private long killedAt = Long.MAX_VALUE;

  /** Names that appear and go together. */
  private record Renaming(Path gone, Path come, MemoryFile node) {

    void applyTo(Map<Path, MemoryFile> names) {
      if (gone != null) {
        names.remove(gone);
      }
      if (come != null) {
        names.put(come, node);
      }
    }

    boolean isIn(Path folder) {
      return folder.equals((come == null ? gone : come).getParent());
    }
  }

  MemoryDisk(Random random) {
    this.random = random;
    names.put(Path.of("/").toAbsolutePath(), null);
    forcedNames.putAll(names);
  }

  Path root() {
    return MemoryPath.of(system, Path.of("/").toAbsolutePath());
  }

  /** Has the disk be full after some changes, for some changes. */
  void fillUp(int after, int length) {
    fullFrom = changes + after;
    fullUntil = fullFrom + length;
  }

  /** Has the process be killed after some changes. */
  void killAfter(int after) {
    killedAt = changes + after;
  }

  /** Begins another process; what the killed one had done is there. */
  void revive() {
    killedAt = Long.MAX_VALUE;
    fullFrom = Long.MAX_VALUE;
  }

  boolean isKilled() {
    return changes > killedAt;
  }

  /** Loses what was not forced, or some of it. */
  void losePower() {
    names = new TreeMap<>(forcedNames);
    for (Renaming renaming : unforced) {
      if (random.nextBoolean()) {
        renaming.applyTo(names);
      }
    }
    names.keySet().removeIf(name -> name.getParent() != null && isLost(name.getParent()));
    names.values().stream().filter(f -> f != null).forEach(file -> file.losePower(random));
    unforced.clear();
    forcedNames = new TreeMap<>(names);
  }

  private boolean isLost(Path folder) {
    return !names.containsKey(folder) || folder.getParent() != null && isLost(folder.getParent());
  }

  /** Counts a change before it is made. */
  void change() throws IOException {
    changes++;
    if (isKilled()) {
      throw new KilledException();
    }
  }

  void write(MemoryFile file, int at, byte[] bytes) throws IOException {
    boolean alive = !isKilled();
    changes++;
    boolean full = changes > fullFrom && changes <= fullUntil;
    if (alive && !isKilled() && !full) {
      file.write(at, bytes);
      return;
    }
    if (alive && bytes.length > 0) {
      file.write(at, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }
    if (isKilled()) {
      throw new KilledException();
    }
    throw new IOException("No space left on device");
  }

  boolean exists(Path plain) {
    return names.containsKey(plain);
  }

  private MemoryFile existing(Path path) throws IOException {
    Path plain = MemoryPath.plain(path);
    if (!exists(plain)) {
      throw new NoSuchFileException(plain.toString());
    }
    return names.get(plain);
  }

  private void rename(Path gone, Path come, MemoryFile node) throws IOException {
    change();
    Renaming renaming = new Renaming(gone, come, node);
    renaming.applyTo(names);
    unforced.add(renaming);
  }

  private void force(Path folder) {
    for (Iterator<Renaming> each = unforced.iterator(); each.hasNext(); ) {
      Renaming renaming = each.next();
      if (renaming.isIn(folder)) {
        renaming.applyTo(forcedNames);
        each.remove();
      }
    }
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Path plain = MemoryPath.plain(path);
    if (options.contains(StandardOpenOption.CREATE) && !exists(plain)) {
      rename(null, plain, new MemoryFile());
    }
    MemoryFile file = existing(path);
    if (options.contains(StandardOpenOption.TRUNCATE_EXISTING) && file.bytes().length > 0) {
      change();
      file.cut(0);
    }
    return new MemoryChannel(this, file, file == null ? () -> force(plain) : file::force);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    existing(folder);
    Path plain = MemoryPath.plain(folder);
    List<Path> children =
        names.keySet().stream()
            .filter(name -> plain.equals(name.getParent()))
            .map(name -> MemoryPath.of(system, name))
            .toList();
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return children.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    Path plain = MemoryPath.plain(folder);
    existing(folder.getParent());
    if (exists(plain)) {
      throw new FileAlreadyExistsException(plain.toString());
    }
    rename(null, plain, null);
  }

  @Override
  public void delete(Path path) throws IOException {
    existing(path);
    Path plain = MemoryPath.plain(path);
    if (names.keySet().stream().anyMatch(name -> plain.equals(name.getParent()))) {
      throw new DirectoryNotEmptyException(plain.toString());
    }
    rename(plain, null, null);
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    byte[] bytes = existing(from).bytes();
    MemoryFile copy = new MemoryFile();
    rename(null, MemoryPath.plain(to), copy);
    write(copy, 0, bytes);
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    MemoryFile file = existing(from);
    rename(MemoryPath.plain(from), MemoryPath.plain(to), file);
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    existing(path);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return type.cast(new MemoryAttributes(existing(path)));
  }

  @Override
  public String getScheme() {
    return "memory";
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.equals(other);
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }
}
