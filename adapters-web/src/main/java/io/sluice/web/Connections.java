package io.sluice.web;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * How the server deals with connections. A request has a thread only from when all of it has come:
 * those that come slowly, or never to their end, hold none, and are closed after a while.
 */
final class Connections {

  private static final int MOST_THREADS = 100;
  private static final int FEWEST_THREADS = 4;
  private static final int THREAD_IDLE_MILLISECONDS = 10_000;
  private static final int MOST_CONNECTIONS = 4_000;
  private static final int WAITING_CONNECTIONS = 1_024;
  private static final int IDLE_MILLISECONDS = 15_000;

  /** What Jetty keeps of buffers, in bytes, on the heap and beside it. */
  private static final long BUFFERS = 32L << 20;

  private Connections() {}

  static void configure(JavalinConfig config, String host, int port, RequestCounts requests) {
    config.jetty.threadPool =
        new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, THREAD_IDLE_MILLISECONDS);
    config.jetty.addConnector((server, http) -> connector(server, http, host, port));
    config.jetty.modifyServer(server -> configure(server, requests));
  }

  private static void configure(Server server, RequestCounts requests) {
    server.setErrorHandler(new ConnectionErrors());
    server.insertHandler(new WholeBodies(PostedText.LARGEST));
    server.insertHandler(requests);
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, String host, int port) {
    ArrayByteBufferPool buffers =
        new ArrayByteBufferPool(-1, -1, -1, Integer.MAX_VALUE, BUFFERS, BUFFERS);
    ServerConnector connector =
        new ServerConnector(server, null, null, buffers, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLISECONDS);
    connector.setAcceptQueueSize(WAITING_CONNECTIONS);
    connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    return connector;
  }
}
