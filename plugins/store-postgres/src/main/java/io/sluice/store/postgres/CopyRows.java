package io.sluice.store.postgres;

import io.sluice.store.sql.RowWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes the rows of a study to one table by COPY in its binary form. */
final class CopyRows implements RowWriter {

  /** What every binary COPY begins with: its signature, no flags, no extension. */
  private static final byte[] HEAD = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private static final int NULL = -1;

  private final PGConnection connection;
  private final String copy;
  private final int study;

  /** Of each column, whether its whole numbers have four bytes instead of eight. */
  private final boolean[] isShort;

  private byte[] bytes = new byte[1 << 16];
  private int length;
  private int remaining;
  private int column;

  CopyRows(Connection connection, String table, int columns, int study) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    this.copy = "copy " + table + " from stdin (format binary)";
    this.study = study;
    isShort = new boolean[columns];
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("select * from " + table + " limit 0")) {
      ResultSetMetaData types = none.getMetaData();
      for (int i = 0; i < columns; i++) {
        isShort[i] = types.getColumnType(i + 1) == Types.INTEGER;
      }
    }
  }

  @Override
  public void begin(int rows) {
    remaining = rows;
    length = 0;
    bytes(HEAD);
    beginRow();
  }

  private void beginRow() {
    column = 0;
    if (remaining > 0) {
      ensure(2);
      bytes[length++] = (byte) (isShort.length >>> 8);
      bytes[length++] = (byte) isShort.length;
      whole(study);
    }
  }

  @Override
  public CopyRows whole(long value) {
    ensure(12);
    if (isShort[column++]) {
      four(4);
      four(Math.toIntExact(value));
    } else {
      eight(value);
    }
    return this;
  }

  @Override
  public CopyRows number(double value) {
    column++;
    ensure(12);
    if (Double.isNaN(value)) {
      four(NULL);
    } else {
      eight(Double.doubleToRawLongBits(value));
    }
    return this;
  }

  @Override
  public CopyRows text(String value) {
    column++;
    ensure(4);
    if (value == null) {
      four(NULL);
    } else {
      byte[] text = value.getBytes(StandardCharsets.UTF_8);
      four(text.length);
      bytes(text);
    }
    return this;
  }

  @Override
  public void endRow() throws SQLException {
    remaining--;
    beginRow();
    if (remaining == 0) {
      ensure(2);
      bytes[length++] = -1;
      bytes[length++] = -1;
      send();
    }
  }

  private void send() throws SQLException {
    CopyIn target = connection.getCopyAPI().copyIn(copy);
    try {
      target.writeToCopy(bytes, 0, length);
      target.endCopy();
    } finally {
      if (target.isActive()) {
        target.cancelCopy();
      }
    }
  }

  private void eight(long value) {
    four(8);
    four((int) (value >>> 32));
    four((int) value);
  }

  private void four(int value) {
    bytes[length] = (byte) (value >>> 24);
    bytes[length + 1] = (byte) (value >>> 16);
    bytes[length + 2] = (byte) (value >>> 8);
    bytes[length + 3] = (byte) value;
    length += 4;
  }

  private void bytes(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
    }
  }

  @Override
  public void close() {
    // Nothing waits in it.
  }
}
