package io.sluice.engine.catalog;

import java.nio.file.Path;
import java.util.List;

/** Finds the components in plugin folders. */
@FunctionalInterface
public interface ComponentSource {

  /**
   * Loads what lies in the distribution's own plugin folder and in these. A file that cannot be
   * loaded ends up in the report and never stops the rest.
   *
   * @param furtherRoots folders named by the user
   */
  Components load(List<Path> furtherRoots);
}
