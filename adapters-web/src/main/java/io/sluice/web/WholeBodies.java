package io.sluice.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Hands a request on when all of its body has come, so that one whose body comes slowly, or never
 * to its end, holds no thread. A body that pauses for longer than connections may idle, or takes
 * too long in all, is not waited for. Of one that is too large only the beginning is handed on.
 */
final class WholeBodies extends Handler.Wrapper {

  private static final long LONGEST_NANOSECONDS = TimeUnit.SECONDS.toNanos(20);

  private final long largest;

  /**
   * Bodies up to a size.
   *
   * @param largest in bytes; of a larger one a little more than this is handed on
   */
  WholeBodies(long largest) {
    this.largest = largest;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getLength() == 0) {
      return super.handle(request, response, callback);
    }
    new Body(request, response, callback).run();
    return true;
  }

  /** The body of one request, as far as it has come. */
  private final class Body implements Runnable {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long start = System.nanoTime();

    Body(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    @Override
    public void run() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          if (System.nanoTime() - start > LONGEST_NANOSECONDS) {
            refuse(new TimeoutException());
          } else {
            request.demand(this);
          }
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          refuse(chunk.getFailure());
          return;
        }
        bytes.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        boolean last = chunk.isLast();
        chunk.release();
        if (last || bytes.size() > largest) {
          handOn();
          return;
        }
      }
    }

    private void refuse(Throwable failure) {
      HttpException broken = HttpException.asHttpException(failure);
      if (failure instanceof TimeoutException) {
        error(HttpStatus.REQUEST_TIMEOUT_408, "the body of the request did not come in time");
      } else if (broken != null && HttpStatus.isClientError(broken.getCode())) {
        error(broken.getCode(), broken.getReason());
      } else {
        error(HttpStatus.BAD_REQUEST_400, "the body of the request broke off");
      }
    }

    private void error(int status, String message) {
      Response.writeError(request, response, callback, status, message);
    }

    private void handOn() {
      Request whole = new WholeRequest(request, bytes.toByteArray());
      try {
        if (!WholeBodies.super.handle(whole, response, callback)) {
          error(HttpStatus.NOT_FOUND_404, null);
        }
      } catch (Exception failure) {
        Response.writeError(whole, response, callback, failure);
      }
    }
  }

  /** A request whose body has been read. */
  private static final class WholeRequest extends Request.Wrapper {
    private Content.Chunk body;

    WholeRequest(Request request, byte[] bytes) {
      super(request);
      body = Content.Chunk.from(ByteBuffer.wrap(bytes), true);
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk next = body;
      body = Content.Chunk.EOF;
      return next;
    }

    @Override
    public void demand(Runnable demanded) {
      demanded.run();
    }
  }
}
