package io.sluice.report.figure;

import io.sluice.report.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes all drawings into a folder, each by itself, to be looked at. */
final class FigureGallery {

  private FigureGallery() {}

  /** Writes into the folder that is named first. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Figure figure : Samples.all()) {
      Files.writeString(folder.resolve(figure.id() + ".svg"), Styles.standalone(figure.svg()));
    }
  }
}
