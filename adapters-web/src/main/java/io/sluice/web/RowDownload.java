package io.sluice.web;

import io.javalin.http.Context;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.studies.export.ExportFormat;
import io.sluice.studies.export.ResultExport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams rows as the exporter writes them, so they are the bytes that the command line gives. */
final class RowDownload {

  /** So many may be under way: each holds a thread for as long as its client reads. */
  private static final int MOST_AT_ONCE = 32;

  private static final int RETRY_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(RowDownload.class);

  private final ResultStore store;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);

  RowDownload(ResultStore store) {
    this.store = store;
  }

  void trials(Context context, StudyHeader header, ExportFormat format) throws IOException {
    try (Stream<TrialEvent.Finished> trials = store.trials(header.id())) {
      stream(
          context,
          header.id() + ".trials." + format.word(),
          format,
          out -> ResultExport.writeTrials(header, trials, format, out));
    }
  }

  void measurements(Context context, StudyHeader header, ExportFormat format) throws IOException {
    try (Stream<TrialEvent.Measured> measurements = store.measurements(header.id())) {
      stream(
          context,
          header.id() + ".measurements." + format.word(),
          format,
          out -> ResultExport.writeMeasurements(measurements, format, out));
    }
  }

  @FunctionalInterface
  private interface Rows {
    void writeTo(Writer out) throws IOException;
  }

  private void stream(Context context, String file, ExportFormat format, Rows rows)
      throws IOException {
    if (!free.tryAcquire()) {
      throw new RequestException(
          503, "there are " + MOST_AT_ONCE + " downloads already; try again soon", RETRY_SECONDS);
    }
    try {
      write(context, file, format, rows);
    } finally {
      free.release();
    }
  }

  private static void write(Context context, String file, ExportFormat format, Rows rows)
      throws IOException {
    context.contentType(format.mediaType() + "; charset=utf-8");
    context.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8), 1 << 16);
    try {
      rows.writeTo(out);
      out.flush();
    } catch (IOException | RuntimeException failure) {
      if (!context.res().isCommitted()) {
        context.removeHeader("Content-Disposition");
        throw failure;
      }
      // Too late for an error message: break the connection, so that nobody takes a part for all.
      LOG.warn("the download of {} broke off", file, failure);
      ServletContextRequest.getServletContextRequest(context.req())
          .getServletChannel()
          .abort(failure);
    }
  }
}
