package io.sluice.sdk.lines;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file or, for it to be forced, an open folder of a {@link MemoryDisk}. */
final class MemoryChannel extends FileChannel {

  private final MemoryDisk disk;
  private final MemoryFile file;
  private final Runnable force;
  private int position;

  MemoryChannel(MemoryDisk disk, MemoryFile file, Runnable force) {
    this.disk = disk;
    this.file = file;
    this.force = force;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int read = read(target, position);
    position += Math.max(read, 0);
    return read;
  }

  @Override
  public int read(ByteBuffer target, long at) throws IOException {
    int length = Math.min(target.remaining(), file.bytes().length - (int) at);
    if (length <= 0) {
      return target.hasRemaining() ? -1 : 0;
    }
    target.put(file.bytes(), (int) at, length);
    return length;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int written = write(source, position);
    position += written;
    return written;
  }

  @Override
  public int write(ByteBuffer source, long at) throws IOException {
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    disk.write(file, (int) at, bytes);
    return bytes.length;
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    disk.change();
    file.cut((int) size);
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    disk.change();
    force.run();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long newPosition) {
    position = (int) newPosition;
    return this;
  }

  @Override
  public long size() {
    return file.bytes().length;
  }

  @Override
  public FileLock tryLock(long from, long size, boolean shared) {
    return new FileLock(this, from, size, shared) {
      private boolean valid = true;

      @Override
      public boolean isValid() {
        return valid;
      }

      @Override
      public void release() {
        valid = false;
      }
    };
  }

  @Override
  public FileLock lock(long from, long size, boolean shared) {
    return tryLock(from, size, shared);
  }

  @Override
  protected void implCloseChannel() {
    // There is nothing to give back.
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long from, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long at, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long from, long size) {
    throw new UnsupportedOperationException();
  }
}
