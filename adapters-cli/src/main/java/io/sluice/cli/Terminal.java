package io.sluice.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where the command line reads and writes.
 *
 * @param in standard input
 * @param bytes standard output, for what must be the same bytes everywhere
 * @param out standard output, for text
 * @param err standard error
 * @param interactive whether a person is watching
 * @param colour whether to use colours
 * @param unicode whether the terminal shows every character
 */
record Terminal(
    InputStream in,
    OutputStream bytes,
    PrintWriter out,
    PrintWriter err,
    boolean interactive,
    boolean colour,
    boolean unicode) {

  /**
   * The streams of this process, which from now on are Sluice's own. What does not go to a terminal
   * is UTF-8.
   */
  static Terminal ofSystem() {
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    boolean interactive = isTerminal(System.console()) && !dumb;
    String noColour = System.getenv("NO_COLOR");
    Charset local = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    Charset charset = interactive ? local : StandardCharsets.UTF_8;
    OutputStream bytes = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    OutputStream errors = new FileOutputStream(FileDescriptor.err);
    PluginStreams.replace(errors, interactive);
    return new Terminal(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        bytes,
        new PrintWriter(new OutputStreamWriter(new PipeOutput(bytes), charset)),
        new PrintWriter(new OutputStreamWriter(errors, charset), true),
        interactive,
        interactive && (noColour == null || noColour.isEmpty()),
        local.equals(StandardCharsets.UTF_8));
  }

  /** From JDK 22 on there is a console without a terminal too, and a method that tells. */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJdk22) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }

  /** The same terminal without colours. */
  Terminal plain() {
    return new Terminal(in, bytes, out, err, interactive, false, unicode);
  }

  /** The text as a heading. */
  String heading(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }
}
