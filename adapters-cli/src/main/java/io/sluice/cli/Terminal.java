package io.sluice.cli;

import io.sluice.engine.text.VisibleText;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where the command line reads and writes.
 *
 * @param in standard input
 * @param bytes standard output, for what must be the same bytes everywhere
 * @param output standard output, for text
 * @param errors standard error
 * @param asks whether a person sees a question on standard error and answers on standard input
 * @param redraws whether a line on standard error can be drawn again in its place
 * @param colour whether to use colours
 * @param unicode whether the terminal shows every character
 */
record Terminal(
    InputStream in,
    OutputStream bytes,
    TextStream output,
    TextStream errors,
    boolean asks,
    boolean redraws,
    boolean colour,
    boolean unicode) {

  /**
   * Text on its way out.
   *
   * @param codes takes everything as it is: the codes of Sluice's own that move a cursor or colour
   * @param text takes what may come from outside, and makes its control characters visible
   * @param watched whether it goes to a terminal, where a person sees it
   */
  record TextStream(PrintWriter codes, PrintWriter text, boolean watched) {

    /** Text in this encoding, of which each line may be sent at once. */
    static TextStream to(OutputStream bytes, Charset charset, boolean watched, boolean atOnce) {
      Writer writer = new OutputStreamWriter(bytes, charset);
      return new TextStream(
          new PrintWriter(writer), new PrintWriter(new VisibleWriter(writer), atOnce), watched);
    }

    /** Whether something could not be written. */
    boolean hasFailed() {
      return codes.checkError() | text.checkError();
    }
  }

  /**
   * The streams of this process, which from now on are Sluice's own; the launcher says which of
   * them are a terminal. What does not go to a terminal is UTF-8.
   */
  static Terminal ofSystem() {
    List<String> terminals = List.of(System.getProperty("sluice.terminals", "").split(","));
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    String noColour = System.getenv("NO_COLOR");
    Charset local = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    boolean watchesOut = terminals.contains("out");
    boolean watchesErr = terminals.contains("err");
    OutputStream out =
        new PipeOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    PluginStreams.replace(err, watchesErr && !dumb);
    TextStream output =
        TextStream.to(out, watchesOut ? local : StandardCharsets.UTF_8, watchesOut, false);
    return new Terminal(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        watchesOut ? new TextBytes(output.text()) : out,
        output,
        TextStream.to(err, watchesErr ? local : StandardCharsets.UTF_8, watchesErr, true),
        watchesErr && terminals.contains("in"),
        watchesErr && !dumb,
        watchesOut && !dumb && (noColour == null || noColour.isEmpty()),
        local.equals(StandardCharsets.UTF_8));
  }

  /** The same terminal without colours. */
  Terminal plain() {
    return new Terminal(in, bytes, output, errors, asks, redraws, false, unicode);
  }

  /** A line on standard error that is drawn again in its place, where it {@link #redraws}. */
  StatusLine statusLine() {
    return new StatusLine(errors.codes(), WindowWidth.ofSystem());
  }

  /** Standard output, for text and for JSON, in which a visible character is an escaped one. */
  PrintWriter out() {
    return output.text();
  }

  /** Standard error. */
  PrintWriter err() {
    return errors.text();
  }

  /** Standard output, for rows that a program reads as they are, unless a person sees them. */
  PrintWriter rows() {
    return output.watched() ? output.text() : output.codes();
  }

  /** Prints a text as one line, whatever is in it. */
  void printLine(String text) {
    out().print(VisibleText.line(text) + "\n");
  }

  /** Prints a line that begins with a heading. */
  void printHeading(String heading, String rest) {
    output.codes().print(colour ? "\u001b[1m" : "");
    out().print(VisibleText.line(heading));
    output.codes().print(colour ? "\u001b[0m" : "");
    printLine(rest);
  }
}
