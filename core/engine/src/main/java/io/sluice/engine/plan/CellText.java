package io.sluice.engine.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The text of a cell, in UTF-8, put together of what its levels have ready: as many cells as there
 * are have one.
 */
final class CellText {

  private static final StudyFactor[] COLUMNS = StudyFactor.COLUMNS.toArray(StudyFactor[]::new);

  private byte[] bytes = new byte[1024];
  private int length;

  /** Begins anew. */
  CellText clear() {
    length = 0;
    return this;
  }

  CellText add(byte... more) {
    return add(more, 0);
  }

  /** 16 hexadecimal digits. */
  CellText addHexadecimal(long number) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      int digit = (int) (number >>> shift) & 15;
      add((byte) (digit < 10 ? '0' + digit : 'a' - 10 + digit));
    }
    return this;
  }

  private CellText add(byte[] more, int from) {
    int count = more.length - from;
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + count));
    }
    System.arraycopy(more, from, bytes, length, count);
    length += count;
    return this;
  }

  /**
   * The labels of the cell but those that are presets, then the values of its hyper-parameters:
   * {@code problem=xor|network=2-3-1|optimizer.beta1=0.9}.
   *
   * @param whole whether labels are wanted that say less than where a level comes from
   */
  CellText add(CellPath path, boolean whole) {
    int from = length;
    for (StudyFactor factor : COLUMNS) {
      if (whole || !factor.isKnownBySource()) {
        addPart(path.level(factor).named(), from);
      }
    }
    for (StudyFactor factor : COLUMNS) {
      addPart(path.level(factor).valued(), from);
    }
    return this;
  }

  /** The lines that say where levels come from. */
  CellText addSources(CellPath path) {
    for (StudyFactor factor : COLUMNS) {
      byte[] source = path.level(factor).source();
      if (source.length > 0) {
        add((byte) '\n').add(source);
      }
    }
    return this;
  }

  /** A part without its separator if it is the first. */
  private void addPart(byte[] part, int from) {
    add(part, length == from && part.length > 0 ? 1 : 0);
  }

  void update(MessageDigest digest) {
    digest.update(bytes, 0, length);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
