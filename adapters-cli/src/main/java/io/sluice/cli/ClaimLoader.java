package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.StoreUrlException;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.watch.Headway;
import io.sluice.studies.ClaimCard;
import io.sluice.studies.ClaimReader;
import io.sluice.studies.ShippedClaims;
import io.sluice.studies.StudyFormatException;
import io.sluice.studies.StudyReader;
import io.sluice.studies.TextFile;
import io.sluice.studies.kept.StoredClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads cards of claims, from files and from those that come with Sluice, and plans their studies.
 */
final class ClaimLoader {

  private final Workbench bench;

  ClaimLoader(Workbench bench) {
    this.bench = bench;
  }

  /** These claims, or all that come with Sluice if none is named; planned. */
  List<StoredClaim> load(List<String> names) {
    List<ClaimCard> cards = new ArrayList<>();
    (names.isEmpty() ? ShippedClaims.ids() : names).forEach(name -> cards.add(card(name)));
    List<StoredClaim> claims = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    try (HeadwayLine line = new HeadwayLine(bench.terminal(), "planning", "claims")) {
      for (ClaimCard card : cards) {
        claims.add(plan(card, complaints));
        line.made(claims.size(), cards.size());
      }
    }
    if (!complaints.isEmpty()) {
      throw CommandFailure.wrongStudy(complaints, null);
    }
    return claims;
  }

  private StoredClaim plan(ClaimCard card, List<String> complaints) {
    Laboratory laboratory = bench.laboratory();
    StoredClaim claim =
        StoredClaim.planned(card, study -> StudyLoader.plan(laboratory, study, Headway.UNHEARD));
    if (card.claim().kind().isEmpty()) {
      complaints.addAll(card.complaints(claim.full()));
    }
    return claim;
  }

  /** A claim that comes with Sluice wins over a file of the same name. */
  private ClaimCard card(String name) {
    try {
      if (ShippedClaims.contains(name)) {
        return ShippedClaims.read(name);
      }
      if (name.equals("-")) {
        String text =
            TextFile.read(
                bench.terminal().in(), StudyReader.STANDARD_INPUT, StudyReader.MOST_BYTES);
        return ClaimReader.read(text, StudyReader.STANDARD_INPUT, Path.of("").toAbsolutePath());
      }
      Path file = Path.of(name);
      if (!Files.exists(file)) {
        throw unknown(name);
      }
      String text = TextFile.read(file, name, StudyReader.MOST_BYTES);
      return ClaimReader.read(text, name, StudyLoader.directoryOf(file));
    } catch (StudyFormatException refused) {
      throw StudyLoader.refused(refused);
    } catch (InvalidPathException noPath) {
      throw unknown(name);
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUsage(unreadable.getMessage());
    }
  }

  private static CommandFailure unknown(String name) {
    return CommandFailure.wrongUsage(
        "there is no file "
            + name
            + (name.contains("/") || name.contains(".")
                ? ""
                : ", and no claim of this id comes with Sluice"
                    + NearestWord.hint(name, ShippedClaims.ids())
                    + "; there are "
                    + String.join(", ", ShippedClaims.ids())));
  }

  /** The commands that run a claim again, the whole and the quick one. */
  List<String> commands(String name, String storeUrl) {
    String run = "sluice claims run " + ShellWord.of(name);
    String options =
        (storeUrl.equals(StoreChoice.PRESET)
                ? ""
                : " --store " + ShellWord.of(StoreUrlException.shown(storeUrl)))
            + bench.pluginArguments();
    return List.of(run + options, run + " --quick" + options);
  }
}
