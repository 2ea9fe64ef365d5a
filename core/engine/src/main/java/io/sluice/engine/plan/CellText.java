package io.sluice.engine.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The text of a cell, in UTF-8, put together of what its levels have ready: as many cells as there
 * are have one.
 */
final class CellText {

  private byte[] bytes = new byte[512];
  private int length;

  CellText add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  CellText add(byte[] more) {
    return add(more, 0);
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
   * @param labelled the factors whose labels are wanted
   */
  CellText add(CellPath path, Predicate<StudyFactor> labelled) {
    int from = length;
    for (StudyFactor factor : StudyFactor.COLUMNS) {
      if (labelled.test(factor)) {
        addPart(path.level(factor).named(), from);
      }
    }
    for (StudyFactor factor : StudyFactor.COLUMNS) {
      addPart(path.level(factor).valued(), from);
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
