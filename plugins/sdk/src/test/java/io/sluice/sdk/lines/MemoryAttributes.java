package io.sluice.sdk.lines;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** What a {@link MemoryDisk} knows of a file, or of a folder if there is none. */
record MemoryAttributes(MemoryFile file) implements BasicFileAttributes {

  @Override
  public boolean isRegularFile() {
    return file != null;
  }

  @Override
  public boolean isDirectory() {
    return file == null;
  }

  @Override
  public long size() {
    return file == null ? 0 : file.bytes().length;
  }

  @Override
  public boolean isSymbolicLink() {
    return false;
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public Object fileKey() {
    return file;
  }

  @Override
  public FileTime lastModifiedTime() {
    return FileTime.fromMillis(0);
  }

  @Override
  public FileTime lastAccessTime() {
    return lastModifiedTime();
  }

  @Override
  public FileTime creationTime() {
    return lastModifiedTime();
  }
}
