package io.sluice.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Whether the one who made a request is still there. Nobody reads from a connection while its
 * request is answered, so this looks whether a byte, or the end, can be read. A byte belongs to a
 * next request and is given back. A client that has only ended its half of the connection is taken
 * for gone, too.
 */
final class Caller {

  private Caller() {}

  /** Whether the client has closed the connection; its request must have been read to the end. */
  static boolean isGone(Context context) {
    Connection connection =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection();
    EndPoint endPoint = connection.getEndPoint();
    ByteBuffer next = BufferUtil.allocate(1);
    try {
      int read = endPoint.fill(next);
      if (read > 0) {
        ((Connection.UpgradeTo) connection).onUpgradeTo(next);
      }
      return read < 0 || !endPoint.isOpen();
    } catch (IOException broken) {
      return true;
    }
  }
}
