package io.sluice.engine.kept;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyHeader;

/** Ids are short; should two studies ever share one, their trials are not mixed. */
public final class StudyIdentity {

  private StudyIdentity() {}

  /**
   * Refuses to write a study where another one has its id.
   *
   * @throws ResultStoreException if that is so
   */
  public static void refuseAnother(StudyHeader header, ResultStore store) {
    String own = header.provenance().getOrDefault(StudyHeader.IDENTITY, "");
    store
        .find(header.id())
        .filter(kept -> kept.id().equals(header.id()))
        .map(kept -> kept.provenance().getOrDefault(StudyHeader.IDENTITY, own))
        .filter(identity -> !own.isEmpty() && !identity.equals(own))
        .ifPresent(
            identity -> {
              throw new ResultStoreException(
                  "another study has the id " + header.id() + " there; give this one another name");
            });
  }
}
