package io.sluice.store.sqlite;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Many rows of trial_row as the bytes of a small SQLite database. Binding eleven values of a row
 * one by one costs three times as much as writing them here; SQLite then copies the rows, as they
 * are, from one table to the other.
 *
 * <p>The bytes are those of <a href="https://www.sqlite.org/fileformat2.html">the database file
 * format</a>, sections 1.6 and 2.1, of which this needs little: an empty database with the table is
 * given, so that page 1 has the schema and page 2 is the table's root. The rows go into leaves from
 * page 3 on, and the root becomes their parent.
 *
 * <pre>{@code
 * image.begin();
 * image.row(id).whole(key).number(loss).text(message).endRow();
 * byte[] database = image.end();
 * }</pre>
 */
final class TrialImage {

  /** The largest that SQLite has, so that leaves are few. */
  static final int PAGE_BYTES = 65_536;

  /** A row with longer texts has no place here. */
  static final int MOST_TEXT_BYTES = 8192;

  private static final int PAGES_IN_HEADER = 28;
  private static final int LEAF = 13;
  private static final int LEAF_HEADER = 8;
  private static final int PARENT = 5;
  private static final int PARENT_HEADER = 12;
  private static final int MOST_RECORD = 256 + 4 * MOST_TEXT_BYTES;

  private static final int NULL_TYPE = 0;
  private static final int INT_TYPE = 4;
  private static final int LONG_TYPE = 6;
  private static final int DOUBLE_TYPE = 7;
  private static final int TEXT_TYPE = 13;

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] empty;
  private final byte[] types = new byte[64];
  private final byte[] values = new byte[MOST_RECORD];
  private byte[] bytes = {};
  private long[] lastIds = new long[16];
  private int leaves;
  private int rows;
  private int content;
  private long id;
  private int typeBytes;
  private int valueBytes;

  /**
   * Images of one table.
   *
   * @param empty a database of two pages of {@link #PAGE_BYTES}, whose only table has the integer
   *     primary key first and no rows
   */
  TrialImage(byte[] empty) {
    if (empty.length != 2 * PAGE_BYTES) {
      throw new IllegalArgumentException("an empty image has two pages, not " + empty.length);
    }
    this.empty = empty;
  }

  /** Forgets all rows. */
  void begin() {
    leaves = 0;
    beginLeaf();
  }

  private void beginLeaf() {
    leaves++;
    rows = 0;
    content = PAGE_BYTES;
    int needed = (2 + leaves) * PAGE_BYTES;
    if (bytes.length < needed) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
    }
    if (lastIds.length < leaves) {
      lastIds = Arrays.copyOf(lastIds, 2 * leaves);
    }
  }

  /**
   * Begins a row.
   *
   * @param key not negative, and larger than that of the row before
   */
  TrialImage row(long key) {
    id = key;
    typeBytes = 0;
    valueBytes = 0;
    // The primary key stands before the record, which has NULL in its place.
    return type(NULL_TYPE);
  }

  private TrialImage type(int type) {
    typeBytes = variable(types, typeBytes, type);
    return this;
  }

  TrialImage whole(long value) {
    if (value == (int) value) {
      INT.set(values, valueBytes, (int) value);
      valueBytes += Integer.BYTES;
      return type(INT_TYPE);
    }
    LONG.set(values, valueBytes, value);
    valueBytes += Long.BYTES;
    return type(LONG_TYPE);
  }

  /** A double, with NULL for NaN. */
  TrialImage number(double value) {
    if (Double.isNaN(value)) {
      return type(NULL_TYPE);
    }
    LONG.set(values, valueBytes, Double.doubleToRawLongBits(value));
    valueBytes += Long.BYTES;
    return type(DOUBLE_TYPE);
  }

  /** A text or NULL. */
  TrialImage text(String value) {
    if (value == null) {
      return type(NULL_TYPE);
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, values, valueBytes, text.length);
    valueBytes += text.length;
    return type(TEXT_TYPE + 2 * text.length);
  }

  void endRow() {
    int record = 1 + typeBytes + valueBytes;
    int cell = variableBytes(record) + variableBytes(id) + record;
    if (content - cell < LEAF_HEADER + 2 * (rows + 1)) {
      endLeaf();
      beginLeaf();
    }
    content -= cell;
    int leaf = (1 + leaves) * PAGE_BYTES;
    SHORT.set(bytes, leaf + LEAF_HEADER + 2 * rows, (short) content);
    rows++;
    lastIds[leaves - 1] = id;
    int at = variable(bytes, leaf + content, record);
    at = variable(bytes, at, id);
    bytes[at++] = (byte) (1 + typeBytes);
    System.arraycopy(types, 0, bytes, at, typeBytes);
    System.arraycopy(values, 0, bytes, at + typeBytes, valueBytes);
  }

  private void endLeaf() {
    int leaf = (1 + leaves) * PAGE_BYTES;
    bytes[leaf] = LEAF;
    SHORT.set(bytes, leaf + 1, (short) 0);
    SHORT.set(bytes, leaf + 3, (short) rows);
    SHORT.set(bytes, leaf + 5, (short) content);
    bytes[leaf + 7] = 0;
  }

  /** The database with the rows since {@link #begin}. */
  byte[] end() {
    endLeaf();
    System.arraycopy(empty, 0, bytes, 0, 2 * PAGE_BYTES);
    int pages = 2;
    if (leaves == 1) {
      System.arraycopy(bytes, 2 * PAGE_BYTES, bytes, PAGE_BYTES, PAGE_BYTES);
    } else {
      pages += leaves;
      writeRoot();
    }
    INT.set(bytes, PAGES_IN_HEADER, pages);
    return Arrays.copyOf(bytes, pages * PAGE_BYTES);
  }

  private void writeRoot() {
    int root = PAGE_BYTES;
    int start = PAGE_BYTES;
    for (int leaf = 0; leaf < leaves - 1; leaf++) {
      start -= Integer.BYTES + variableBytes(lastIds[leaf]);
      INT.set(bytes, root + start, 3 + leaf);
      variable(bytes, root + start + Integer.BYTES, lastIds[leaf]);
      SHORT.set(bytes, root + PARENT_HEADER + 2 * leaf, (short) start);
    }
    bytes[root] = PARENT;
    SHORT.set(bytes, root + 1, (short) 0);
    SHORT.set(bytes, root + 3, (short) (leaves - 1));
    SHORT.set(bytes, root + 5, (short) start);
    bytes[root + 7] = 0;
    INT.set(bytes, root + 8, 2 + leaves);
  }

  private static int variableBytes(long value) {
    int count = 1;
    while (value >>> 7 * count != 0) {
      count++;
    }
    return count;
  }

  /** Writes a number below 2^56 by seven bits a byte, the highest first; gives the place behind. */
  private static int variable(byte[] target, int at, long value) {
    int count = variableBytes(value);
    for (int i = 0; i < count; i++) {
      int more = i < count - 1 ? 0x80 : 0;
      target[at + i] = (byte) (value >>> 7 * (count - 1 - i) & 0x7f | more);
    }
    return at + count;
  }
}
